package assistance

import (
	"cmp"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// FieldError is one fault of a household: the path of the field, what stood there, and a stable code.
type FieldError = wire.FieldError

// Errors are all the faults of a household, in order.
type Errors = wire.Errors

// check finds every fault of h that shows without knowing the day.
func (h *Household) check(f *wire.Faults) {
	if h.ID != "" && !ValidID(h.ID) {
		f.Add("id", wire.CodeIDFormat, h.ID)
	}
	if !h.Division.IsDivision() {
		if h.Division == 0 {
			f.Add("division", wire.CodeRequired, "")
		} else {
			f.Add("division", wire.CodeUnknownPlace, h.Division.String())
		}
	}
	word(f, "residence", uint8(h.Residence), uint8(standards.Rural))
	word(f, "property", uint8(h.Property), uint8(benefit.Over))
	word(f, "onDibao", uint8(h.OnDibao), uint8(standards.No))
	if !incomesUsable(h.Income) {
		checkIncomes(f, "", h.Income)
	}
	if !usable(h.JobCosts) {
		checkAmount(f, "", "jobCosts", h.JobCosts)
	}
	if h.Weight < 0 || h.Weight > MaxWeight {
		f.Add("weight", wire.CodeNumberRange, strconv.Itoa(h.Weight))
	}
	switch n := len(h.Members); {
	case n == 0:
		f.Add("members", wire.CodeRequired, "")
	case n > MaxMembers:
		f.Add("members", wire.CodeTooMany, strconv.Itoa(n))
		return
	}
	for i := range h.Members {
		m := &h.Members[i]
		m.check(f, i)
		if m.ID != "" && isMember(h.Members[:i], m.ID) {
			f.Add(memberPath(i, "id"), wire.CodeDuplicateID, m.ID)
		}
	}
}

func isMember(members []Member, id string) bool {
	for i := range members {
		if members[i].ID == id {
			return true
		}
	}
	return false
}

func memberPath(i int, field string) string { return wire.Index("members", i) + "." + field }

// check finds every fault of member i that shows without knowing the day.
func (m *Member) check(f *wire.Faults, i int) {
	switch {
	case ValidID(m.ID):
	case m.ID == "":
		f.Add(memberPath(i, "id"), wire.CodeRequired, "")
	default:
		f.Add(memberPath(i, "id"), wire.CodeIDFormat, m.ID)
	}
	switch {
	case m.Born.Valid() && !m.Born.Before(firstBirth):
	case m.Born.IsZero():
		f.Add(memberPath(i, "born"), wire.CodeRequired, "")
	case !m.Born.Valid():
		f.Add(memberPath(i, "born"), wire.CodeDateFormat, m.Born.String())
	default:
		f.Add(memberPath(i, "born"), wire.CodeDateRange, m.Born.String())
	}
	if m.Division != 0 && m.Division != standards.Elsewhere && !m.Division.IsDivision() {
		f.Add(memberPath(i, "division"), wire.CodeUnknownPlace, m.Division.String())
	}
	if !m.wordsKnown() {
		m.checkWords(f, i)
	}
	if !incomesUsable(m.Income) {
		checkIncomes(f, wire.Index("members", i), m.Income)
	}
	if !usable(m.LivingAllowance) || !usable(m.NursingAllowance) {
		path := wire.Index("members", i)
		checkAmount(f, path, "livingAllowance", m.LivingAllowance)
		checkAmount(f, path, "nursingAllowance", m.NursingAllowance)
	}
	if !certificateUsable(&m.Disability) {
		checkCertificate(f, memberPath(i, "disability"), &m.Disability)
	}
}

// wordsKnown reports whether every field that takes one of a few words holds one.
func (m *Member) wordsKnown() bool {
	for _, a := range m.Cannot {
		if a < eldercare.Eating || a > eldercare.Bathing {
			return false
		}
	}
	return m.Residence <= standards.Rural && m.Counted <= standards.No && m.Relation <= benefit.SupportedRelative && m.Absence <= benefit.Missing &&
		m.Property <= benefit.Over && m.SeriousIllness <= standards.No && m.Support <= benefit.Capable && m.SelfCare <= eldercare.None &&
		m.Placement <= benefit.InInstitution && m.WorkInjuryNursing <= standards.No && m.ChildScheme <= benefit.UnattendedToppedUp
}

func (m *Member) checkWords(f *wire.Faults, i int) {
	for _, w := range [...]struct {
		field     string
		got, last uint8
	}{
		{"residence", uint8(m.Residence), uint8(standards.Rural)}, {"counted", uint8(m.Counted), uint8(standards.No)},
		{"relation", uint8(m.Relation), uint8(benefit.SupportedRelative)}, {"absence", uint8(m.Absence), uint8(benefit.Missing)},
		{"property", uint8(m.Property), uint8(benefit.Over)}, {"seriousIllness", uint8(m.SeriousIllness), uint8(standards.No)},
		{"support", uint8(m.Support), uint8(benefit.Capable)}, {"selfCare", uint8(m.SelfCare), uint8(eldercare.None)},
		{"placement", uint8(m.Placement), uint8(benefit.InInstitution)}, {"workInjuryNursing", uint8(m.WorkInjuryNursing), uint8(standards.No)},
		{"childScheme", uint8(m.ChildScheme), uint8(benefit.UnattendedToppedUp)},
	} {
		word(f, memberPath(i, w.field), w.got, w.last)
	}
	for j, a := range m.Cannot {
		if a < eldercare.Eating || a > eldercare.Bathing {
			f.Add(wire.Index(memberPath(i, "cannot"), j), wire.CodeNotAValue, strconv.Itoa(int(a)))
		}
	}
}

// word finds a value past the last word of its field.
func word(f *wire.Faults, path string, got, last uint8) {
	if got > last {
		notAValue(f, path, got)
	}
}

func notAValue(f *wire.Faults, path string, got uint8) {
	f.Add(path, wire.CodeNotAValue, strconv.Itoa(int(got)))
}

// usable reports whether an amount is either not stated or one that can be computed with.
func usable(a standards.Amount) bool { return a == (standards.Amount{}) || a.Usable() }

func checkAmount(f *wire.Faults, path, field string, a standards.Amount) {
	if usable(a) {
		return
	}
	f.Add(join(path, field), amountCode(a), a.YuanText())
}

func amountCode(a standards.Amount) string {
	if a.Fen() < 0 || a.Per() != standards.PerMonth && a.Per() != standards.PerYear {
		return wire.CodeMoneyFormat
	}
	return wire.CodeMoneyRange
}

func join(path, field string) string {
	if path == "" {
		return field
	}
	return path + "." + field
}

func incomesUsable(incomes []Income) bool {
	for i := range incomes {
		if !incomes[i].usable() {
			return false
		}
	}
	return len(incomes) <= MaxIncomes
}

func (i *Income) usable() bool {
	return i.Kind >= standards.Wages && i.Kind <= standards.Relief && i.Amount.Usable() &&
		(i.Months == 0 || i.Months > 0 && i.Months <= standards.MonthsPerYear && i.Amount.Per() == standards.PerMonth)
}

func checkIncomes(f *wire.Faults, path string, incomes []Income) {
	if len(incomes) > MaxIncomes {
		f.Add(join(path, "income"), wire.CodeTooMany, strconv.Itoa(len(incomes)))
		return
	}
	for j := range incomes {
		in := &incomes[j]
		if in.usable() {
			continue
		}
		at := wire.Index(join(path, "income"), j)
		switch {
		case in.Kind == 0:
			f.Add(at+".kind", wire.CodeRequired, "")
		case in.Kind > standards.Relief:
			f.Add(at+".kind", wire.CodeNotAValue, strconv.Itoa(int(in.Kind)))
		}
		missing := in.Amount == (standards.Amount{})
		switch {
		case missing:
			f.Add(at+".yuan", wire.CodeRequired, "")
		case !in.Amount.Usable():
			f.Add(at+".yuan", amountCode(in.Amount), in.Amount.YuanText())
		}
		if in.Months < 0 || in.Months > standards.MonthsPerYear {
			f.Add(at+".months", wire.CodeNumberRange, strconv.Itoa(in.Months))
		} else if in.Months != 0 && !missing && in.Amount.Per() != standards.PerMonth {
			f.Add(at+".months", wire.CodeNotAllowed, strconv.Itoa(in.Months))
		}
	}
}

// certificateUsable reports whether there is no certificate, or a usable one without components: those with components are checked part by
// part.
func certificateUsable(c *disability.Certificate) bool {
	if c.Category == 0 && c.Grade == 0 && c.Components == nil && c.LongTermCare == 0 {
		return true
	}
	return c.Category >= disability.Visual && c.Category <= disability.Multiple && c.Grade >= disability.MostSevere && c.Grade <= disability.LeastSevere &&
		c.Components == nil && c.LongTermCare <= standards.No
}

func checkCertificate(f *wire.Faults, path string, c *disability.Certificate) {
	if c.Category < disability.Visual || c.Category > disability.Multiple {
		if c.Category == 0 {
			f.Add(path+".category", wire.CodeRequired, "")
		} else {
			f.Add(path+".category", wire.CodeNotAValue, strconv.Itoa(int(c.Category)))
		}
	}
	gradeFits := c.Grade >= disability.MostSevere && c.Grade <= disability.LeastSevere
	if !gradeFits {
		f.Add(path+".grade", wire.CodeNumberRange, strconv.Itoa(c.Grade))
	}
	word(f, path+".longTermCare", uint8(c.LongTermCare), uint8(standards.No))
	if c.Components == nil {
		return
	}
	if c.Category != disability.Multiple {
		f.Add(path+".components", wire.CodeNotAllowed, c.Category.String())
		return
	}
	worst := disability.LeastSevere + 1
	for j, one := range c.Components {
		at := wire.Index(path+".components", j)
		if one.Category < disability.Visual || one.Category >= disability.Multiple {
			f.Add(at+".category", wire.CodeNotAValue, cmp.Or(one.Category.String(), strconv.Itoa(int(one.Category))))
		}
		if one.Grade < disability.MostSevere || one.Grade > disability.LeastSevere {
			f.Add(at+".grade", wire.CodeNumberRange, strconv.Itoa(one.Grade))
			gradeFits = false
		}
		for _, earlier := range c.Components[:j] {
			if earlier.Category == one.Category {
				f.Add(at+".category", wire.CodeConflict, one.Category.String())
				break
			}
		}
		worst = min(worst, one.Grade)
	}
	switch {
	case len(c.Components) == 0:
		f.Add(path+".components", wire.CodeRequired, "")
	case gradeFits && worst != c.Grade:
		f.Add(path+".grade", wire.CodeConflict, strconv.Itoa(c.Grade))
	}
}

// checkOn finds the faults of h that show only on the day of set.
func (h *Household) checkOn(set *standards.Set, f *wire.Faults) {
	day := set.Day()
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

// selfCare is the self-care of m: by the activities where they are stated.
func (m *Member) selfCare(set *standards.Set) eldercare.SelfCare {
	if m.Cannot == nil {
		return m.SelfCare
	}
	return selfCareOf(set, m.Cannot)
}

func selfCareOf(set *standards.Set, cannot []eldercare.Activity) eldercare.SelfCare {
	return eldercare.Assess(set, eldercare.ActivitiesOf(cannot...))
}

// ValidID reports whether id can be that of a household or a member: 1 to 64 characters without spaces or control characters.
func ValidID(id string) bool {
	if plain(id) {
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

// plain reports whether id is of visible ASCII characters only.
func plain(id string) bool {
	for i := range len(id) {
		if id[i] < '!' || id[i] > '~' {
			return false
		}
	}
	return true
}
