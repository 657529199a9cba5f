package engine

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// How much of a register the page shows. The file that is handed back has all of it.
const (
	shownRows   = 100
	shownFaults = 50
	everyRows   = 200 // households between two reports of progress
)

// registerReply is a register that was decided.
type registerReply struct {
	Head       []string   `json:"head"`
	Rows       [][]string `json:"rows"` // the first of them
	Households int        `json:"households"`
	Refused    int        `json:"refused"`
	Warned     int        `json:"warned"`
	Faults     []string   `json:"faults"` // the first of them
	Counts     []counted  `json:"counts"` // by category
	Total      string     `json:"total"`
	CSV        string     `json:"csv"`
}

// counted is how many households are of a category.
type counted struct {
	Category   string `json:"category"`
	Households int64  `json:"households"`
	People     int64  `json:"people"`
}

// Register decides a register in CSV on the day and in the language that request states. It tells
// progress how many households are done. The reply is JSON. Nobody can be known by it: see Mask.
func (e *Engine) Register(request, file []byte, progress func(done int)) []byte {
	var s scenario
	err := json.Unmarshal(request, &s)
	s.Lang = langOf(s.Language)
	var set *standards.Set
	if err == nil {
		set, err = e.day(s.On)
	}
	if err != nil {
		text, _ := json.Marshal(failure{textOf(err, s.Lang)})
		return text
	}
	run := registerRun{lang: s.Lang, reply: registerReply{Head: head(s.Lang), Rows: [][]string{}, Faults: []string{}}}
	run.decide(set, file, progress)
	text, err := json.Marshal(run.reply)
	if err != nil {
		text, _ = json.Marshal(failure{err.Error()})
	}
	return text
}

func head(l standards.Lang) []string {
	if l == standards.English {
		return []string{"household", "division", "people", "category", "dibao a month", "total a month", "waits for"}
	}
	return []string{"家庭", "县市区", "人数", "类别", "低保金每月", "待遇合计每月", "尚需查明"}
}

// registerRun is one register in the making.
type registerRun struct {
	lang   standards.Lang
	reply  registerReply
	totals caseload.Totals
}

func (r *registerRun) decide(set *standards.Set, file []byte, progress func(int)) {
	const byteOrderMark = "\ufeff" // tells spreadsheet programs that it is UTF-8
	var out strings.Builder
	out.WriteString(byteOrderMark)
	w := csv.NewWriter(&out)
	w.Write(r.reply.Head) // a Builder takes everything
	records := register.Read(bytes.NewReader(file))
	for result, err := range caseload.Decide(context.Background(), set, records, caseload.DecideOptions{Workers: 1}) {
		r.reply.Warned += len(result.Warnings)
		if err != nil {
			r.refuse(&result, err)
		} else {
			row := r.row(&result)
			w.Write(row)
			if len(r.reply.Rows) < shownRows {
				r.reply.Rows = append(r.reply.Rows, row)
			}
			r.totals.Add(&result.Household, &result.Decision)
		}
		r.reply.Households++
		if r.reply.Households%everyRows == 0 {
			progress(r.reply.Households)
		}
	}
	w.Flush()
	r.reply.CSV = out.String()
	r.sum()
}

// row is what is said of one household.
func (r *registerRun) row(result *caseload.Result) []string {
	h, d := &result.Household, &result.Decision
	return []string{
		layout.Cell(Mask(h.ID)), h.Division.Text(r.lang), strconv.Itoa(len(h.Members)), d.Category.Text(r.lang),
		amount(d.Dibao.Payment), amount(d.Total), r.waits(h, d),
	}
}

// amount is a payment as a cell: what is at least so much says so.
func amount(p benefit.Payment) string {
	if !p.Stated() {
		return ""
	}
	if p.Bound == standards.AtLeast {
		return "≥" + p.Amount.YuanText()
	}
	return p.Amount.YuanText()
}

// waits names the facts and figures that a household waits for. Members go by their number.
func (r *registerRun) waits(h *assistance.Household, d *assistance.Decision) string {
	var list []string
	for _, n := range d.Needs {
		text := n.Figure.String()
		if n.Fact != 0 {
			text = n.Fact.Text(r.lang)
		}
		if i := slices.IndexFunc(h.Members, func(m assistance.Member) bool { return m.ID == n.Member }); i >= 0 {
			text = r.lang.In("成员", "person ") + strconv.Itoa(i+1) + r.lang.In("：", ": ") + text
		}
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return strings.Join(list, r.lang.In("；", "; "))
}

// refuse notes a household that cannot be used, by line and column and without what stood there.
func (r *registerRun) refuse(result *caseload.Result, err error) {
	r.reply.Refused++
	for _, line := range r.faultTexts(err) {
		if len(r.reply.Faults) < shownFaults {
			if id := Mask(result.Household.ID); id != "" {
				line = id + r.lang.In("：", ": ") + line
			}
			r.reply.Faults = append(r.reply.Faults, line)
		}
	}
}

func (r *registerRun) faultTexts(err error) []string {
	var list register.Errors
	if !errors.As(err, &list) {
		return []string{maskWithin(textOf(err, r.lang))}
	}
	texts := make([]string, len(list))
	for i, one := range list {
		unvalued := *one
		unvalued.Value = "" // may be a name or an identity number
		texts[i] = maskWithin(unvalued.Text(r.lang))
	}
	return texts
}

// sum says what all households come to.
func (r *registerRun) sum() {
	all := r.totals.All()
	for c := benefit.CategoryTekun; c <= benefit.CategoryUndetermined; c++ {
		if t := all.Category[c]; t.Households > 0 {
			r.reply.Counts = append(r.reply.Counts, counted{c.Text(r.lang), t.Households, t.People})
		}
	}
	fen, bound, err := all.Due()
	if err != nil {
		r.reply.Total = textOf(err, r.lang)
		return
	}
	r.reply.Total = benefit.Monthly(fen, bound).Text(r.lang)
}
