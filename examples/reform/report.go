package main

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// largest is how many of the largest gains and losses are shown.
const largest = 5

// report is the comparison as it is printed. Pairs are before and after; households are counted by
// weight.
type report struct {
	Variant       string         `json:"variant"` // the id of the draft
	Before        standards.Date `json:"before"`
	On            standards.Date `json:"on"`
	Households    [2]int64       `json:"households"` // decided, and of these ineligible for dibao before
	People        int64          `json:"people"`
	Covered       [2]int64       `json:"covered"`            // households to which something is due
	CoveredPeople [2]int64       `json:"dibaoPeople"`        // single-person cover included
	SinglePeople  [2]int64       `json:"singlePersonPeople"` // of these
	registerRead
	Costs          []cost          `json:"costs"`
	ByBenefit      []cost          `json:"costsByBenefit"`
	ByKind         []cost          `json:"costsByPlace"` // and kind of hukou, of all benefits; nobody is counted in them
	All            cost            `json:"costsInAll"`
	Totals         [2]sheet.Sum    `json:"totals"` // a month
	Bounds         [2]bounds       `json:"bounds"` // a month, whatever is not stated
	Tekun          [2]tekunKnown   `json:"tekun"`
	Gainers        int64           `json:"gainers"` // with Losers and Unchanged: of households that are settled
	Losers         int64           `json:"losers"`
	Unchanged      int64           `json:"unchanged"`
	Unclear        int64           `json:"unclear"` // households of which it is not known whether they gain or lose
	Groups         groups          `json:"groups"`
	Distribution   distribution    `json:"distribution"`
	LargestGains   []changed       `json:"largestGains"`
	LargestLosses  []changed       `json:"largestLosses"`
	New            []string        `json:"newlyEligible"` // ids, the first of them: Turns says how many there are
	Ended          []string        `json:"noLongerEligible"`
	EndedWhy       []changed       `json:"noLongerEligibleWhy"`
	Turns          map[string]turn `json:"turns"`
	Open           int64           `json:"undetermined"` // households for which a fact or a figure is needed before or after
	Why            []open          `json:"undeterminedWhy"`
	Averages       []average       `json:"averages"`
	NoAverage      [2]int64        `json:"notInAverages"` // people on dibao of both kinds of hukou, or none stated
	Cliffs         []cliff         `json:"cliffs"`
	Near           *nearCliffs     `json:"cliffsNear"`
	RecipientsOnly bool            `json:"recipientsOnly"` // no household was ineligible for dibao before
	cli.WarnedJSON
	warned    cli.Warned
	draft     standards.Overlay
	tables    []standards.Overlay // those under both sides
	beforeSet *standards.Set
	drawn     []curve // the households whose curves are drawn, and whose cliffs are written as text
}

// registerRead is how a register was read.
type registerRead struct {
	Refused  int64            `json:"refused"`
	Complete bool             `json:"complete"` // it was read to its end
	Assumed  map[string]int64 `json:"assumed"`  // households of which a fact that is not stated was taken for something
	Filled   map[string]int   `json:"filled"`   // facts that -assume filled, by fact=value
}

// tekunKnown is how many people's tekun is known as a lower limit, and of how many no amount is on
// record.
type tekunKnown struct {
	AtLeast int64 `json:"atLeast"`
	Missing int64 `json:"amountMissing"`
}

// cost is what a place, kind of hukou and benefit costs a month, or all of them together.
type cost struct {
	Place        standards.Place     `json:"place,omitzero"`     // zero: all
	Residence    standards.Residence `json:"residence,omitzero"` // zero: of both kinds or not stated, and where place is zero all
	Benefit      benefit.Name        `json:"benefit,omitzero"`   // zero: all
	Before       sheet.Sum           `json:"before"`
	After        sheet.Sum           `json:"after"`
	BeforeYear   sheet.Sum           `json:"beforeYear"` // twelve months of it, whatever the day
	AfterYear    sheet.Sum           `json:"afterYear"`
	Recipients   [2]int64            `json:"recipients,omitzero"`   // people; not where several benefits are added up
	Undetermined [2]int64            `json:"undetermined,omitzero"` // people; likewise
}

