package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/examples/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// listed is how many of the largest gains and losses, and looked at how many households for cliffs, where none are named.
const (
	listed   = 5
	lookedAt = 20
	drawn    = 3
)

// group is what costs are added up by. A household with both kinds of hukou, or neither stated, has no kind.
type group struct {
	Place     standards.Place     `json:"place"`
	Residence standards.Residence `json:"residence,omitzero"`
	Benefit   benefit.Name        `json:"benefit"`
}

// cost is what a group is paid a month, before and after, in fen.
type cost struct {
	group
	Before     sum      `json:"before"`
	After      sum      `json:"after"`
	BeforeYear sum      `json:"beforeYear"` // over the months of the year in force
	AfterYear  sum      `json:"afterYear"`
	Recipients [2]int64 `json:"recipients"` // people: before, after
}

// sum is a sum of money in fen, on the wire in yuan.
type sum struct {
	fen     int64
	atLeast bool
}

func (s sum) MarshalText() ([]byte, error) { return []byte(s.yuan()), nil }

func (s sum) yuan() string {
	sign, n := "", s.fen
	if n < 0 {
		sign, n = "-", -n
	}
	text := fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
	if s.atLeast {
		text = "≥" + text
	}
	return text
}

// wan is the sum in 万元, rounded half up to two decimals for display.
func (s sum) wan() string {
	n, sign := s.fen, ""
	if n < 0 {
		n, sign = -n, "-"
	}
	n = (n + 5000) / 10_000
	text := fmt.Sprintf("%s%d.%02d", sign, n/100, n%100)
	if s.atLeast {
		text = "≥" + text
	}
	return text
}

func (s *sum) add(p benefit.Payment, times int64) {
	s.fen += p.Amount.Fen() * times
	s.atLeast = s.atLeast || p.Bound == standards.AtLeast && p.Stated()
}

// changed is a household that gains or loses.
type changed struct {
	ID     string          `json:"id"`
	By     sum             `json:"by"`
	Before benefit.Payment `json:"before"`
	After  benefit.Payment `json:"after"`
}

// open is why totals are not settled: what is needed, and for how many households.
type open struct {
	Need       string `json:"need"`
	Households int64  `json:"households"`
}

// average is how an average of item 9 stands.
type average struct {
	Place     standards.Place     `json:"place"`
	Residence standards.Residence `json:"residence"`
	When      string              `json:"when"`
	check     assistance.AverageCheck
	Text      [2]string `json:"text"`
}

// cliff is a cliff of one household that stands on one side only.
type cliff struct {
	Household string    `json:"household"`
	Member    string    `json:"member"`
	At        string    `json:"at"` // the income a month in yuan
	Added     bool      `json:"added"`
	Text      [2]string `json:"text"`
}

type report struct {
	Before         standards.Date `json:"before"`
	On             standards.Date `json:"on"`
	Months         int            `json:"months"`     // of the year in force
	Households     [2]int64       `json:"households"` // decided; and on dibao before... see covered
	People         int64          `json:"people"`
	Covered        [2]int64       `json:"covered"` // households that are paid anything: before, after
	CoveredPeople  [2]int64       `json:"dibaoPeople"`
	Refused        int            `json:"refused"`
	Costs          []cost         `json:"costs"`
	Totals         [2]sum         `json:"totals"` // a month: before, after
	Gainers        int64          `json:"gainers"`
	Losers         int64          `json:"losers"`
	Unchanged      int64          `json:"unchanged"`
	Largest        []changed      `json:"largestGains"`
	Losses         []changed      `json:"largestLosses"`
	New            []string       `json:"newlyEligible"`
	Ended          []string       `json:"noLongerEligible"`
	Open           int64          `json:"undetermined"` // households of which one of the totals is not settled
	Why            []open         `json:"undeterminedWhy"`
	Averages       []average      `json:"averages"`
	Cliffs         []cliff        `json:"cliffs"`
	RecipientsOnly bool           `json:"recipientsOnly"` // no household was ineligible before

	before, after             *standards.Set
	beforeTables, afterTables *standards.Tables
	costs                     map[group]*cost
	why                       map[string]int64
	ineligible                int64
	paid                      map[averageOf]*assistance.Paid
	kept                      []assistance.Household
	byID                      map[string]assistance.Household
	curves                    []curve
}

