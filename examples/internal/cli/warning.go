package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
)

// Warned counts what was warned of in a register.
type Warned struct {
	Twice int64 // people who stand in an earlier household too
	// Forgotten says from where on not every household, and not every person, is remembered.
	Forgotten caseload.RowErrors
}

// WarnOf says on stderr what may be wrong with a household that is not refused for it, one warning a line, and counts it.
func (p *Program) WarnOf(file, household string, warnings caseload.RowErrors, counted *Warned) {
	if len(warnings) == 0 {
		return
	}
	counted.add(warnings)
	p.Say(p.Stderr, p.Lang.In("提醒：", "warning: ")+file, household, warnings)
}

func (w *Warned) add(warnings caseload.RowErrors) {
	for _, one := range warnings {
		switch one.Code {
		case caseload.CodeTwice:
			w.Twice++
		case caseload.CodeUnremembered:
			w.Forgotten = append(w.Forgotten, one)
		}
	}
}

// Text says in language l how much was warned of, a line for each kind, and nothing where there was nothing.
func (w *Warned) Text(l standards.Lang) string {
	var b strings.Builder
	if w.Twice > 0 {
		fmt.Fprintf(&b, l.In("身份证号在前面另一户中已出现：%d 人\n", "people who stand in an earlier household too: %d\n"), w.Twice)
	}
	for _, f := range w.Forgotten {
		b.WriteString(f.Text(l) + "\n")
	}
	return b.String()
}

// WarnedJSON is what was warned of as reports have it.
type WarnedJSON struct {
	Twice     int64       `json:"personTwice"`  // people who stand in an earlier household too
	Forgotten []Forgotten `json:"unremembered"` // from where on not all are remembered
}

// Forgotten is where remembering ends.
type Forgotten struct {
	Line   int    `json:"line"`
	Column string `json:"column"`
}

// JSON returns w as reports have it.
func (w *Warned) JSON() WarnedJSON {
	j := WarnedJSON{w.Twice, []Forgotten{}}
	for _, f := range w.Forgotten {
		j.Forgotten = append(j.Forgotten, Forgotten{f.Line, f.Column})
	}
	return j
}

// Say says on w what is wrong with a household, one fault a line, each after where it is and the id, if it is known.
func (p *Program) Say(w io.Writer, at, household string, err error) {
	if household != "" {
		at += p.Lang.In("，家庭 ", ", household ") + printable(household)
	}
	for fault := range strings.Lines(Text(err, p.Lang)) {
		fmt.Fprintf(w, "%s%s%s\n", at, p.Lang.In("：", ": "), strings.TrimSuffix(fault, "\n"))
	}
}

// printable is s without characters that would move the cursor.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