// changed is a household that gains or loses.
type changed struct {
	ID     string          `json:"id"`
	By     sheet.Sum       `json:"by"`
	Before benefit.Payment `json:"before"`
	After  benefit.Payment `json:"after"`
	Why    [2][]string     `json:"why"` // what becomes of each benefit, with the steps that differ, in Chinese and English
}

// distribution is how many households change by how much a month: those whose totals are exact, and
// those of which one is known as a lower limit only, whose change is of what is known.
type distribution struct {
	Exact   changes `json:"exact"`
	AtLeast changes `json:"atLeast"`
	Unclear changes `json:"unclear"` // in no band
	Bands   []band  `json:"bands"`
}

type changes struct {
	Gainers int64     `json:"gainers"`
	Losers  int64     `json:"losers"`
	Same    int64     `json:"unchanged"`
	Gain    sheet.Sum `json:"gain"` // a month; gains and losses are never netted
	Loss    sheet.Sum `json:"loss"`
}

// band is the households that change by From to To a month; the first has no From and the last no
// To.
type band struct {
	From    *sheet.Sum `json:"from,omitempty"`
	To      *sheet.Sum `json:"to,omitempty"`
	Exact   int64      `json:"exact"`
	AtLeast int64      `json:"atLeast"`
}

// turn is the households whose verdict of dibao turns.
type turn struct {
	Households int64    `json:"households"`
	People     int64    `json:"people"`
	First      []string `json:"first"`
}

// open is why totals are not settled: what is needed, and for how many households.
type open struct {
	Need       string    `json:"need"`
	Text       [2]string `json:"text"` // in Chinese and English
	Households int64     `json:"households"`
}

// average is how an average of item 9 stands.
type average struct {
	Place     standards.Place     `json:"place"`
	Residence standards.Residence `json:"residence"`
	When      string              `json:"when"`
	Text      [2]string           `json:"text"`
}

// sides are before and after in the pairs of a report.
var sides = [2]string{"before", "after"}

// newReport puts together what a comparison found. It reports an error where sums are too large to
// be told.
func newReport(before *standards.Set, v *variant, read registerRead, warned cli.Warned) (*report, error) {
	c, after := &v.comparison, v.set
	r := &report{Variant: v.name, Before: before.Day(), On: after.Day(), registerRead: read, WarnedJSON: warned.JSON(),
		warned: warned, draft: v.draft, tables: before.Tables().Overlays(), beforeSet: before}
	var err error
	if r.LargestGains, err = shown(before, after, c.Gains[:min(len(c.Gains), largest)]); err != nil {
		return nil, err
	}
	if r.LargestLosses, err = shown(before, after, c.Losses[:min(len(c.Losses), largest)]); err != nil {
		return nil, err
	}
	if r.EndedWhy, err = endedOf(before, after, &c.Ended); err != nil {
		return nil, err
	}
	for i, totals := range [...]*caseload.Totals{&c.Before, &c.After} {
		all := totals.All()
		if r.Totals[i], err = dueOf(&all); err != nil {
			return nil, err
		}
		r.Households[0], r.People = all.Households, all.People
		r.Covered[i] = c.Reach[i].All().Due.Households
		r.CoveredPeople[i], r.SinglePeople[i] = all.OnDibao()
		r.Tekun[i] = tekunKnown{all.Benefit[benefit.Tekun].AtLeast, all.Benefit[benefit.Tekun].Missing}
	}
	r.Households[1] = c.Ineligible.Households
	r.RecipientsOnly = c.Ineligible.Households == 0 && r.Households[0] > 0
	r.costs(c)
	r.changes(c)
	r.Groups = groupsOf(&c.Groups)
	r.New, r.Ended = listOf(c.Begun.First), listOf(c.Ended.First)
	r.Turns = map[string]turn{"begun": turnOf(&c.Begun), "ended": turnOf(&c.Ended), "reopened": turnOf(&c.Reopened),
		"resolved": turnOf(&c.Resolved)}
	r.why(c)
	r.averages(before, after, c)
	return r, nil
}

