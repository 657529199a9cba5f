package assistance_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The parts of a decision come in the order of the law, those examined alone, and each can be asked for.
func TestPartsOfADecision(t *testing.T) {
	part := func(fen int64) benefit.Part {
		return benefit.Part{Verdict: benefit.Eligible, Payment: benefit.Monthly(fen, standards.Exactly)}
	}
	d := assistance.Decision{Dibao: assistance.Dibao{Part: part(1)}, LowIncome: part(2), Members: []assistance.MemberDecision{
		{ID: "a", Tekun: assistance.Tekun{Part: part(3)}, SinglePerson: part(4), Living: part(5), Nursing: part(6)},
		{ID: "b"}, {ID: "c", Nursing: part(7)}}}
	of := func(n benefit.Name, member string) benefit.PartOf { return benefit.PartOf{Part: n, Member: member} }
	want := []benefit.PartOf{of(benefit.Dibao, ""), of(benefit.LowIncome, ""), of(benefit.Tekun, "a"), of(benefit.SinglePerson, "a"),
		of(benefit.Living, "a"), of(benefit.Nursing, "a"), of(benefit.Nursing, "c")}
	var got []benefit.PartOf
	for name, p := range d.Parts() {
		got = append(got, name)
		assert.Equal(t, part(int64(len(got))), p)
		assert.Equal(t, p, d.Part(name))
	}
	assert.Equal(t, want, got)
	for stop := range want { // it can be left at each of them
		n := 0
		for range d.Parts() {
			if n++; n > stop {
				break
			}
		}
		assert.Equal(t, stop+1, n)
	}
	for _, none := range []benefit.PartOf{of(benefit.Living, "c"), of(benefit.Nursing, "b"), of(benefit.Nursing, "nobody"), of(benefit.Dibao, "a")} {
		assert.Zero(t, d.Part(none), "%v", none)
	}
	m, ok := d.Member("a")
	assert.True(t, ok)
	assert.Equal(t, d.Members[0], m)
	m, ok = d.Member("c")
	assert.True(t, ok)
	assert.Equal(t, d.Members[2], m)
	m, ok = d.Member("nobody")
	assert.False(t, ok)
	assert.Zero(t, m)
	var none *assistance.Decision
	for range none.Parts() {
		assert.Fail(t, "no decision has no parts")
	}
	assert.Zero(t, none.Part(of(benefit.Dibao, "")))
	_, ok = none.Member("a")
	assert.False(t, ok)
}

// A member is found by id, and an income comes to so much a year.
func TestMembersAndIncomes(t *testing.T) {
	h := families.Stated(t, "Tianyuan urban within; a; b")
	assert.Same(t, &h.Members[0], h.Member("a"))
	assert.Same(t, &h.Members[1], h.Member("b"))
	assert.Nil(t, h.Member("c"))
	var none *assistance.Household
	assert.Nil(t, none.Member("a"))
	assert.Zero(t, none.ResidenceOf(&h.Members[0]))
	assert.Zero(t, h.ResidenceOf(nil))
	for _, tt := range []struct {
		amount standards.Amount
		months int
		want   int64
	}{
		{standards.Fen(100, standards.PerMonth), 0, 1200},
		{standards.Fen(100, standards.PerMonth), 1, 100},
		{standards.Fen(100, standards.PerMonth), 12, 1200},
		{standards.Fen(100, standards.PerYear), 0, 100},
		{standards.Fen(100, standards.PerYear), 3, 100}, // which Check refuses
	} {
		assert.Equal(t, tt.want, assistance.Income{Kind: standards.Wages, Amount: tt.amount, Months: tt.months}.Annual(), "%v", tt)
	}
	assert.Equal(t, 2, assistance.Dibao{Members: 3, NotCovered: 1}.Covered())
	lines := assistance.Lines{benefit.Monthly(600_00, standards.Exactly), benefit.Monthly(360_00, standards.AtLeast)}
	assert.Equal(t, []benefit.Payment{lines[0], lines[1], {}, {}},
		[]benefit.Payment{lines.Of(standards.Urban), lines.Of(standards.Rural), lines.Of(0), lines.Of(standards.Rural + 1)})
}

