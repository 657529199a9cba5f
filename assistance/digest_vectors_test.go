package assistance_test

import (
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
)

var updateVectors = flag.Bool("update-vectors", false, "rewrite testdata/digests.json")

type householdVector struct {
	Household assistance.Household `json:"household"`
	Input     standards.Digest     `json:"input"`
}

type standardsVector struct {
	Place  standards.Place  `json:"place"`
	On     standards.Date   `json:"on"`
	Lines  [][]string       `json:"lines"` // what the digest is taken of
	Digest standards.Digest `json:"digest"`
}

type digestVectors struct {
	Households []householdVector `json:"households"`
	Standards  []standardsVector `json:"standards"`
}

// The digests of a decision are defined so that another language can recompute them: testdata/recompute.py does, from these
// vectors. They change with assistance.Format alone, those of the standards with the rows too.
func TestDigestVectors(t *testing.T) {
	const file = "testdata/digests.json"
	var want digestVectors
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	f := families.New(1)
	for i := range 100 {
		h := f.Household(fmt.Sprintf("户%d", i))
		input, err := assistance.Check(set, h)
		require.NoError(t, err)
		want.Households = append(want.Households, householdVector{h, input})
	}
	for _, p := range []standards.Place{standards.Hetang, standards.Youxian} {
		digest, _ := set.Governing(p)
		lines := linesOfSet(set, p)
		assert.Equal(t, digest, digestOfLines(lines), "the definition is that of the code")
		want.Standards = append(want.Standards, standardsVector{p, set.Day(), lines, digest})
	}
	data, err := json.MarshalIndent(want, "", " ")
	require.NoError(t, err)
	if *updateVectors {
		require.NoError(t, os.WriteFile(file, append(data, '\n'), 0o644))
	}
	stored, err := os.ReadFile(file)
	require.NoError(t, err, "run go test with -update-vectors")
	assert.JSONEq(t, string(data), string(stored))
}

// digestOfLines is the SHA-256 of lines, each text ended by a zero byte and each line by a line feed.
func digestOfLines(lines [][]string) standards.Digest {
	var text []byte
	for _, line := range lines {
		for _, part := range line {
			text = append(append(text, part...), 0)
		}
		text = append(text, '\n')
	}
	return sha256.Sum256(text)
}

// linesOfSet writes what the digest of a place is taken of, by its definition.
func linesOfSet(set *standards.Set, p standards.Place) [][]string {
	lines := [][]string{{"set", set.Day().String()}}
	for _, s := range set.Rows() {
		if p.In(s.Place) {
			struck := ""
			if s.Struck {
				struck = "struck"
			}
			lines = append(lines, []string{s.Key.String(), s.Place.String(), s.Residence.String(), s.Of, s.Amount.String(), s.Number.String(),
				s.Bound.String(), s.From.String(), s.Until.String(), struck, s.Under.String(), s.Carried.String(),
				string(s.Basis.Document), s.Basis.Clause, s.Basis.Printed, s.Basis.At})
		}
	}
	for _, r := range standards.AllReadings() {
		lines = append(lines, []string{r.Reading.String(), set.Choice(r.Reading).String()})
	}
	return lines
}
