package verify

import (
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// ChangeKind is what becomes of a benefit from one decision to the next.
type ChangeKind uint8

const (
	Begun    ChangeKind = iota + 1 // 新增
	Raised                         // 增发
	Lowered                        // 减发
	Stopped                        // 停发
	Reopened                       // 待定: due before, undetermined now
	Unclear                        // 待核: due before and now, and from what is known of the amounts nobody can say which is higher
)

var changeKinds = [...]struct{ word, chinese, english string }{{}, {"begun", "新增", "begun"}, {"raised", "增发", "raised"}, {"lowered", "减发", "lowered"},
	{"stopped", "停发", "stopped"}, {"reopened", "待定", "undetermined now"}, {"unclear", "金额待核", "amount unclear"}}

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
		if i > 0 && changeKinds[i].word == string(text) {
			*k = ChangeKind(i)
			return nil
		}
	}
	return &standards.WordError{Text: string(text)}
}

// Change is what becomes of one benefit, of one member where it is a member's, from one decision to the next.
type Change struct {
	Kind   ChangeKind      `json:"kind"`
	Part   benefit.Name    `json:"part"`
	Member string          `json:"member,omitempty"`
	Before benefit.Payment `json:"before,omitzero"` // zero: none was due, or its amount was not on record
	After  benefit.Payment `json:"after,omitzero"`
	By     benefit.Payment `json:"by,omitzero"`     // by how much a month; zero where that cannot be said
	Floors bool            `json:"floors,omitzero"` // both amounts are lower limits, and By is how far those lie apart
	Absent bool            `json:"absent,omitzero"` // the member does not stand in the later decision
	Steps  []benefit.Step  `json:"steps,omitempty"` // the reasons: steps of the later decision that are not as they were; none where it has no steps
}

// Changes lists what a later decision changes for the family: dibao, the low-income family, and each member's benefits, in the order of
// the law. Benefits that are due as before are not listed. Members are taken for the same by their ids.
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

// changeOf tells what becomes of a part, false where it is due as before or as little.
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

// compareAmounts tells how two amounts that are due stand to each other, false where they are the same.
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

// reasons are the steps of the later decision on the changed part that do not stand alike in the earlier one: of what stopped the
// conditions that are not met, of what is open those that are unknown.
func reasons(c *Change, before, after []benefit.Step) []benefit.Step {
	var changed []benefit.Step
	for _, s := range after {
		if c.concerns(&s) && !slices.ContainsFunc(before, func(old benefit.Step) bool { return sameStep(&old, &s) }) {
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

// concerns reports whether a step bears on the part. Who counts bears on dibao.
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
	return a.Code == b.Code && a.Part == b.Part && a.Member == b.Member && a.Residence == b.Residence && a.Under == b.Under && a.Result == b.Result &&
		a.Left == b.Left && a.Op == b.Op && a.Right == b.Right && a.Value == b.Value && slices.Equal(a.Terms, b.Terms) &&
		a.Document == b.Document && a.Clause == b.Clause && a.Reading == b.Reading && a.Choice == b.Choice && a.Planned == b.Planned
}

// Text tells the family in language l what changes, by how much, and why, a line for each reason. Dibao that stops is told with the
// article that asks for the reasons in writing.
func (c Change) Text(l standards.Lang) string {
	var b strings.Builder
	if c.Member != "" {
		b.WriteString(c.Member + l.In("：", ": "))
	}
	b.WriteString(c.what(l))
	why := c.Steps
	switch {
	case c.Absent:
		b.WriteString(l.In("。理由：本次决定的家庭成员中已无此人", ". Reason: no longer among the members of the household"))
	case c.Kind == Stopped && len(why) == 0:
		b.WriteString(l.In("。理由：所依据的前提已不存在，本次未予审核", ". Reason: what it depends on no longer holds, so it was not examined"))
	case len(why) > 0:
		b.WriteString(l.In("。理由：", ". Reasons:"))
	}
	for _, s := range why {
		b.WriteString("\n" + l.In("· ", "- ") + s.Text(l))
	}
	return b.String()
}

func (c Change) what(l standards.Lang) string {
	name := c.Part.Text(l)
	if c.Part == benefit.LowIncome {
		if c.Kind == Begun {
			return l.In("家庭认定为低保边缘家庭", "the household is a low-income family now")
		}
		if c.Kind == Reopened {
			return l.In("家庭是否属于低保边缘家庭转为待定", "whether the household is a low-income family is undetermined now")
		}
		return l.In("家庭不再是低保边缘家庭", "the household is no low-income family any more")
	}
	from, to := amountOrMissing(c.Before, l), amountOrMissing(c.After, l)
	switch c.Kind {
	case Begun:
		return l.In("新增"+name+"，"+to, name+" begins: "+to)
	case Stopped:
		return l.In("停发"+name+"，原发"+from, name+" stops; it was "+from) + c.article(l)
	case Reopened:
		return l.In(name+"待定，原发"+from+"；此非停发决定", name+" is undetermined now; it was "+from+". This does not stop it")
	case Unclear:
		return l.In(name+"金额待核，原发"+from+"，现发"+to, name+" is still due; it was "+from+" and is "+to+", of which nobody can say which is higher")
	}
	by := amountOrMissing(c.By, l)
	floors := ""
	if c.Floors {
		floors = l.In("（按已知下限计算）", " (as the lower limits go)")
	}
	if c.Kind == Raised {
		return l.In("增发"+name+"，由"+from+"增至"+to+"，增加"+by, name+" is raised by "+by+", from "+from+" to "+to) + floors + c.article(l)
	}
	return l.In("减发"+name+"，由"+from+"减至"+to+"，减少"+by, name+" is lowered by "+by+", from "+from+" to "+to) + floors + c.article(l)
}

// article cites what asks for the change, and for the reasons in writing where dibao stops.
func (c Change) article(l standards.Lang) string {
	if c.Part != benefit.Dibao {
		return ""
	}
	const clause = "13"
	info, _ := standards.Published().Document(standards.Order649)
	return l.In("（依据"+info.Cite(clause, l)+"）", " ("+info.Cite(clause, l)+")")
}

func amountOrMissing(p benefit.Payment, l standards.Lang) string {
	if !p.Stated() {
		return l.In("金额无据可查", "an amount that is not on record")
	}
	return p.Text(l)
}
