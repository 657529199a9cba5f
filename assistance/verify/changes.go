package verify

import (
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// ChangeKind says what becomes of a benefit from one decision to the next.
type ChangeKind uint8

const (
	Begun    ChangeKind = iota + 1 // 新增
	Raised                         // 增发
	Lowered                        // 减发
	Stopped                        // 停发
	Reopened                       // 待定: due before, undetermined now
	Unclear                        // 待核: due before and now; which amount is higher is not known
)

var changeKinds = [...]struct{ word, chinese, english string }{
	{},
	{"begun", "新增", "begun"},
	{"raised", "增发", "raised"},
	{"lowered", "减发", "lowered"},
	{"stopped", "停发", "stopped"},
	{"reopened", "待定", "undetermined now"},
	{"unclear", "金额待核", "amount unclear"},
}

// String returns the word of the wire formats.
func (k ChangeKind) String() string {
	if int(k) < len(changeKinds) {
		return changeKinds[k].word
	}
	return ""
}

// Text returns k in language l, as 649号 art. 13 calls it.
func (k ChangeKind) Text(l standards.Lang) string {
	if int(k) < len(changeKinds) {
		return l.In(changeKinds[k].chinese, changeKinds[k].english)
	}
	return ""
}

// MarshalText implements encoding.TextMarshaler.
func (k ChangeKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *ChangeKind) UnmarshalText(text []byte) error {
	for i := range changeKinds {
		if i > 0 && k != nil && changeKinds[i].word == string(text) {
			*k = ChangeKind(i)
			return nil
		}
	}
	return &standards.WordError{Value: string(text)}
}

// Change (待遇变更) says what becomes of one benefit from one decision to the next. Amounts are a
// month.
type Change struct {
	Kind   ChangeKind      `json:"kind"`
	Part   benefit.Name    `json:"part"`
	Member string          `json:"member,omitempty"`
	Before benefit.Payment `json:"before,omitzero"` // zero: none was due, or its amount was not on record
	After  benefit.Payment `json:"after,omitzero"`  // likewise
	By     benefit.Payment `json:"by,omitzero"`     // the difference; zero: not known
	Floors bool            `json:"floors,omitzero"` // both amounts are lower limits, and By is the difference of these
	Absent bool            `json:"absent,omitzero"` // the later decision does not have the member
	// Steps are the reasons: the steps of the later decision, if it has any, that are not as they
	// were.
	Steps []benefit.Step `json:"steps,omitempty"`
}

// Changes lists what a later decision changes for the family: dibao, the low-income family, and
// each member's benefits, in the order of the law. It leaves out benefits that are due as before.
// Members with the same id are the same person.
func Changes(before, after assistance.Decision) []Change {
	var list []Change
	add := func(n benefit.Name, id string, a, b benefit.Part, absent bool) {
		if c, ok := changeOf(a, b); ok {
			c.Part, c.Member, c.Absent = n, id, absent
			c.Steps = reasons(&c, before.Steps, after.Steps)
			list = append(list, c)
		}
	}
	add(benefit.Dibao, "", before.Dibao.Part, after.Dibao.Part, false)
	add(benefit.LowIncome, "", before.LowIncome, after.LowIncome, false)
	for _, id := range memberIDs(&before, &after) {
		a, _ := before.Member(id)
		b, stands := after.Member(id)
		add(benefit.Tekun, id, a.Tekun.Part, b.Tekun.Part, !stands)
		add(benefit.SinglePerson, id, a.SinglePerson, b.SinglePerson, !stands)
		add(benefit.Living, id, a.Living, b.Living, !stands)
		add(benefit.Nursing, id, a.Nursing, b.Nursing, !stands)
	}
	return list
}

// memberIDs lists the members of the later decision, then those of the earlier one only.
func memberIDs(before, after *assistance.Decision) []string {
	var ids []string
	for _, d := range [...]*assistance.Decision{after, before} {
		for i := range d.Members {
			if id := d.Members[i].ID; !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// changeOf returns what becomes of a part, and false if it is due as before, or not due in either.
func changeOf(before, after benefit.Part) (Change, bool) {
	c := Change{Before: before.Payment, After: after.Payment}
	switch was, is := before.Verdict == benefit.Eligible, after.Verdict == benefit.Eligible; {
	case !was && !is:
		return Change{}, false
	case !was:
		c.Kind, c.By = Begun, after.Payment
	case !is && after.Verdict == benefit.Undetermined:
		c.Kind = Reopened
	case !is:
		c.Kind, c.By = Stopped, before.Payment
	default:
		return c, c.compareAmounts()
	}
	return c, true
}

// compareAmounts fills in the kind and the difference of two amounts that are due. It returns false
// if they are the same.
func (c *Change) compareAmounts() bool {
	if c.Before == c.After {
		return false
	}
	c.Kind = Unclear
	if !c.Before.Stated() || !c.After.Stated() {
		return true
	}
	more := c.After.Amount.Fen() - c.Before.Amount.Fen()
	wasFloor, isFloor := c.Before.Bound == standards.AtLeast, c.After.Bound == standards.AtLeast
	bound := standards.Exactly
	if wasFloor || isFloor {
		bound = standards.AtLeast
	}
	switch {
	case more > 0 && wasFloor == isFloor, more > 0 && isFloor:
		c.Kind, c.By = Raised, benefit.Monthly(more, bound)
	case more < 0 && wasFloor == isFloor, more < 0 && wasFloor:
		c.Kind, c.By = Lowered, benefit.Monthly(-more, bound)
	}
	if wasFloor && isFloor {
		c.Floors, c.By.Bound = true, standards.Exactly
	}
	return true
}

// reasons returns the steps on the changed part that the earlier decision does not have alike. If
// the part stopped, they are the conditions that are not met; if it is open, those that are
// unknown.
func reasons(c *Change, before, after []benefit.Step) []benefit.Step {
	var changed []benefit.Step
	for _, s := range after {
		stood := func(old benefit.Step) bool { return sameStep(&old, &s) }
		if c.concerns(&s) && !slices.ContainsFunc(before, stood) {
			changed = append(changed, s)
		}
	}
	decisive := benefit.ResultNotMet
	switch c.Kind {
	case Reopened:
		decisive = benefit.ResultUnknown
	case Begun, Raised, Lowered, Unclear:
		return changed
	}
	var why []benefit.Step
	for _, s := range changed {
		if s.Result == decisive {
			why = append(why, s)
		}
	}
	return why
}

// concerns reports whether a step bears on the part. Steps on who counts bear on dibao.
func (c *Change) concerns(s *benefit.Step) bool {
	switch {
	case s.Part == c.Part:
		return c.Member == "" || s.Member == c.Member
	case s.Part == 0 && s.Member != "":
		return c.Part == benefit.Dibao || s.Member == c.Member
	}
	return false
}

// sameStep reports whether two steps say the same.
func sameStep(a, b *benefit.Step) bool {
	return a.Code == b.Code && a.Part == b.Part && a.Member == b.Member &&
		a.Residence == b.Residence && a.Under == b.Under && a.Result == b.Result &&
		a.Left == b.Left && a.Op == b.Op && a.Right == b.Right && a.Value == b.Value && slices.Equal(a.Terms, b.Terms) &&
		a.Document == b.Document && a.Clause == b.Clause && a.Reading == b.Reading && a.Choice == b.Choice &&
		a.Planned == b.Planned && slices.Equal(a.In, b.In) && slices.Equal(a.Out, b.Out)
}
