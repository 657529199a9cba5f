package notice

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// sources is where the archived texts are kept, beside the repository.
const sources = "../../../shared/sources"

func allRules() []rule {
	return slices.Concat(firstPayments[:], subsidyStarts[:], payDays[:], duties[:], objections[:], appeals[:])
}

// Every rule of procedure has its words in the archived text of its document, in the clause that it cites.
func TestRulesStandInTheirTexts(t *testing.T) {
	if _, err := os.Stat(sources); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the archived texts are not at %s: %v", sources, err)
		}
		t.Skipf("the archived texts are not at %s, so rules are not checked against them", sources)
	}
	plain := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, s)
	}
	for _, r := range allRules() {
		info := r.document.Info()
		text, err := os.ReadFile(filepath.Join(sources, info.File))
		require.NoError(t, err, r.document)
		words := string(text)
		if r.clause != "" {
			var ok bool
			words, ok = source.ClauseText(info, text, r.clause)
			require.True(t, ok, "%s %s", r.document, r.clause)
		}
		assert.Contains(t, plain(words), plain(r.printed), "%s %s", r.document, r.clause)
	}
}

// A rule is in force while its document is, and a figure of it is in the words that it rests on.
func TestRulesHoldWhileTheirTextsDo(t *testing.T) {
	ended := map[standards.Document]standards.Date{standards.DibaoReview2012: measures21}
	for _, r := range allRules() {
		info := r.document.Info()
		assert.False(t, r.from.Before(info.From), "%s %s", r.document, r.clause)
		assert.Equal(t, ended[r.document], r.until, "%s %s", r.document, r.clause)
		assert.NotZero(t, r.parts)
		assert.Regexp(t, `^\p{Han}`, r.text.Zh)
		assert.Regexp(t, `^[a-z][ -~]+$`, r.text.En)
		switch {
		case r.number == 1:
			assert.Contains(t, r.printed, "下月")
		case r.number != 0:
			assert.Contains(t, r.printed, strconv.Itoa(r.number))
		}
	}
	assert.Equal(t, measures21, standards.DibaoReview2021.Info().From)
	assert.Equal(t, measures21, standards.Tekun2021.Info().From)
}

// On every day that is decided there is a way to object, a court, and a duty to report, for dibao of either kind of hukou.
func TestRulesOfEveryDay(t *testing.T) {
	for _, r := range standards.Residences() {
		var kinds [2]bool
		kinds[r-1] = true
		on := func(list []rule, day standards.Date, n benefit.Name) (clauses []string) {
			for i := range list {
				if list[i].on(day, benefit.Of(n), kinds) {
					clauses = append(clauses, string(list[i].document)+" "+list[i].clause)
				}
			}
			return clauses
		}
		before, after := standards.Day(2021, 6, 30), standards.Day(2021, 7, 1)
		assert.Equal(t, []string{"minfa-2012-220 20"}, on(objections[:], before, benefit.Dibao))
		assert.Equal(t, []string{"minfa-2021-57 18"}, on(objections[:], after, benefit.Dibao))
		urban := []string{}
		if r == standards.Urban {
			urban = append(urban, "order-271 15")
		}
		assert.Equal(t, append([]string{"order-649 65"}, urban...), on(appeals[:], before, benefit.Dibao))
		assert.Equal(t, append(append([]string{"order-649 65"}, urban...), "minfa-2021-57 38"), on(appeals[:], after, benefit.Dibao))
		assert.Equal(t, []string{"order-649 65"}, on(appeals[:], after, benefit.Tekun))
		assert.Equal(t, []string{"order-649 13", "minfa-2012-220 32"}, on(duties[:], before, benefit.Dibao))
		assert.Equal(t, []string{"order-649 13", "minfa-2021-57 30"}, on(duties[:], after, benefit.Dibao))
		assert.Equal(t, []string{"minfa-2012-220 29"}, on(firstPayments[:], before, benefit.SinglePerson))
		assert.Equal(t, []string{"minfa-2021-57 21"}, on(firstPayments[:], after, benefit.Dibao))
		assert.Empty(t, on(firstPayments[:], before, benefit.Tekun))
		assert.Equal(t, []string{"minfa-2021-43 17"}, on(firstPayments[:], after, benefit.Tekun))
	}
}
