package assistancetest

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// UntouchedError is a figure that no case comes to, such as the nursing subsidy of grade 2 in a
// county.
type UntouchedError struct {
	Key       standards.Key
	Place     standards.Place     // that the row states
	Residence standards.Residence // zero: both kinds, or the key does not go by them
	Of        string
	Grade     int // of disability, where the key goes by certificates; else 0
}

func (e *UntouchedError) Error() string { return e.Text(standards.English) }

// Text says in language l which figure no case comes to.
func (e *UntouchedError) Text(l standards.Lang) string {
	if e == nil {
		return ""
	}
	subject := e.Key.Text(l)
	if e.Residence != 0 {
		subject += l.In("，", ", ") + e.Residence.Text(l)
	}
	if e.Of != "" {
		subject += l.In("，", ", ") + wire.Shown(e.Of)
	}
	if e.Grade > 0 {
		subject += fmt.Sprintf(l.In("，残疾%d级", ", disability of grade %d"), e.Grade)
	}
	return fmt.Sprintf(l.In("没有用例涉及：%s（%s）", "no case touches %s (%s)"), subject, e.Place.Text(l))
}

// Untouched runs case files as [RunCases] does, whatever they expect, and returns [Errors] with an
// [*UntouchedError] for each figure that is paid by, or that decides who is, and that no decision
// of a case comes to: by place, kind of hukou and class as its row states them, and by the grade of
// the certificate. Where cases name tables files, or tables have some laid over them, the figures
// are those of the files, otherwise those that decide on the days of the cases. Cases that cannot
// be run are left to RunCases.
func Untouched(fsys fs.FS, tables *standards.Tables, names ...string) error {
	cases, _ := ReadCases(fsys, names...)
	laid := layers{fsys: fsys, base: tables}
	seen := touching{touched: map[UntouchedError]bool{}}
	for _, c := range cases {
		under, err := laid.with(c.Tables)
		if err != nil {
			continue
		}
		set, err := under.At(c.On)
		if err != nil {
			continue
		}
		d, err := assistance.Explain(set, c.Household)
		if err != nil {
			continue
		}
		seen.list(set)
		seen.decision(set, &c.Household, &d)
	}
	return seen.left()
}

// touching collects the figures that there are and those that cases come to.
type touching struct {
	all     []UntouchedError
	touched map[UntouchedError]bool
}

// paidBy are the keys of which every row should be touched.
var paidBy = []standards.Key{
	standards.Key(standards.DibaoLine), standards.Key(standards.LowIncomeLine), standards.Key(standards.LowIncomeMultiple),
	standards.Key(standards.DibaoTopUp), standards.Key(standards.DibaoMinimum),
	standards.Key(standards.TekunBasic), standards.Key(standards.TekunCare),
	standards.Key(standards.DisabilityLiving), standards.Key(standards.DisabilityNursing),
}

// list adds the figures that decide under set: those of the tables files, if there are any.
func (t *touching) list(set *standards.Set) {
	overlays := set.Tables().Overlays()
	for _, row := range set.Rows() {
		if !slices.Contains(paidBy, row.Key) || len(overlays) > 0 && !stands(overlays, &row) {
			continue
		}
		for _, grade := range gradesOf(set, &row) {
			one := UntouchedError{row.Key, row.Place, row.Residence, row.Of, grade}
			if !slices.Contains(t.all, one) {
				t.all = append(t.all, one)
			}
		}
	}
}

// stands reports whether a row is one of tables files.
func stands(overlays []standards.Overlay, row *standards.Standard) bool {
	return slices.ContainsFunc(overlays, func(o standards.Overlay) bool {
		return slices.ContainsFunc(o.Rows, func(r standards.Standard) bool {
			return r.Key == row.Key && r.Place == row.Place && r.Residence == row.Residence &&
				r.Of == row.Of && r.From == row.From
		})
	})
}

// gradesOf lists the grades of certificates that a row pays, 0 alone where it goes by none.
func gradesOf(set *standards.Set, row *standards.Standard) []int {
	var limit standards.NumberKey
	switch row.Key {
	case standards.Key(standards.DisabilityLiving):
		limit = standards.LivingGrade
	case standards.Key(standards.DisabilityNursing):
		limit = standards.NursingGrade
	default:
		return []int{0}
	}
	if grade, err := strconv.Atoi(row.Of); err == nil {
		return []int{grade}
	}
	var grades []int
	last, _ := set.Find(standards.Key(limit), standards.Divisions()[0], 0, "")
	for grade := range last.Number.Int() {
		grades = append(grades, grade+1)
	}
	return grades
}

// touch notes the row that decides for a household in a place, for a kind of hukou and a class.
func (t *touching) touch(
	set *standards.Set, k standards.Key, p standards.Place, kind standards.Residence, of string, grade int,
) {
	row, ok := set.Find(k, p, kind, of)
	if !ok {
		row, ok = set.Find(k, p, kind, "")
	}
	if ok {
		t.touched[UntouchedError{row.Key, row.Place, row.Residence, row.Of, grade}] = true
	}
}

// decision notes what a decision came to.
func (t *touching) decision(set *standards.Set, h *assistance.Household, d *assistance.Decision) {
	for i := range d.Members {
		m, who := &d.Members[i], &h.Members[i]
		kind, grade := h.ResidenceOf(who), who.Disability.Grade
		if d.Dibao.Verdict != benefit.NotExamined {
			t.touch(set, standards.Key(standards.DibaoLine), h.Division, kind, "", 0)
		}
		if d.LowIncome.Verdict != benefit.NotExamined {
			t.touch(set, standards.Key(standards.LowIncomeMultiple), h.Division, 0, "", 0)
			t.touch(set, standards.Key(standards.LowIncomeLine), h.Division, kind, "", 0)
		}
		if d.Dibao.Verdict == benefit.Eligible {
			t.touch(set, standards.Key(standards.DibaoMinimum), h.Division, 0, "", 0)
		}
		if m.Tekun.Verdict == benefit.Eligible {
			t.touch(set, standards.Key(standards.TekunBasic), h.Division, kind, "", 0)
			if m.Tekun.SelfCare >= eldercare.Full {
				t.touch(set, standards.Key(standards.TekunCare), h.Division, 0, m.Tekun.SelfCare.String(), 0)
			}
		}
		if m.Living.Verdict == benefit.Eligible {
			t.touch(set, standards.Key(standards.DisabilityLiving), h.Division, kind, strconv.Itoa(grade), grade)
		}
		if m.Nursing.Verdict == benefit.Eligible {
			t.touch(set, standards.Key(standards.DisabilityNursing), h.Division, kind, strconv.Itoa(grade), grade)
		}
	}
	t.topUps(set, h, d)
}

// topUps notes the classes of top-ups that a payment of dibao contains.
func (t *touching) topUps(set *standards.Set, h *assistance.Household, d *assistance.Decision) {
	if d.Dibao.Verdict != benefit.Eligible {
		return
	}
	classes := set.Classes(standards.DibaoTopUp, h.Division)
	for i := range d.Steps {
		s := &d.Steps[i]
		for _, row := range classes {
			if s.Code == benefit.StepDibaoTopUp && s.Value.Word == row.Of {
				t.touch(set, standards.Key(standards.DibaoTopUp), h.Division, 0, row.Of, 0)
			}
		}
	}
}

// left lists the figures that were not touched.
func (t *touching) left() error {
	var found Errors
	for i := range t.all {
		if !t.touched[t.all[i]] {
			found = append(found, &t.all[i])
		}
	}
	return found.err()
}