type averageOf struct {
	when      int
	place     standards.Place
	residence standards.Residence
}

// atAges is h with days of birth at which everyone is, on the day before, as old as on the day on.
func atAges(h assistance.Household, before, on standards.Date) assistance.Household {
	h.Members = slices.Clone(h.Members)
	for i := range h.Members {
		m := &h.Members[i]
		age := m.Born.AgeOn(on)
		if m.Born.Before(before) && m.Born.AgeOn(before) == age {
			continue
		}
		m.Born = standards.Day(before.Year-age, before.Month, before.Day)
		if !m.Born.Valid() {
			m.Born = standards.Day(before.Year-age, before.Month, before.Day-1)
		}
	}
	return h
}

// add decides h before and after.
func (r *report) add(h assistance.Household) error {
	after, err := assistance.Assess(r.after, h)
	if err != nil {
		return err
	}
	before, err := assistance.Assess(r.before, atAges(h, r.before.Day(), r.after.Day()))
	if err != nil {
		return err
	}
	if r.costs == nil {
		r.costs, r.why, r.paid, r.byID = map[group]*cost{}, map[string]int64{}, map[averageOf]*assistance.Paid{}, map[string]assistance.Household{}
	}
	weight := int64(max(h.Weight, 1))
	r.Households[0] += weight
	r.People += weight * int64(len(h.Members))
	for i, d := range [...]*assistance.Decision{&before, &after} {
		r.count(i, &h, d, weight)
	}
	if before.Dibao.Verdict == benefit.Ineligible {
		r.ineligible += weight
	}
	switch was, is := before.Dibao.Verdict, after.Dibao.Verdict; {
	case was == benefit.Ineligible && is == benefit.Eligible:
		r.New = append(r.New, h.ID)
	case was == benefit.Eligible && is == benefit.Ineligible:
		r.Ended = append(r.Ended, h.ID)
	}
	r.compare(&h, &before, &after, weight)
	if len(r.kept) < lookedAt {
		r.kept = append(r.kept, h)
	}
	r.byID[h.ID] = h
	return nil
}

// count adds a decision to the costs.
func (r *report) count(i int, h *assistance.Household, d *assistance.Decision, weight int64) {
	kind := kindOf(h)
	pay := func(n benefit.Name, p benefit.Part, people int64) {
		if p.Verdict != benefit.Eligible {
			return
		}
		g := group{h.Division, kind, n}
		if r.costs[g] == nil {
			r.costs[g] = &cost{group: g}
		}
		c := r.costs[g]
		to := &c.Before
		if i == 1 {
			to = &c.After
		}
		to.add(p.Payment, weight)
		to.atLeast = to.atLeast || !p.Payment.Stated()
		c.Recipients[i] += people * weight
		if n == benefit.Dibao || n == benefit.SinglePerson {
			r.CoveredPeople[i] += people * weight
			of := averageOf{i, h.Division, kind}
			if r.paid[of] == nil {
				r.paid[of] = &assistance.Paid{Bound: standards.Exactly}
			}
			paid := r.paid[of]
			paid.Fen += p.Payment.Amount.Fen() * weight
			paid.RecipientMonths += people * weight
			paid.Bound = max(paid.Bound, p.Payment.Bound)
			if !p.Payment.Stated() {
				paid.Bound = standards.AtLeast
			}
		}
	}
	pay(benefit.Dibao, d.Dibao.Part, int64(d.Dibao.Members))
	for j := range d.Members {
		m := &d.Members[j]
		pay(benefit.Tekun, m.Tekun.Part, 1)
		pay(benefit.SinglePerson, m.SinglePerson, 1)
		pay(benefit.Living, m.Living, 1)
		pay(benefit.Nursing, m.Nursing, 1)
	}
	r.Totals[i].add(d.Total, weight)
	if d.Total.Amount.Fen() > 0 {
		r.Covered[i] += weight
	}
}

