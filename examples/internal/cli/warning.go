package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// Warned counts what was warned of in a register.
type Warned struct {
	Twice      int64 // people who stand in an earlier household too
	Applicants int64 // who are a second applicant in their household
	Unified    int64 // households with a hukou that is neither urban nor rural
	PerHead    int64 // households whose income follows from that per head
	Health     int64 // people of whom a disability or illness is named and no certificate or finding stated
	HeadTwice  int64 // rows of a register of households whose household or head stands on an earlier row
	// Forgotten says from where on not every household, and not every person, is remembered.
	Forgotten register.Errors

	people, unidentified int64 // who were read, and of them those of whom no usable identity number is stated
}

// WarnOf says on stderr what may be wrong with a household of a register, be it refused or not, one
// warning a line, and counts it. What may be so of a whole register is said once.
func (p *Program) WarnOf(file string, r *register.Record) {
	p.Warned.people += int64(len(r.Household.Members))
	p.Warned.unidentified += int64(r.Unidentified)
	if say := p.Warned.add(r.Warnings); len(say) > 0 {
		p.Say(p.Stderr, p.Lang.In("提醒：", "warning: ")+file, r.Household.ID, say)
	}
}

// add counts warnings and returns those that are to be said.
func (w *Warned) add(warnings register.Errors) (say register.Errors) {
	for _, one := range warnings {
		switch one.Code {
		case register.CodeTwice:
			w.Twice++
		case register.CodeApplicants:
			w.Applicants++
		case register.CodeUnremembered:
			w.Forgotten = append(w.Forgotten, one)
		case register.CodeUnifiedHukou:
			if w.Unified++; w.Unified > 1 {
				continue
			}
		case register.CodePerHead:
			if w.PerHead++; w.PerHead > 1 {
				continue
			}
		case register.CodeHealth:
			if w.Health++; w.Health > 1 {
				continue
			}
		case register.CodeHeadTwice:
			if w.HeadTwice++; w.HeadTwice > saidOfCause {
				continue
			}
		}
		say = append(say, one)
	}
	return say
}

// Text says in language l how much was warned of, a line for each kind, and nothing where there was
// nothing.
func (w *Warned) Text(l standards.Lang) string {
	var b strings.Builder
	for _, kind := range [...]struct {
		count  int64
		zh, en string
	}{
		{w.Twice, "身份证号在前面另一户中已出现：%d 人\n", "people who stand in an earlier household too: %d\n"},
		{w.Applicants, "同一户中第一名以外的户主（申请人）：%d 人\n", "applicants beside another of their household: %d\n"},
		{w.PerHead, "全家收入按人均收入乘以人数计算：%d 户\n", "households whose income is taken as that per head times the people: %d\n"},
		{w.Health, "写有残疾或患病而没有残疾人证、重病认定，未予审核：%d 人\n",
			"people of whom a disability or illness is named without a certificate or finding, which is not examined: %d\n"},
		{w.HeadTwice, "同一户（户主）在前面已出现：%d 行\n", "rows whose household or head stands on an earlier row: %d\n"},
		{w.Unified, "户口不分城乡、户口类别按未载明处理：%d 户\n",
			"households with a hukou that is neither urban nor rural, which counts as not stated: %d\n"},
	} {
		if kind.count > 0 {
			fmt.Fprintf(&b, l.In(kind.zh, kind.en), kind.count)
		}
	}
	if w.unidentified > 0 {
		fmt.Fprintf(&b, l.In("没有可用的身份证号、未查找是否同时在另一户：%d 人（共读取 %d 人）\n",
			"people without a usable identity number, who were not looked for in other households: %d of %d read\n"),
			w.unidentified, w.people)
	}
	for _, f := range w.Forgotten {
		b.WriteString(f.Text(l) + "\n")
	}
	return b.String()
}

// WarnedJSON is what was warned of as reports have it.
type WarnedJSON struct {
	Twice        int64       `json:"personTwice"`  // people who stand in an earlier household too
	Unidentified int64       `json:"unidentified"` // people without a usable identity number, who were not looked for
	Applicants   int64       `json:"twoApplicants"`
	Unified      int64       `json:"unifiedHukou"`  // households with a hukou that is neither urban nor rural
	PerHead      int64       `json:"incomePerHead"` // households whose income is taken as that per head times the people
	Health       int64       `json:"healthNotExamined"`
	Forgotten    []Forgotten `json:"unremembered"` // from where on not all are remembered
}

// Forgotten is where remembering ends.
type Forgotten struct {
	Line   int    `json:"line"`
	Column string `json:"column"`
}

// JSON returns w as reports have it.
func (w *Warned) JSON() WarnedJSON {
	j := WarnedJSON{w.Twice, w.unidentified, w.Applicants, w.Unified, w.PerHead, w.Health, []Forgotten{}}
	for _, f := range w.Forgotten {
		j.Forgotten = append(j.Forgotten, Forgotten{f.Line, f.Column})
	}
	return j
}

// Say says on w what is wrong with a household, one fault a line, each after where it is and the
// id, if it is known. On stderr it says the first hundred; a file has them all.
func (p *Program) Say(w io.Writer, at, household string, err error) {
	if household != "" {
		at += p.Lang.In("，家庭 ", ", household ") + layout.Short(register.Masked(household))
	}
	text := Text(err, p.Lang)
	at = layout.Plain(at)
	if w == p.Stderr {
		text = First(text, p.Lang)
	}
	for fault := range strings.Lines(text) {
		fmt.Fprintf(w, "%s%s%s\n", at, p.Lang.In("：", ": "), strings.TrimSuffix(fault, "\n"))
	}
}

// mostFaults is how many faults of one household are printed.
const mostFaults = 100

// First returns the first hundred lines of text, and says in language l how many more there are.
func First(text string, l standards.Lang) string {
	at := 0
	for range mostFaults {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return text
		}
		at += i + 1
	}
	more := strings.Count(strings.TrimSuffix(text[at:], "\n"), "\n") + 1
	if at == len(text) {
		return text
	}
	return text[:at] + fmt.Sprintf(l.In("另有 %d 处", "%d more"), more)
}
