package eldercare

import (
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
)

// unit names the thing that a target counts.
type unit struct{ chinese, one, many string }

func unitOf(key standards.NumberKey) unit {
	switch key {
	case standards.TekunInstitutionShare:
		return unit{"人", "person", "people"}
	case standards.TekunInstitutions:
		return unit{"所", "institution", "institutions"}
	case standards.TekunBeds, standards.TekunNursingBeds, standards.NursingBedShare:
		return unit{"张", "bed", "beds"}
	case standards.CommunityCoverage:
		return unit{"个社区", "community", "communities"}
	case standards.WorkerTraining:
		return unit{"人", "worker", "workers"}
	case standards.ElderCanteens:
		return unit{"家", "canteen", "canteens"}
	}
	return unit{"家", "institution", "institutions"}
}

// of returns n of the unit in language l.
func (u unit) of(n int64, l standards.Lang) string {
	text := strconv.FormatInt(n, 10)
	if l != standards.English {
		return text + u.chinese
	}
	if n == 1 {
		return text + " " + u.one
	}
	return text + " " + u.many
}

// Counted returns n of what the target counts in language l, such as 20张, "20 beds" or "1 person".
func (t Target) Counted(n int64, l standards.Lang) string { return unitOf(t.Key).of(n, l) }

// Text says in language l of whom what is asked, what is there, how it stands and where it is
// printed, such as "Zhuzhou, beds added: target 200 beds, actual 180 beds: missed, 20 beds wanting
// (Zhuzhou civil affairs work points 2020, item 12)".
func (t Target) Text(l standards.Lang) string {
	var b strings.Builder
	b.WriteString(t.Place.Text(l) + l.In("，", ", ") + standards.Key(t.Key).Text(l) + l.In("：", ": "))
	for _, part := range [...]string{t.figureText(l), t.actualText(l)} {
		if part != "" {
			b.WriteString(part + l.In("，", ", "))
		}
	}
	b.WriteString(t.Verdict.Text(l))
	if t.Wanting > 0 {
		wanting := t.Counted(t.Wanting, l)
		b.WriteString(l.In("，还差"+wanting, ", "+wanting+" wanting"))
	}
	if t.Row.Key != 0 {
		b.WriteString(l.In("（", " (") + t.Citation(l))
		if t.Planned {
			b.WriteString(l.In("，按当年计划执行", ", applied as planned for the year"))
		}
		b.WriteString(l.In("）", ")"))
	}
	return b.String()
}

func (t Target) figureText(l standards.Lang) string {
	number := t.Row.Number
	switch {
	case t.Row.Key == 0:
		return ""
	case number.Den == 1 && t.isShare(): // all of them
		number = standards.Percent(100 * number.Num)
	case number.Den == 1:
		return l.In("目标", "target ") + t.Counted(number.Num, l)
	}
	return l.In("目标", "target ") + number.String()
}

func (t Target) isShare() bool { return standards.Key(t.Key).Info().Form&standards.Share != 0 }

func (t Target) actualText(l standards.Lang) string {
	part, whole := t.Actual.Part, t.Actual.Whole
	switch u := unitOf(t.Key); {
	case !part.stated || t.isShare() && !whole.stated:
		return ""
	case t.isShare():
		return l.In("实际"+u.of(whole.n, l)+"中"+u.of(part.n, l), "actual "+part.String()+" of "+u.of(whole.n, l))
	default:
		return l.In("实际", "actual ") + u.of(part.n, l)
	}
}

// Citation names in language l where the figure is printed, "" where none is on record. A tables
// file is cited by its id.
func (t Target) Citation(l standards.Lang) string {
	return t.Row.Basis.Document.Info().Cite(t.Row.Basis.Clause, l)
}