// kindOf is the kind of hukou of all members, zero where there are two or it is not stated.
func kindOf(h *assistance.Household) standards.Residence {
	kind := standards.Residence(0)
	for i, m := range h.Members {
		own := m.Residence
		if own == 0 {
			own = h.Residence
		}
		if i > 0 && own != kind {
			return 0
		}
		kind = own
	}
	return kind
}

// settled reports whether no verdict of d is undetermined and no amount is missing.
func settled(d *assistance.Decision) bool {
	done := func(p benefit.Part) bool {
		return p.Verdict != benefit.Undetermined && (p.Verdict != benefit.Eligible || p.Payment.Stated())
	}
	all := done(d.Dibao.Part) && d.LowIncome.Verdict != benefit.Undetermined
	for i := range d.Members {
		m := &d.Members[i]
		all = all && done(m.Tekun.Part) && done(m.SinglePerson) && done(m.Living) && done(m.Nursing)
	}
	return all
}

// compare finds whether the household gains or loses.
func (r *report) compare(h *assistance.Household, before, after *assistance.Decision, weight int64) {
	if !settled(before) || !settled(after) {
		r.Open += weight
		seen := map[string]bool{}
		for _, d := range [...]*assistance.Decision{before, after} {
			for _, n := range d.Needs {
				need := n.Fact.String()
				if n.Figure != (benefit.Figure{}) {
					need = n.Figure.String()
				}
				if !seen[need] {
					r.why[need] += weight
				}
				seen[need] = true
			}
		}
		return
	}
	by := after.Total.Amount.Fen() - before.Total.Amount.Fen()
	c := changed{h.ID, sum{fen: by, atLeast: false}, before.Total, after.Total}
	switch {
	case by > 0:
		r.Gainers += weight
		r.Largest = append(r.Largest, c)
	case by < 0:
		r.Losers += weight
		r.Losses = append(r.Losses, c)
	default:
		r.Unchanged += weight
	}
	slices.SortStableFunc(r.Largest, func(a, b changed) int { return cmp.Compare(b.By.fen, a.By.fen) })
	slices.SortStableFunc(r.Losses, func(a, b changed) int { return cmp.Compare(a.By.fen, b.By.fen) })
	r.Largest = r.Largest[:min(len(r.Largest), listed)]
	r.Losses = r.Losses[:min(len(r.Losses), listed)]
}

// finish puts the report together when every household was added.
func (r *report) finish(chosen string) error {
	r.Before, r.On = r.before.Day(), r.after.Day()
	r.Months = standards.MonthsPerYear + 1 - int(r.On.Month)
	r.RecipientsOnly = r.ineligible == 0 && r.Households[0] > 0
	r.Households[1] = r.ineligible
	for _, c := range r.costs {
		c.BeforeYear, c.AfterYear = c.Before.times(r.Months), c.After.times(r.Months)
		r.Costs = append(r.Costs, *c)
	}
	slices.SortFunc(r.Costs, func(a, b cost) int {
		return cmp.Or(cmp.Compare(a.Place.DivisionIndex(), b.Place.DivisionIndex()), cmp.Compare(a.Residence, b.Residence), cmp.Compare(a.Benefit, b.Benefit))
	})
	for need, n := range r.why {
		r.Why = append(r.Why, open{need, n})
	}
	slices.SortFunc(r.Why, func(a, b open) int {
		return cmp.Or(cmp.Compare(b.Households, a.Households), strings.Compare(a.Need, b.Need))
	})
	r.averages()
	return r.look(chosen)
}

func (s sum) times(n int) sum { return sum{s.fen * int64(n), s.atLeast} }

func (r *report) averages() {
	for i, set := range [...]*standards.Set{r.before, r.after} {
		for _, p := range standards.Divisions() {
			for _, kind := range standards.Residences() {
				paid := r.paid[averageOf{i, p, kind}]
				if paid == nil {
					continue
				}
				a := average{Place: p, Residence: kind, When: [...]string{"before", "after"}[i]}
				check, err := assistance.CheckAverage(set, p, kind, *paid)
				if err == nil {
					a.check, a.Text = check, [2]string{check.Text(standards.Chinese), check.Text(standards.English)}
				} else {
					a.Text = [2]string{"平均水平的下限无据可查", "no floor on the average is on record"}
				}
				r.Averages = append(r.Averages, a)
			}
		}
	}
}

