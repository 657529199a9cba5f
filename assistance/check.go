package assistance

import (
	"cmp"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// FieldError is one fault of a household: the path of the field, what stood there, and a stable
// code.
type FieldError = wire.FieldError

// Errors are all the faults of a household, in order.
type Errors = wire.Errors

// SyntaxError is text that is no JSON, with the line and the column.
type SyntaxError = wire.SyntaxError

// check finds every fault of h that shows without knowing the day.
func (h *Household) check(f *wire.Faults) {
	if h.usable() {
		return
	}
	checkFields(f, "", householdFields[:], h)
	switch n := len(h.Members); {
	case n == 0:
		f.Add("members", wire.CodeRequired, "")
	case n > MaxMembers:
		f.Add("members", wire.CodeTooMany, strconv.Itoa(n))
		return
	}
	for i := range h.Members {
		id := h.Members[i].ID
		checkFields(f, memberPath(i, ""), memberFields[:], &h.Members[i])
		checkActivities(f, memberPath(i, "cannot"), h.Members[i].Cannot)
		if id != "" && slices.ContainsFunc(h.Members[:i], func(m Member) bool { return m.ID == id }) {
			f.Add(memberPath(i, "id"), wire.CodeDuplicateID, id)
		}
	}
}

// checkActivities finds an activity that is listed twice.
func checkActivities(f *wire.Faults, path string, cannot []eldercare.Activity) {
	var seen activitySet
	for i, a := range cannot[:min(len(cannot), maxActivities)] {
		if seen.has(a) {
			f.Add(wire.Index(path, i), wire.CodeRepeated, a.String())
		}
		seen.add(a)
	}
}

// maxActivities is the number of activities of the self-care standard: a longer list repeats one.
const maxActivities = int(eldercare.Bathing)

// activitySet is a set of activities, one bit each. What is no activity is never in it.
type activitySet uint8

func (s activitySet) has(a eldercare.Activity) bool { return s>>a&1 == 1 }

func (s *activitySet) add(a eldercare.Activity) {
	if a >= eldercare.Eating && a <= eldercare.Bathing {
		*s |= 1 << a
	}
}

func memberPath(i int, field string) string { return wire.Index("members", i) + "." + field }

// usable reports whether check finds no fault, in one go over the fields: most households have
// none.
func (h *Household) usable() bool {
	if h.ID != "" && !ValidID(h.ID) || !h.Division.IsDivision() || h.Residence > standards.Rural ||
		h.Property > benefit.Over ||
		h.OnDibao > standards.No || !incomesUsable(h.Income) || !h.costsUsable() || h.LowIncomeProperty > benefit.Over ||
		h.Weight < 0 || h.Weight > MaxWeight ||
		len(h.Members) == 0 || len(h.Members) > MaxMembers {
		return false
	}
	for i := range h.Members {
		if !h.Members[i].usable() {
			return false
		}
	}
	return idsDiffer(h.Members)
}

// costsUsable reports whether what is taken off income can be computed with, and the day from which
// income is over the line is one.
func (h *Household) costsUsable() bool {
	return amountUsable(h.JobCosts) && amountUsable(h.RigidCosts) && (h.OverLineSince.IsZero() || h.OverLineSince.Valid())
}

func (m *Member) usable() bool {
	var cannot activitySet
	for _, a := range m.Cannot {
		if a < eldercare.Eating || a > eldercare.Bathing || cannot.has(a) {
			return false
		}
		cannot.add(a)
	}
	return ValidID(m.ID) && m.Born.Valid() && !m.Born.Before(firstBirth) &&
		(m.Division == 0 || m.Division == standards.Elsewhere || m.Division.IsDivision()) &&
		m.Residence <= standards.Rural && m.Counted <= standards.No && m.Relation <= benefit.SupportedRelative &&
		m.Absence <= benefit.Missing && m.Property <= benefit.Over && m.SeriousIllness <= standards.No &&
		m.Support <= benefit.Capable && m.SelfCare <= eldercare.None && m.Placement <= benefit.InInstitution &&
		m.WorkInjuryNursing <= standards.No && m.ChildScheme <= benefit.UnattendedToppedUp &&
		incomesUsable(m.Income) && amountUsable(m.LivingAllowance) && amountUsable(m.NursingAllowance) &&
		certificateUsable(&m.Disability)
}

// idsDiffer reports whether no two of the members, 100 at most and each with an id, have the same.
func idsDiffer(members []Member) bool {
	var seen [256]uint8 // 1 + the position of a member, from the slot that the end of the id names
	for i := range members {
		id := members[i].ID
		slot := id[len(id)-1] + id[max(0, len(id)-2)]<<4
		for ; seen[slot] != 0; slot++ {
			if members[seen[slot]-1].ID == id {
				return false
			}
		}
		seen[slot] = uint8(i + 1)
	}
	return true
}

// amountUsable reports whether an amount is either not stated or one that can be computed with.
func amountUsable(a standards.Amount) bool { return a == (standards.Amount{}) || a.Usable() }

func incomesUsable(incomes []Income) bool {
	for i := range incomes {
		if !incomes[i].usable() {
			return false
		}
	}
	return len(incomes) <= MaxIncomes
}

// certificateUsable reports whether there is no certificate or one without a fault.
func certificateUsable(c *disability.Certificate) bool {
	switch {
	case c.Components != nil:
		var f wire.Faults
		checkCertificate(&f, "", c)
		return f.Empty()
	case c.Category == 0 && c.Grade == 0 && c.LongTermCare == 0:
		return true
	}
	return c.Category >= disability.Visual && c.Category <= disability.Multiple && gradeFits(c.Grade) &&
		c.LongTermCare <= standards.No
}

func gradeFits(grade int) bool {
	return grade >= disability.MostSevere && grade <= disability.LeastSevere
}

// checkCertificate finds the faults of a certificate.
func checkCertificate(f *wire.Faults, path string, c *disability.Certificate) {
	if c.Category == 0 && c.Grade == 0 && c.Components == nil && c.LongTermCare == 0 {
		return
	}
	switch {
	case c.Category == 0:
		f.Add(path+".category", wire.CodeRequired, "")
	case c.Category > disability.Multiple:
		f.NoWord(path+".category", strconv.Itoa(int(c.Category)), new(disability.Category))
	}
	if !gradeFits(c.Grade) {
		f.Add(path+".grade", wire.CodeNumberRange, strconv.Itoa(c.Grade))
	}
	if c.LongTermCare > standards.No {
		f.NoWord(path+".longTermCare", strconv.Itoa(int(c.LongTermCare)), new(standards.Answer))
	}
	switch {
	case c.Components == nil:
	case c.Category != disability.Multiple:
		f.Add(path+".components", wire.CodeNotAllowed, c.Category.String())
	case len(c.Components) == 0:
		f.Add(path+".components", wire.CodeRequired, "")
	case len(c.Components) > maxComponents:
		f.Add(path+".components", wire.CodeTooMany, strconv.Itoa(len(c.Components)))
	default:
		checkComponents(f, path, c)
	}
}

// componentCategories are the categories of which a multiple disability can be made.
var componentCategories = [...]disability.Category{disability.Visual, disability.Hearing, disability.Speech,
	disability.Physical, disability.Intellectual, disability.Mental}

const maxComponents = len(componentCategories)

// checkComponents finds the faults of the components of a multiple disability: two or more, each
// of a category of its own, of which the worst has the grade of the certificate.
func checkComponents(f *wire.Faults, path string, c *disability.Certificate) {
	if len(c.Components) == 1 {
		f.Add(wire.Index(path+".components", 1), wire.CodeRequired, "")
	}
	fit, worst := gradeFits(c.Grade), disability.LeastSevere+1
	for i, one := range c.Components {
		at := wire.Index(path+".components", i)
		if one.Category < disability.Visual || one.Category >= disability.Multiple {
			wire.NotOneOf(f, at+".category", cmp.Or(one.Category.String(), strconv.Itoa(int(one.Category))),
				componentCategories[:])
		}
		if !gradeFits(one.Grade) {
			f.Add(at+".grade", wire.CodeNumberRange, strconv.Itoa(one.Grade))
			fit = false
		}
		if slices.ContainsFunc(c.Components[:i],
			func(earlier disability.Component) bool { return earlier.Category == one.Category }) {
			f.Add(at+".category", wire.CodeRepeated, one.Category.String())
		}
		worst = min(worst, one.Grade)
	}
	if fit && worst != c.Grade {
		f.Add(path+".grade", wire.CodeConflict, strconv.Itoa(c.Grade))
	}
}

// checkOn finds the faults of h that show only on the day of set.
func (h *Household) checkOn(set *standards.Set, f *wire.Faults) {
	day := set.Day()
	if day.Before(h.OverLineSince) {
		f.Add("overLineSince", wire.CodeDateRange, h.OverLineSince.String())
	}
	for i := range h.Members {
		m := &h.Members[i]
		if day.Before(m.Born) {
			f.Add(memberPath(i, "born"), wire.CodeDateRange, m.Born.String())
		}
		if m.Cannot != nil && m.SelfCare != 0 && selfCareOf(set, m.Cannot) != m.SelfCare {
			f.Add(memberPath(i, "selfCare"), wire.CodeConflict, m.SelfCare.String())
		}
	}
}

// selfCare returns the self-care of m, by the activities where they are stated.
func (m *Member) selfCare(set *standards.Set) eldercare.SelfCare {
	if m.Cannot == nil {
		return m.SelfCare
	}
	return selfCareOf(set, m.Cannot)
}

func selfCareOf(set *standards.Set, cannot []eldercare.Activity) eldercare.SelfCare {
	return eldercare.Assess(set, eldercare.ActivitiesOf(cannot...))
}

// ValidID reports whether id can be that of a household or a member: 1 to 64 characters without
// spaces or control characters.
func ValidID(id string) bool {
	if isVisibleASCII(id) {
		return len(id) >= 1 && len(id) <= maxID
	}
	if !utf8.ValidString(id) {
		return false
	}
	for _, r := range id {
		if unicode.IsSpace(r) || unicode.IsControl(r) || !unicode.IsPrint(r) {
			return false
		}
	}
	return utf8.RuneCountInString(id) <= maxID
}

// isVisibleASCII reports whether id is of visible ASCII characters only.
func isVisibleASCII(id string) bool {
	for i := range len(id) {
		if id[i] < '!' || id[i] > '~' {
			return false
		}
	}
	return true
}