// A fact is stated or not, of the household and of each member that there is.
func TestStatedFields(t *testing.T) {
	var h assistance.Household
	require.NoError(t, json.Unmarshal([]byte(`{"division":"430211","members":[{"id":"a","born":"1980-01-01","income":[]},{"id":"b","born":"1981-01-01",
		"disability":{"category":"visual","grade":2}}]}`), &h))
	stated := map[string]string{"division": "430211"}
	members := []map[string]string{{"id": "a", "born": "1980-01-01", "income": "[]"},
		{"id": "b", "born": "1981-01-01", "disability.category": "visual", "disability.grade": "2"}}
	for _, f := range assistance.Fields() {
		for member := -1; member <= 2; member++ {
			want, ok := stated[f.Name]
			if f.OfMember {
				want, ok = "", false
				if member >= 0 && member < 2 {
					want, ok = members[member][f.Name], members[member][f.Name] != ""
				}
			}
			assert.Equal(t, ok, h.Stated(f, member), "%s of %d", f.Name, member)
			assert.Equal(t, want, h.Get(f, member), "%s of %d", f.Name, member)
		}
	}
	assert.False(t, h.Stated(fields.Field{Name: "nothing"}, 0))
	assert.False(t, h.Stated(fields.Field{Name: "division", OfMember: false, Kind: 99}, 0) == h.Stated(fields.Field{Name: "division", OfMember: true}, 0))
	// A word beyond the last is stated and has no text.
	h.OnDibao = 9
	for _, f := range assistance.Fields() {
		if f.Name == "onDibao" {
			assert.True(t, h.Stated(f, 0))
			assert.Empty(t, h.Get(f, 0))
		}
	}
	var required []string
	for _, f := range assistance.Fields() {
		if f.Required {
			required = append(required, f.Name)
		}
	}
	assert.Equal(t, []string{"division", "id", "born", "disability.category", "disability.grade"}, required)
	// What is listed is the caller's own.
	first := assistance.Fields()
	for i := range first {
		for j := range first[i].Words {
			first[i].Words[j].Word = "changed"
		}
		for j := range first[i].Columns {
			first[i].Columns[j] = "changed"
		}
	}
	for _, f := range assistance.Fields() {
		assert.NotContains(t, f.Columns, "changed")
		for _, w := range f.Words {
			assert.NotEqual(t, "changed", w.Word)
		}
		if f.Name == "division" { // of a member it may be elsewhere
			want := len(standards.Divisions())
			last := "430281"
			if f.OfMember {
				want, last = want+1, "elsewhere"
			}
			require.Len(t, f.Words, want)
			assert.Equal(t, last, f.Words[want-1].Word)
		}
	}
}

// A log names a household, a member, a decision and an entry, and withholds an id that may be a name.
func TestWhatALogHolds(t *testing.T) {
	h := families.Stated(t, "Tianyuan urban within; a wages=123")
	set := families.Standards(t, "2020-10-01")
	digest, err := assistance.Check(set, h)
	require.NoError(t, err)
	d, err := assistance.Assess(set, h)
	require.NoError(t, err)
	log := func(value any) string {
		var b bytes.Buffer
		slog.New(slog.NewTextHandler(&b, nil)).Info("x", "v", value)
		_, text, _ := strings.Cut(b.String(), "msg=x ")
		return strings.TrimSpace(text)
	}
	assert.Equal(t, "v.id=h v.input="+digest.String(), log(h))
	assert.Equal(t, "v.line=7 v.household.id=h v.household.input="+digest.String(), log(assistance.Entry{Household: h, Line: 7}))
	assert.Equal(t, "v.id=h v.on=2020-10-01 v.input="+digest.String()+" v.standards="+d.Digest.String(), log(d))
	assert.Equal(t, "v.id=a", log(d.Members[0]))
	assert.Equal(t, "v=wages", log(h.Members[0].Income[0]))
	first := log(h.Members[0])
	assert.Regexp(t, `^v\.id=a v\.input=[0-9a-f]{64}$`, first)
	h.Members[0].Property = benefit.Over
	assert.NotEqual(t, first, log(h.Members[0]), "another member")
	h.ID = "王五"
	assert.Regexp(t, "^v.id=withheld ", log(h))
}