// look finds the cliffs, and the curves to draw.
func (r *report) look(chosen string) error {
	all, draw := r.kept, drawn
	if chosen != "" {
		all = nil
		for _, id := range strings.Split(chosen, ",") {
			h, ok := r.byID[id]
			if !ok {
				return fmt.Errorf("没有这一户 / there is no household %q", id)
			}
			all = append(all, h)
		}
		draw = len(all)
	}
	for i, h := range all {
		q := assistancetest.Quantity{Kind: assistancetest.MemberIncome, Member: earner(&h), Income: standards.Wages, Per: standards.PerMonth}
		before, err := assistancetest.Boundaries(r.beforeTables, r.Before, atAges(h, r.Before, r.On), q)
		if err != nil {
			return err
		}
		after, err := assistancetest.Boundaries(r.afterTables, r.On, h, q)
		if err != nil {
			return err
		}
		r.oneSided(&h, q.Member, before, after, false)
		r.oneSided(&h, q.Member, after, before, true)
		if i < draw {
			r.curves = append(r.curves, curve{h: h, member: q.Member, boundaries: [2][]assistancetest.Boundary{before, after}})
		}
	}
	return nil
}

// earner is the member with the highest income.
func earner(h *assistance.Household) string {
	best, most := 0, int64(-1)
	for i, m := range h.Members {
		all := int64(0)
		for _, in := range m.Income {
			all += in.Amount.Annual()
		}
		if all > most {
			best, most = i, all
		}
	}
	return h.Members[best].ID
}

// oneSided lists the cliffs in list that are not in other.
func (r *report) oneSided(h *assistance.Household, member string, list, other []assistancetest.Boundary, added bool) {
	for _, b := range list {
		if !b.Cliff || slices.ContainsFunc(other, func(o assistancetest.Boundary) bool { return o.Cliff && o.After.At == b.After.At }) {
			continue
		}
		r.Cliffs = append(r.Cliffs, cliff{h.ID, member, sum{fen: b.After.At}.yuan(), added, [2]string{short(&b, standards.Chinese), short(&b, standards.English)}})
	}
}

// short says in language l where a cliff is and what becomes of the benefits, without the reasons.
func short(b *assistancetest.Boundary, l standards.Lang) string {
	text := fmt.Sprintf("%s → %s: %s → %s", b.Quantity.Value(&b.Before, l), b.Quantity.Value(&b.After, l), b.Before.Decision.Total.Text(l), b.After.Decision.Total.Text(l))
	if b.Reversal != assistancetest.NoReversal {
		text += "\n" + b.Reversal.Text(l)
	}
	for _, c := range b.Changes {
		first, _, _ := strings.Cut(strings.TrimSpace(c.Text(l)), "\n")
		for _, end := range []string{" Reasons:", " Reason:", "。理由：", "理由："} {
			first, _, _ = strings.Cut(first, end)
		}
		text += "\n" + first
	}
	return text
}