// dueOf is what is due a month in all. It reports an error where twelve months of it are too much
// to be told.
func dueOf(all *caseload.Cell) (sheet.Sum, error) {
	fen, bound, err := all.Due()
	if err == nil && fen > math.MaxInt64/standards.MonthsPerYear {
		err = &caseload.OverflowError{}
	}
	return sheet.SumOf(fen, bound == standards.AtLeast), err
}

// listOf is list, on the wire [] where there is nothing in it.
func listOf[T any](list []T) []T { return append([]T{}, list...) }

func turnOf(t *caseload.Turn) turn { return turn{t.Households, t.People, listOf(t.First)} }

// costs lists what each place, kind of hukou and benefit costs, and what that adds up to.
func (r *report) costs(c *caseload.Comparison) {
	all := sheet.CostsOf(sheet.Caseload{Totals: &c.Before, Reach: &c.Reach[0]},
		sheet.Caseload{Totals: &c.After, Reach: &c.Reach[1]})
	r.Costs, r.ByBenefit, r.ByKind, r.All = costsOf(all.Rows), costsOf(all.ByBenefit), costsOf(all.ByPlace),
		costOf(all.All)
}

func costsOf(rows []sheet.Cost) []cost {
	list := make([]cost, len(rows))
	for i, row := range rows {
		list[i] = costOf(row)
	}
	return list
}

func costOf(row sheet.Cost) cost {
	before, after := &row.Sides[0], &row.Sides[1]
	c := cost{Place: row.Place, Residence: row.Residence, Benefit: row.Benefit,
		Before: before.Month, After: after.Month, BeforeYear: before.Month.Year(), AfterYear: after.Month.Year()}
	if row.Benefit != 0 {
		c.Recipients = [2]int64{before.People, after.People}
		c.Undetermined = [2]int64{before.Undetermined, after.Undetermined}
	}
	return c
}

// changes adds who gains and who loses, and by how much.
func (r *report) changes(c *caseload.Comparison) {
	var g groupChanges
	g.count(&c.Outcomes)
	r.Gainers, r.Losers, r.Unchanged, r.Unclear, r.Open = g.Gainers, g.Losers, g.Unchanged, g.Unclear, g.Undetermined
	r.Distribution = distribution{Exact: changesOf(&c.Exact), AtLeast: changesOf(&c.AtLeast),
		Unclear: changesOf(&c.Unclear)}
	for i := range c.Exact.Bands {
		b := bandOf(i - caseload.ChangeBands)
		b.Exact, b.AtLeast = c.Exact.Bands[i], c.AtLeast.Bands[i]
		r.Distribution.Bands = append(r.Distribution.Bands, b)
	}
}

func changesOf(c *caseload.Changes) changes {
	return changes{c.Gainers, c.Losers, c.Same, sheet.Sum{Fen: c.Gain}, sheet.Sum{Fen: c.Loss}}
}

// bandOf has the limits of a band so many steps above none, or below it.
func bandOf(steps int) band {
	if steps < 0 {
		gain := bandOf(-steps)
		b := band{To: &sheet.Sum{Fen: -gain.From.Fen}}
		if gain.To != nil {
			b.From = &sheet.Sum{Fen: -gain.To.Fen}
		}
		return b
	}
	if steps == 0 {
		return band{From: &sheet.Sum{}, To: &sheet.Sum{}}
	}
	b := band{From: &sheet.Sum{Fen: int64(steps-1)*caseload.ChangeFen + 1}}
	if steps < caseload.ChangeBands {
		b.To = &sheet.Sum{Fen: int64(steps) * caseload.ChangeFen}
	}
	return b
}

