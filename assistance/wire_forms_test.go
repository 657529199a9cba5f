package assistance_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The standards of a decision are those of the household's place, and with members of other places those of all of them, each
// once and in the order of the places, whoever is whose member.
func TestStandardsOfADecision(t *testing.T) {
	set := families.Standards(t, "2020-10-01 +topup")
	of := func(p standards.Place) []byte { d, _ := set.Governing(p); return d[:] }
	joined := func(places ...standards.Place) standards.Digest {
		var all []byte
		for _, p := range places {
			all = append(all, of(p)...)
		}
		return sha256.Sum256(all)
	}
	hetang, youxian, liling := standards.Hetang, standards.Youxian, standards.Liling
	require.NotEqual(t, of(hetang), of(youxian))
	single := func(p standards.Place) standards.Digest { return standards.Digest(of(p)) }
	for _, tt := range []struct {
		household standards.Place
		members   []standards.Place
		want      standards.Digest
	}{
		{hetang, []standards.Place{0}, single(hetang)},
		{hetang, []standards.Place{hetang, standards.Elsewhere}, single(hetang)},
		{hetang, []standards.Place{youxian}, joined(hetang, youxian)},
		{hetang, []standards.Place{0, youxian, youxian}, joined(hetang, youxian)},
		{youxian, []standards.Place{hetang}, joined(hetang, youxian)},
		{youxian, []standards.Place{liling, hetang}, joined(inOrder(hetang, youxian, liling)...)},
		{youxian, []standards.Place{hetang, liling, standards.Elsewhere}, joined(inOrder(hetang, youxian, liling)...)},
	} {
		h := assistance.Household{ID: "h", Division: tt.household}
		for _, p := range tt.members {
			h.Members = append(h.Members, assistance.Member{ID: p.String() + "x", Division: p})
		}
		var d assistance.Decision
		d.NameStandards(set, &h)
		assert.Equal(t, tt.want, d.Digest, "%v", tt)
		assert.Equal(t, set.Day(), d.On)
		_, refs := set.Governing(tt.household)
		for _, p := range tt.members {
			if _, more := set.Governing(p); p.IsDivision() && len(more) > len(refs) {
				refs = more
			}
		}
		assert.Equal(t, refs, d.Tables, "each tables file once")
		assert.NotEmpty(t, refs)
	}
	var d assistance.Decision
	d.NameStandards(set, nil)
	assert.Equal(t, assistance.Decision{}, d)
	assert.NotPanics(t, func() { (*assistance.Decision)(nil).NameStandards(set, &assistance.Household{}) })
}

// inOrder are places in the order of all.
func inOrder(places ...standards.Place) (all []standards.Place) {
	for _, p := range standards.Divisions() {
		for _, one := range places {
			if p == one {
				all = append(all, p)
			}
		}
	}
	return all
}

// The digest of a household is that of its definition, written here again for the fields of which it says most: short fields
// side by side, then those that are stated.
func TestDigestIsOfTheDefinition(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	h := assistance.Household{ID: "h", Division: standards.Tianyuan, Residence: standards.Rural, OverLineSince: standards.Day(2020, 9, 17), Weight: 5,
		Members: []assistance.Member{{ID: "a", Born: standards.Day(1980, 11, 30), Division: standards.Elsewhere,
			Cannot: []eldercare.Activity{eldercare.Bathing, eldercare.Eating}}}}
	var short uint64
	used := 0
	put := func(field uint64, bits int) { short |= field << used; used += bits }
	for _, f := range [][2]uint64{{2, 2}, {0, 2}, {0, 2}, {0, 2}, {0, 1}, {0, 1}, {0, 1}, {1, 1}, {1, 8}, {5, 20}, {430211, 24}} {
		put(f[0], int(f[1]))
	}
	b := binary.LittleEndian.AppendUint64([]byte{1, 'h'}, short)
	b = binary.AppendUvarint(b, 17|9<<5|2020<<9)
	short, used = 0, 0
	for _, f := range [][2]uint64{{30, 5}, {11, 4}, {1980, 14}, {0, 2}, {0, 2}, {0, 4}, {0, 3}, {0, 2}, {0, 3}, {0, 3}, {0, 2}, {0, 2}, {0, 2}, {0, 2}, {0, 2},
		{0, 2}, {0, 2}, {0, 1}, {1, 1}, {0, 1}, {0, 1}, {1, 1}, {0, 1}} {
		put(f[0], int(f[1]))
	}
	b = binary.LittleEndian.AppendUint64(append(b, 1, 'a'), short)
	b = binary.AppendUvarint(b, uint64(standards.Elsewhere))
	b = append(b, 2, byte(eldercare.Bathing), byte(eldercare.Eating))
	got, err := assistance.Check(set, h)
	require.NoError(t, err)
	assert.Equal(t, standards.Digest(sha256.Sum256(b)), got)
}