// text is the report in language l.
func (r *report) text(l standards.Lang) string {
	var b strings.Builder
	say := func(zh, en string, args ...any) { fmt.Fprintf(&b, l.In(zh, en)+"\n", args...) }
	say("草案比较：%s（之前）与 %s（之后）；年龄都按 %s 计算", "Reform: %s (before) against %s (after); ages are those of %s throughout", r.Before, r.On, r.On)
	for _, o := range r.afterTables.Overlays() {
		say("  %s：%s", "  %s: %s", o.ID, o.Title)
	}
	if r.RecipientsOnly {
		say("\n注意：之前没有不符合低保条件的家庭。文件可能只有在保对象，看不出新增的对象。",
			"\nWarning: no household was ineligible for dibao before. The file may hold recipients only, and newly eligible ones cannot be seen.")
	}
	say("\n共 %d 户 %d 人，退回 %d 户", "\n%d households, %d people; %d refused", r.Households[0], r.People, r.Refused)
	var t layout.Table
	t.Add("", l.In("之前", "before"), l.In("之后", "after"), l.In("增减", "change"))
	t.Add(l.In("有发放的户数", "households paid"), fmt.Sprint(r.Covered[0]), fmt.Sprint(r.Covered[1]), fmt.Sprintf("%+d", r.Covered[1]-r.Covered[0]))
	t.Add(l.In("低保（含单人户）人数", "people on dibao"), fmt.Sprint(r.CoveredPeople[0]), fmt.Sprint(r.CoveredPeople[1]), fmt.Sprintf("%+d", r.CoveredPeople[1]-r.CoveredPeople[0]))
	diff := sum{fen: r.Totals[1].fen - r.Totals[0].fen}
	t.Add(l.In("合计（元/月）", "total (yuan a month)"), r.Totals[0].yuan(), r.Totals[1].yuan(), diff.yuan())
	t.Add(fmt.Sprintf(l.In("合计（万元，%d个月）", "total (10,000 yuan, %d months)"), r.Months), r.Totals[0].times(r.Months).wan(), r.Totals[1].times(r.Months).wan(), diff.times(r.Months).wan())
	b.WriteString(t.Render("  "))
	say("\n按地方、户籍类别和项目（元/月；%d个月，万元）", "\nBy place, kind of hukou and benefit (yuan a month; 10,000 yuan over %d months)", r.Months)
	t = layout.Table{}
	t.Add(l.In("地方", "place"), l.In("户籍", "hukou"), l.In("项目", "benefit"), l.In("之前", "before"), l.In("之后", "after"), l.In("之前（万元）", "before (10,000)"), l.In("之后（万元）", "after (10,000)"), l.In("人数", "people"))
	for _, c := range r.Costs {
		t.Add(c.Place.Text(l), or(c.Residence.Text(l), l.In("两种或未载明", "both or not stated")), c.Benefit.Text(l), c.Before.yuan(), c.After.yuan(), c.BeforeYear.wan(), c.AfterYear.wan(),
			fmt.Sprintf("%d → %d", c.Recipients[0], c.Recipients[1]))
	}
	b.WriteString(t.Render("  "))
	say("\n增加 %d 户，减少 %d 户，不变 %d 户，待定 %d 户", "\n%d households gain, %d lose, %d stay, %d undetermined", r.Gainers, r.Losers, r.Unchanged, r.Open)
	t = layout.Table{}
	for _, c := range append(slices.Clone(r.Largest), r.Losses...) {
		t.Add(c.ID, c.Before.Text(l)+" → "+c.After.Text(l), c.By.yuan())
	}
	b.WriteString(t.Render("  "))
	say("新符合低保：%s", "newly eligible for dibao: %s", or(strings.Join(r.New, l.In("、", ", ")), l.In("无", "none")))
	say("不再符合低保：%s", "no longer eligible for dibao: %s", or(strings.Join(r.Ended, l.In("、", ", ")), l.In("无", "none")))
	for _, w := range r.Why {
		say("  待定：%d 户缺 %s", "  undetermined: %d households need %s", w.Households, w.Need)
	}
	say("\n第9项的月人均救助水平", "\nThe averages of item 9")
	for _, a := range r.Averages {
		when := l.In("之前", "before")
		if a.When == "after" {
			when = l.In("之后", "after")
		}
		fmt.Fprintf(&b, "  %s %s %s: %s\n", a.Place.Text(l), a.Residence.Text(l), when, a.Text[l])
	}
	say("\n断崖（收入多一分，合计变动超过一分）：草案新增和消除的", "\nCliffs (a fen more income changes the total by more than a fen) that the draft adds or removes")
	if len(r.Cliffs) == 0 {
		say("  无", "  none")
	}
	for _, c := range r.Cliffs {
		sign := l.In("消除", "removed")
		if c.Added {
			sign = l.In("新增", "added")
		}
		fmt.Fprintf(&b, "  %s %s.%s %s\n", sign, c.Household, c.Member, strings.ReplaceAll(c.Text[l], "\n", "\n    "))
	}
	return b.String()
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
