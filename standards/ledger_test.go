package standards_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// What the law's notes say that no document contains, each with the key that would supply it.
func TestNotOnRecord(t *testing.T) {
	var got []string
	for _, gap := range source.NotOnRecord() {
		got = append(got, strings.TrimSpace(gap.What.In(standards.English)+" | "+gap.Place.String()+" "+gap.Residence.String())+" | "+gap.Key.String()+" | "+gap.Reading.String())
		assert.NotEmpty(t, gap.What.In(standards.Chinese))
		assert.NotEmpty(t, gap.Why.In(standards.Chinese), gap.What.En)
		assert.NotEmpty(t, gap.Why.In(standards.English), gap.What.En)
		info, ok := standards.Published().Document(gap.Document)
		assert.True(t, ok, gap.What.En)
		assert.True(t, info.Standing != standards.Archived || gap.Clause != "", "%s: a clause where the text was seen", gap.What.En)
	}
	assert.Equal(t, []string{
		"urban dibao line of the five counties | county-five urban | dibao-line | ",
		"income line for low-income families, as a sum | 430200 | low-income-line | ",
		"basic living standard of tekun support | 430200 | tekun-basic | ",
		"care standard of tekun support, for each of the three self-care grades | 430200 | tekun-care | ",
		"dibao top-ups for the old, minors, the severely disabled and the seriously ill | 430200 | dibao-topup | ",
		"eldercare service subsidy | 430200 | eldercare-subsidy | ",
		"length of the grace period | 430200 | grace-months | ",
		"property limit for dibao | 430200 |  | ",
		"property limit for tekun support | 430200 |  | ",
		"how long one must have lived in a town to count as urban | 430200 |  | ",
		"temporary assistance | 430200 |  | ",
		"allowances for orphans and unattended children | 430200 |  | ",
		"extension of the living subsidy to low-income families | 430200 |  | ",
		"rounding of payments | 430200 |  | rounding",
		"bands of dibao payments | 430200 |  | bands",
		"amount of single-person cover | 430200 |  | single-person-amount",
	}, got)
}

// question is what is asked of a Set for one gap.
type question struct {
	key       standards.Key
	place     standards.Place
	residence standards.Residence
	of        string
}

// gaps are the questions that the ledger says have no answer.
func gaps() map[question]bool {
	open := map[question]bool{}
	for _, gap := range source.NotOnRecord() {
		if gap.Key == 0 {
			continue
		}
		for _, p := range standards.Divisions() {
			for _, r := range standards.Residences() {
				if !p.In(gap.Place) || gap.Residence != 0 && gap.Residence != r {
					continue
				}
				for _, of := range needed(gap.Key.Info()) {
					open[question{gap.Key, p, r, of}] = true
				}
			}
		}
	}
	return open
}

// needed are the words that a question about k names.
func needed(k standards.KeyInfo) []string {
	if k.OfNeeded {
		return k.Of
	}
	return []string{""}
}

// The ledger is the tables' own: on each day of 2020 a local figure is on record, as more than a floor of the province, or in the ledger, never both
// and never neither.
func TestLedgerIsWhatTheRowsLeaveOpen(t *testing.T) {
	open := gaps()
	for _, d := range year2020() {
		set := onDay(t, d.String())
		for _, k := range standards.Keys() {
			if !k.Local {
				continue
			}
			for _, p := range standards.Divisions() {
				for _, r := range standards.Residences() {
					for _, of := range needed(k) {
						q := question{k.Key, p, r, of}
						answer(t, set, k.Key, p, r, of)
						row, found := set.Find(k.Key, p, r, of)
						if missing := !found || row.Place == standards.Hunan; missing != open[q] {
							t.Fatalf("%s, %s %s %q on %s: in the ledger %t, not on record %t", k.Name, p, r, of, d, open[q], missing)
						}
					}
				}
			}
		}
	}
	for q := range open {
		assert.True(t, q.key.Info().Local, "%s: a supplement can supply it", q.key)
	}
}

// Every gap with a key can be filled by a county's own document.
func TestSupplementFillsEachGap(t *testing.T) {
	amount := standards.Fen(560_00, standards.PerMonth)
	for q := range gaps() {
		row := standards.Standard{Key: q.key, Place: q.place, Of: q.of, Amount: amount, From: date(t, "2020-07-01"), Until: date(t, "2021-01-01"), Basis: standards.Basis{Clause: "2"}}
		if q.key.Info().Residence {
			row.Residence = q.residence
		}
		if q.key == standards.Key(standards.GraceMonths) {
			row.Amount, row.Number = standards.Amount{}, standards.Whole(6)
		}
		tables, err := standards.Published().With(standards.Overlay{ID: "own", Kind: standards.Supplement, Rows: []standards.Standard{row}})
		require.NoError(t, err, "%+v", q)
		before, _ := setOf(t, tables, "2020-06-30").Find(q.key, q.place, q.residence, q.of)
		got, after := setOf(t, tables, "2020-07-01").Find(q.key, q.place, q.residence, q.of)
		assert.NotEqual(t, standards.Exactly, before.Bound, "%+v", q)
		assert.True(t, after, "%+v", q)
		assert.Equal(t, standards.Document("own"), got.Basis.Document)
		assert.Equal(t, standards.Exactly, got.Bound)
	}
}