// The parts of a decision can be written and read alone, and a decision with everything in it comes back as it was.
func TestPartsOfADecisionAsJSON(t *testing.T) {
	part := benefit.Part{Verdict: benefit.Eligible, Payment: benefit.Monthly(1_00, standards.AtLeast)}
	const partText = `"verdict":"eligible","payment":{"yuan":"1.00","per":"month","bound":"at-least"}`
	dibao := assistance.Dibao{Part: part, Lines: assistance.Lines{{}, benefit.Monthly(360_00, standards.AtLeast)}, Members: 3, NotCovered: 1,
		Income: standards.Fen(5_00, standards.PerYear)}
	lines := `{"rural":{"yuan":"360.00","per":"month","bound":"at-least"}}`
	tekun := assistance.Tekun{Part: part, SelfCare: eldercare.Partial}
	member := assistance.MemberDecision{ID: "a", Tekun: tekun, SinglePerson: part, Living: part, Nursing: part}
	for _, tt := range []struct {
		value any
		into  any
		want  string
	}{
		{dibao, new(assistance.Dibao), `{` + partText + `,"lines":` + lines + `,"members":3,"notCovered":1,"income":{"yuan":"5.00","per":"year"}}`},
		{dibao.Lines, new(assistance.Lines), lines},
		{tekun, new(assistance.Tekun), `{` + partText + `,"selfCare":"partial"}`},
		{member, new(assistance.MemberDecision), `{"id":"a","tekun":{` + partText + `,"selfCare":"partial"},"singlePerson":{` + partText + `},"living":{` + partText +
			`},"nursing":{` + partText + `}}`},
	} {
		data, err := json.Marshal(tt.value)
		require.NoError(t, err)
		assert.Equal(t, tt.want, string(data))
		require.NoError(t, json.Unmarshal(data, tt.into))
		again, err := json.Marshal(tt.into)
		require.NoError(t, err)
		assert.Equal(t, tt.want, string(again))
	}
	var none assistance.Dibao
	require.NoError(t, json.Unmarshal([]byte(`{"verdict":"undetermined","members":0,"notCovered":0}`), &none))
	assert.Equal(t, assistance.Dibao{Part: benefit.Part{Verdict: benefit.Undetermined}}, none)
	assert.Error(t, json.Unmarshal([]byte(`{"verdict":"undetermined","members":101}`), &none))
	assert.Error(t, json.Unmarshal([]byte(`{"verdict":"undetermined","members":1,"notCovered":101}`), &none))

	d, err := assistance.Assess(families.Standards(t, "2020-10-01"), families.Youxian(t))
	require.NoError(t, err)
	d.Carried = []benefit.Figure{{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Rural}}
	d.Dibao.NotCovered = 1
	data, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"carried":[{`)
	var back assistance.Decision
	require.NoError(t, json.Unmarshal(data, &back))
	assert.Equal(t, d, back)
	appended, err := d.AppendJSON([]byte("x"))
	require.NoError(t, err)
	assert.Equal(t, "x"+string(data), string(appended))
	appended, err = (*assistance.Decision)(nil).AppendJSON([]byte("x"))
	assert.Equal(t, []string{"decision:required"}, codesOf(t, err))
	assert.True(t, bytes.Equal([]byte("x"), appended))
}

// A fault that shows only on checking is found on reading as well, and of what could not be read nothing more is said.
func TestFaultsOfReading(t *testing.T) {
	member := func(m string) string {
		return `{"division":"430211","members":[{"id":"a","born":"1980-01-01"` + m + `}]}`
	}
	const two = `,"disability":{"category":"multiple","grade":1,"components":[{"category":"multiple","grade":1},{"category":"multiple","grade":2}]}`
	for _, tt := range []struct {
		text string
		want []string
	}{
		{`{"division":"430211","members":[{"id":"a","born":"1980-01-01"},{"id":"a","born":"1980-01-01"}]}`, []string{"members[1].id:duplicate-id"}},
		{member(`,"income":[{"kind":"wages","yuan":"1","per":"month","months":1}]`), nil},
		{`{"division":"430211","income":[{"kind":"wages","yuan":"1","per":"week"}],"members":[{"id":"a","born":"1980-01-01"}]}`, []string{"income[0].per:not-a-value"}},
		{member(`,"income":[{"kind":"wages","yuan":"1","per":"week"}]`), []string{"members[0].income[0].per:not-a-value"}},
		{member(`,"counted":"perhaps"` + two), []string{"members[0].counted:not-a-value", "members[0].disability.components[0].category:not-a-value",
			"members[0].disability.components[1].category:not-a-value"}},
	} {
		var h assistance.Household
		err := json.Unmarshal([]byte(tt.text), &h)
		if tt.want == nil {
			assert.NoError(t, err, tt.text)
			continue
		}
		assert.Equal(t, tt.want, codesOf(t, err), tt.text)
	}
	// An id that could not be read is not missing besides.
	var faults []string
	for _, err := range assistance.Read(strings.NewReader(`[{"id":1,"division":"430211","members":[{"id":"a","born":"1980-01-01"}]},` + good1 + `]`)) {
		if err != nil {
			faults = append(faults, codesOf(t, err)...)
		}
	}
	assert.Equal(t, []string{"id:wrong-type"}, faults)
	// Reading can be left at what is no JSON.
	n := 0
	for _, err := range assistance.Read(strings.NewReader(good1 + "\n{]\n" + good2)) {
		if n++; err != nil {
			break
		}
	}
	assert.Equal(t, 2, n)
}

// What a field does not take is named by its full path.
func TestSetNamesTheField(t *testing.T) {
	field := func(name string, ofMember bool) fields.Field {
		for _, f := range assistance.Fields() {
			if f.Name == name && f.OfMember == ofMember {
				return f
			}
		}
		t.Fatal(name)
		return fields.Field{}
	}
	for _, tt := range []struct {
		name     string
		ofMember bool
		text     string
		want     string
	}{
		{"disability.grade", true, "9", "disability.grade:number-range"},
		{"disability.category", true, "sight", "disability.category:not-a-value"},
		{"weight", false, "1.5", "weight:wrong-type"},
		{"born", true, "1899-12-31", "born:date-range"},
		{"income", true, `[{"kind":"wages","yuan":"1","per":"week"}]`, "income[0].per:not-a-value"},
	} {
		h := least()
		assert.Equal(t, []string{tt.want}, codesOf(t, h.Set(field(tt.name, tt.ofMember), 0, tt.text)))
		assert.Equal(t, least(), h)
	}
	h := least()
	var syntax *wire.SyntaxError
	assert.True(t, errors.As(h.Set(field("weight", false), 0, "{"), &syntax))
	assert.Equal(t, []string{"members:number-range"}, codesOf(t, h.Set(field("born", true), 1, "1980-01-01")))
	// An amount that cannot be written has no text.
	h.JobCosts = standards.Fen(-1, standards.PerMonth)
	assert.Empty(t, h.Get(field("jobCosts", false), 0))
	assert.True(t, h.Stated(field("jobCosts", false), 0))
}