// shown are changes with what becomes of each benefit and why.
func shown(before, after *standards.Set, list []caseload.Difference) ([]changed, error) {
	all := []changed{}
	for _, d := range list {
		was, err := assistance.Explain(before, caseload.Aged(d.Household, after.Day(), before.Day()))
		if err != nil {
			return nil, err
		}
		is, err := assistance.Explain(after, d.Household)
		if err != nil {
			return nil, err
		}
		one := changed{d.ID, sheet.Sum{Fen: is.Total.Amount.Fen() - was.Total.Amount.Fen()}, was.Total, is.Total,
			[2][]string{{}, {}}}
		changes := verify.Changes(was, is)
		if one.By.Fen < 0 { // what falls first
			slices.SortStableFunc(changes, func(a, b verify.Change) int { return cmp.Compare(falls(&b), falls(&a)) })
		}
		for _, change := range changes {
			for _, l := range [...]standards.Lang{standards.Chinese, standards.English} {
				one.Why[l] = append(one.Why[l], strings.TrimSpace(change.Text(l)))
			}
		}
		all = append(all, one)
	}
	return all, nil
}

// falls is 1 for a benefit that falls, and else 0.
func falls(c *verify.Change) int {
	if c.Kind == verify.Lowered || c.Kind == verify.Stopped {
		return 1
	}
	return 0
}

// endedOf are the first households that are no longer eligible for dibao, with the reasons.
func endedOf(before, after *standards.Set, ended *caseload.Turn) ([]changed, error) {
	var list []caseload.Difference
	for i := range ended.Examples[:min(len(ended.Examples), largest)] {
		list = append(list, caseload.Difference{ID: ended.First[i], Household: ended.Examples[i]})
	}
	return shown(before, after, list)
}

// why lists what households wait for, what most of them do first.
func (r *report) why(c *caseload.Comparison) {
	r.Why = []open{}
	for l, n := range c.Lacking {
		r.Why = append(r.Why, open{l.String(), [2]string{lackText(l, standards.Chinese), lackText(l, standards.English)}, n})
	}
	slices.SortFunc(r.Why, func(a, b open) int {
		return cmp.Or(cmp.Compare(b.Households, a.Households), strings.Compare(a.Need, b.Need))
	})
}

// lackText names in language l what a household waits for.
func lackText(lack caseload.Lack, l standards.Lang) string {
	if lack.Fact != 0 {
		return lack.Fact.Text(l)
	}
	return figureText(lack.Figure, l)
}

// figureText names a figure in language l.
func figureText(f benefit.Figure, l standards.Lang) string {
	text := f.Place.Text(l) + l.In("", ", ") + f.Key.Text(l)
	if f.Residence != 0 {
		text += l.In("（"+f.Residence.Text(l)+"）", " ("+f.Residence.Text(l)+")")
	}
	if f.Of != "" {
		text += " " + f.Of
	}
	return text
}

// averages lists the averages of item 9 for each place and kind of hukou in which someone is on
// dibao.
func (r *report) averages(before, after *standards.Set, c *caseload.Comparison) {
	r.Averages = []average{}
	for i, set := range [...]*standards.Set{before, after} {
		totals := [...]*caseload.Totals{&c.Before, &c.After}[i]
		for place, p := range standards.Divisions() {
			neither, _ := totals.Cells[place][0].OnDibao()
			r.NoAverage[i] += neither
			for _, kind := range standards.Residences() {
				if people, _ := totals.Cells[place][kind].OnDibao(); people > 0 {
					check, err := totals.Average(set, p, kind)
					r.Averages = append(r.Averages, average{p, kind, sides[i], averageTexts(check, err)})
				}
			}
		}
	}
}

// averageTexts say in both languages how an average stands, or why it has none.
func averageTexts(check caseload.AverageCheck, err error) [2]string {
	var missing *standards.NotOnRecordError
	switch {
	case errors.As(err, &missing):
		return [2]string{"平均水平的下限无据可查", "no floor on the average is on record"}
	case err != nil:
		return [2]string{cli.Text(err, standards.Chinese), cli.Text(err, standards.English)}
	}
	return [2]string{check.Text(standards.Chinese), check.Text(standards.English)}
}
