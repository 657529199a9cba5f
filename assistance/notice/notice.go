package notice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// Notice is the notice of a decision (审批结果通知、审核确认结果通知): the decision with what it was made from.
// Until an office signs it, it is a calculation (测算结果). What stands after Set may be left out.
type Notice struct {
	Decision  assistance.Decision // made by assistance.Explain: the reasons are its steps
	Household assistance.Household
	Set       *standards.Set       // under which it was decided
	Filled    []benefit.Assumption // what assume.Facts filled before the decision
	AllSteps  bool                 // every step, numbered, in place of the reasons

	// Office is the office that decides (决定机关); empty: a calculation. What was decided under a draft,
	// or with facts Filled, stays a calculation whatever Office is.
	Office  string
	Number  string         // of the notice (文号)
	Decided standards.Date // the day on which the office decided
}

// Content holds the text of a notice in one language, before it is laid out.
type Content struct {
	Lang     standards.Lang
	Warnings []string // in both languages: the decision was made under proposed law
	Title    string
	Number   string   // of the notice; empty for a calculation
	About    []string // who the household is, and the day
	Sections []Section
	Closing  []string  // the office and the day, or that no office signed
	Annex    []Section // for the file: how the texts were read, the documents and the data
}

// Section is a numbered section of a notice. It has at least one block.
type Section struct {
	Number string // such as "一、" or "1. "
	Title  string
	Blocks []Block
}

// Block is a paragraph, an item of a list, or a table.
type Block struct {
	Mark  string // begins an item, such as "- ", with the spaces that align it in text; empty: a paragraph
	Text  string
	Table *Table // nil: a paragraph or an item
}

// Table is rows under a head.
type Table struct {
	Head  []string
	Rows  [][]string // as long as the head; a cell may be empty
	Right []bool     // by column: whether it is set flush right
	Total bool       // the last row is the sum of the others
}

func (t *Table) add(cells ...string) { t.Rows = append(t.Rows, cells) }

// Content returns what n says in language l, for those who lay it out themselves.
func (n Notice) Content(l standards.Lang) Content {
	w := &writer{Notice: n, lang: l, content: Content{Lang: l}}
	w.warnOfDraft()
	w.heading()
	w.section("结果", "Result", w.result)
	w.section("每月待遇", "Payments a month", w.payments)
	w.section("收入与低保标准", "Income and lines", w.income)
	if n.AllSteps {
		w.section("审核步骤", "Steps", w.steps)
	} else {
		w.section("理由和依据", "Reasons", w.reasons)
	}
	w.section("未载明事项的各种情形", "How each way of what is open comes out", w.everyWay)
	w.section("尚需查明的事项", "What is still needed", w.needs)
	w.section("可以改变结果的情形", "What would change a refusal", w.ways)
	w.section("待遇终止的收入", "The income at which it would end", w.ends)
	w.section("未载明、按下列情形处理的事项", "Not stated, and taken as follows", w.assumptions)
	w.section("未审核的事项", "What was not examined", w.notExamined)
	w.section("权利和义务", "Rights and duties", w.rights)
	w.closing()
	w.annex = true
	w.section("对文件的理解", "How the texts are read", w.readings)
	w.section("所依据的文件", "Documents", w.documents)
	w.section("所依据的数据", "Data", w.data)
	return w.content
}

// writer gathers the content of a notice, section by section.
type writer struct {
	Notice
	lang    standards.Lang
	content Content
	blocks  []Block // of the section that is being written
	annex   bool    // sections go to the annex
}

func (w *writer) in(zh, en string) string { return w.lang.In(zh, en) }

// say adds a paragraph to the section.
func (w *writer) say(zh, en string, args ...any) {
	w.blocks = append(w.blocks, Block{Text: fmt.Sprintf(w.in(zh, en), args...)})
}

// item adds a paragraph that begins with a mark.
func (w *writer) item(mark, text string) { w.blocks = append(w.blocks, Block{Mark: mark, Text: text}) }

// table adds a table, without the columns that are empty in all rows.
func (w *writer) table(t Table) {
	for i := len(t.Head) - 1; i >= 0; i-- {
		if slices.ContainsFunc(t.Rows, func(row []string) bool { return row[i] != "" }) {
			continue
		}
		t.Head, t.Right = slices.Delete(t.Head, i, i+1), slices.Delete(t.Right, i, i+1)
		for r := range t.Rows {
			t.Rows[r] = slices.Delete(t.Rows[r], i, i+1)
		}
	}
	w.blocks = append(w.blocks, Block{Table: &t})
}

// section adds a section unless write adds nothing to it.
func (w *writer) section(zh, en string, write func()) {
	w.blocks = nil
	write()
	if len(w.blocks) == 0 {
		return
	}
	to, prefix := &w.content.Sections, ""
	if w.annex {
		to, prefix = &w.content.Annex, w.in("附", "A")
	}
	n := len(*to) + 1
	number := prefix + w.in(chineseNumbers[n]+"、", strconv.Itoa(n)+". ")
	*to = append(*to, Section{Number: number, Title: w.in(zh, en), Blocks: w.blocks})
}

var chineseNumbers = [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}

// warnOfDraft says in both languages that the decision was made under proposed law, where it was.
func (w *writer) warnOfDraft() {
	drafts := w.drafts()
	if len(drafts) == 0 {
		return
	}
	ids := strings.Join(drafts, ", ")
	w.content.Warnings = []string{
		"草案测算：本结果按草案 " + ids + " 作出，不是按现行规定作出的决定，不得据以发放。",
		"DRAFT: decided under proposed law, " + ids + ", not under the rules in force. No payment may rest on it.",
	}
}

// drafts lists the drafts that the decision was made under.
func (w *writer) drafts() []string {
	var ids []string
	for _, ref := range w.Decision.Tables {
		if ref.Kind == standards.Draft {
			ids = append(ids, ref.ID)
		}
	}
	return ids
}

// people are the arguments of a format that counts people: in English the word is one of them.
func (w *writer) people(n int) []any {
	if w.lang != standards.English {
		return []any{n}
	}
	if n == 1 {
		return []any{n, "person"}
	}
	return []any{n, "people"}
}

func (w *writer) date(d standards.Date) string { return d.Text(w.lang) }

// capital begins an English sentence; Chinese has no capitals. What begins with an id stays as it
// is.
func (w *writer) capital(text string) string {
	if w.lang != standards.English || text == "" || w.beginsWithID(text) {
		return text
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

func (w *writer) beginsWithID(text string) bool {
	return slices.ContainsFunc(w.Household.Members, func(m assistance.Member) bool {
		rest, ok := strings.CutPrefix(text, m.ID)
		return ok && (rest == "" || strings.ContainsRune(" :'", rune(rest[0])))
	})
}

// kinds tells which kinds of hukou the household has, and whether one of them is not stated.
func (w *writer) kinds() (has [2]bool, open bool) {
	for i := range w.Household.Members {
		r := w.Household.ResidenceOf(&w.Household.Members[i])
		if r == 0 {
			open = true
			continue
		}
		if int(r) <= len(has) {
			has[r-1] = true
		}
	}
	return has, open
}

// kindsNamed are the kinds of hukou that members have.
func (w *writer) kindsNamed() []standards.Residence {
	has, _ := w.kinds()
	var list []standards.Residence
	for _, r := range standards.Residences() {
		if has[r-1] {
			list = append(list, r)
		}
	}
	return list
}

func (w *writer) names(ids []string) string { return strings.Join(ids, w.in("、", ", ")) }
