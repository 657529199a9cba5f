package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/desk"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The report after the draft and the summary of caseload under the draft say the same of one register:
// who is on dibao, single-person cover apart, and every cost and count, with households of both kinds of
// hukou.
func TestReformAndCaseloadSayTheSame(t *testing.T) {
	name := registerFile(t,
		"h1,天元区,urban,within,4,a,1975-01-01,,wages,500,month",
		"h2,天元区,,within,3,a,1975-01-01,rural,wages,100,month", "h2,,,,,b,1975-01-01,urban,,,",
		"h3,荷塘区,urban,within,,a,1975-01-01,,wages,100,month", "h3,,,,,b,1975-01-01,rural,,,",
		"h4,攸县,rural,,2,a,1975-01-01,,wages,100,month")
	for _, file := range []string{name, households} {
		r := decoded(t, file)
		summary := filepath.Join(t.TempDir(), "s.json")
		var out, errs bytes.Buffer
		code := desk.Program{Name: "caseload"}.Run(context.Background(), []string{"-lang", "en", "-assume", "income=none", "-on", "2021-01-01", "-tables", draftFile, "-summary", summary, file}, nil, &out, &errs)
		require.Zero(t, code, errs.String())
		data, err := os.ReadFile(summary)
		require.NoError(t, err)
		type counted struct {
			Place                            standards.Place
			Residence                        standards.Residence
			Benefit                          benefit.Name
			Households, People, Undetermined int64
			Month, Year                      sheet.Sum
		}
		var s struct {
			Households, People              int64
			DibaoPeople, SinglePersonPeople int64
			Costs, CostsByBenefit           []counted
			CostsByPlace                    []counted
			CostsInAll                      counted
		}
		require.NoError(t, json.Unmarshal(data, &s))
		assert.Equal(t, [2]int64{s.Households, s.People}, [2]int64{r.Households[0], r.People})
		assert.Equal(t, s.DibaoPeople, r.CoveredPeople[1])
		assert.Equal(t, s.SinglePersonPeople, r.SinglePeople[1])
		assert.Equal(t, s.CostsInAll.Households, r.Covered[1])
		for i, list := range [][]counted{s.Costs, s.CostsByBenefit, s.CostsByPlace, {s.CostsInAll}} {
			before := func(c cost) bool {
				return c.After == sheet.Sum{} && c.Recipients[1]+c.Undetermined[1] == 0 && c.Benefit != 0
			}
			others := slices.DeleteFunc([][]cost{r.Costs, r.ByBenefit, r.ByKind, {r.All}}[i], before)
			require.Len(t, others, len(list))
			for j, one := range list {
				want := cost{Place: one.Place, Residence: one.Residence, Benefit: one.Benefit, After: one.Month, AfterYear: one.Year}
				if one.Benefit != 0 {
					want.Recipients[1], want.Undetermined[1] = one.People, one.Undetermined
				}
				got := others[j]
				got.Before, got.BeforeYear, got.Recipients[0], got.Undetermined[0] = sheet.Sum{}, sheet.Sum{}, 0, 0
				assert.Equal(t, want, got)
			}
		}
	}
}
