package standards_test

import (
	"crypto/sha256"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// digestOf is the digest of rows as [standards.Set.Digest] defines it, computed from the
// definition.
func digestOf(set *standards.Set, rows []standards.Standard) standards.Digest {
	var text strings.Builder
	put := func(line ...string) {
		for _, part := range line {
			text.WriteString(part + "\x00")
		}
		text.WriteString("\n")
	}
	put("set", set.Day().String())
	for _, row := range rows {
		struck := map[bool]string{true: "struck"}[row.Struck]
		put(row.Key.String(), row.Place.String(), row.Residence.String(), row.Of, row.Amount.String(), row.Number.String(),
			row.Bound.String(), row.From.String(), row.Until.String(), struck, row.Under.String(), row.Carried.String(),
			string(row.Basis.Document), row.Basis.Clause, row.Basis.Printed, row.Basis.At)
	}
	for _, r := range standards.AllReadings() {
		put(r.Name, set.Choice(r.Reading).String())
	}
	return sha256.Sum256([]byte(text.String()))
}

func TestDigestIsAsDefined(t *testing.T) {
	carrying := draft(ownLine(), strike("veterans-pension"))
	carrying.Carry, carrying.Choices = standards.Day(2020, time.December, 31), []standards.Choice{standards.UpToYuan}
	laid, err := standards.Published().Choose(standards.MinorUnder16).With(carrying)
	require.NoError(t, err)
	for _, day := range []string{"2020-10-01", "2021-08-01", "2022-10-19"} {
		for _, tables := range []*standards.Tables{standards.Published(), laid} {
			set := setOf(t, tables, day)
			assert.Equal(t, digestOf(set, set.Rows()), set.Digest(), "%s by %s", day, tables)
		}
	}
}

// What governs a place is its own: the digest over the rows that its place lies in, and the files
// that state something for it on the day.
func TestGoverning(t *testing.T) {
	county := supplement(ownLine()) // Youxian, 2020-07-01 to 2020-12-31
	county.ID = "county"
	carrying := standards.Overlay{ID: "carrying", Kind: standards.Draft, Carry: standards.Day(2020, time.December, 30)}
	choosing := standards.Overlay{ID: "choosing", Kind: standards.Draft, Choices: []standards.Choice{standards.UpToYuan}}
	none := standards.Overlay{ID: "none", Kind: standards.Draft}
	tables, err := standards.Published().With(county, carrying, choosing, none)
	require.NoError(t, err)
	for _, c := range []struct {
		day   string
		place standards.Place
		files []string
	}{
		{"2020-06-30", standards.Youxian, []string{"choosing"}},
		{"2020-07-01", standards.Youxian, []string{"county", "choosing"}},
		{"2020-07-01", standards.Hetang, []string{"choosing"}}, // the first of the ten units
		{"2020-07-01", standards.Liling, []string{"choosing"}}, // and the last
		{"2020-12-30", standards.Youxian, []string{"county", "choosing"}},
		{"2020-12-31", standards.Youxian, []string{"county", "carrying", "choosing"}},
		{"2021-01-01", standards.Youxian, []string{"carrying", "choosing"}},
	} {
		set := setOf(t, tables, c.day)
		for range 2 { // found, and found again
			digest, refs := set.Governing(c.place)
			var rows []standards.Standard
			for _, row := range set.Rows() {
				if c.place.In(row.Place) {
					rows = append(rows, row)
				}
			}
			assert.Equal(t, digestOf(set, rows), digest, "%s on %s", c.place, c.day)
			var files []string
			for _, ref := range refs {
				files = append(files, ref.ID)
				assert.Contains(t, set.Refs(), ref)
			}
			assert.Equal(t, c.files, files, "%s on %s", c.place, c.day)
		}
	}
	for _, p := range []standards.Place{0, standards.CityFive, standards.Zhuzhou, standards.China, standards.Elsewhere, 430222} {
		digest, refs := onDay(t, "2020-10-01").Governing(p)
		assert.Equal(t, standards.Digest{}, digest, p)
		assert.Empty(t, refs, p)
	}
	digest, refs := new(standards.Set).Governing(standards.Hetang)
	assert.Equal(t, standards.Digest{}, digest, "in the zero Set nothing governs")
	assert.Empty(t, refs)
}

// A reference to a tables file is written with three fields, all of which must be there to be read.
func TestTableRefJSON(t *testing.T) {
	tables, err := standards.Published().With(supplement(ownLine()))
	require.NoError(t, err)
	ref := setOf(t, tables, "2020-10-01").Refs()[0]
	text, err := ref.MarshalJSON()
	require.NoError(t, err)
	assert.Equal(t, `{"id":"own","kind":"supplement","sha256":"`+ref.SHA256.String()+`"}`, string(text))
	var back standards.TableRef
	require.NoError(t, back.UnmarshalJSON(text))
	assert.Equal(t, ref, back)
	for _, left := range []string{`"id":"own",`, `"kind":"supplement",`, `,"sha256":"` + ref.SHA256.String() + `"`} {
		assert.Error(t, back.UnmarshalJSON([]byte(strings.Replace(string(text), left, "", 1))), "without %s", left)
	}
	assert.Equal(t, ref, back, "a failed read changes nothing")
}

// What rows, tables and standards say in place of JSON names what writes them.
func TestNoJSONOfRows(t *testing.T) {
	_, err := ownLine().MarshalJSON()
	assert.EqualError(t, err, "standards: a row is written in JSON by draft.AppendRow")
	_, err = standards.Published().MarshalJSON()
	assert.EqualError(t, err, "standards: tables are written in JSON by draft.Format, file by file")
	_, err = onDay(t, "2020-10-01").MarshalJSON()
	assert.EqualError(t, err, "standards: the rows of a Set are written in JSON by draft.AppendRow, see Deciding")
}
