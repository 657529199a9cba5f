package assistance_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// fieldsOfGo lists the fields of the Go types by their names in JSON: those that a household, a member and a certificate have.
func fieldsOfGo(t reflect.Type, prefix string) []string {
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		name := strings.ToLower(f.Name[:1]) + f.Name[1:]
		switch {
		case f.Name == "ID":
			names = append(names, prefix+"id")
		case f.Type == reflect.TypeFor[[]assistance.Member]():
		case f.Type == reflect.TypeFor[disability.Certificate]():
			names = append(names, fieldsOfGo(f.Type, prefix+name+".")...)
		default:
			names = append(names, prefix+name)
		}
	}
	return names
}

func TestFieldsCoverTheTypes(t *testing.T) {
	var household, member []string
	for _, f := range assistance.Fields() {
		if f.OfMember {
			member = append(member, f.Name)
		} else {
			household = append(household, f.Name)
		}
	}
	assert.Equal(t, fieldsOfGo(reflect.TypeFor[assistance.Household](), ""), household)
	assert.ElementsMatch(t, fieldsOfGo(reflect.TypeFor[assistance.Member](), ""), member)
}

// texts are what a field can be stated as, by its kind.
func texts(f fields.Field) []string {
	switch f.Kind {
	case fields.IDKind:
		return []string{"x", "户-1"}
	case fields.DateKind:
		return []string{"1968-03-02", "2001-12-31"}
	case fields.WordsKind:
		return []string{`[]`, `["eating"]`, `["eating","bathing"]`}
	case fields.IncomesKind:
		return []string{`[]`, `[{"kind":"wages","yuan":"500.05","per":"month","months":3}]`, `[{"kind":"relief","yuan":"0.00","per":"year"}]`}
	case fields.AmountKind:
		return []string{`{"yuan":"0.00","per":"month"}`, `{"yuan":"0.00","per":"year"}`, `{"yuan":"80.10","per":"month"}`}
	case fields.NumberKind:
		return []string{"1", "2"}
	case fields.ComponentsKind:
		return []string{`[{"category":"visual","grade":1}]`, `[{"category":"mental","grade":4}]`}
	}
	var all []string
	for _, w := range f.Words {
		all = append(all, w.Word)
	}
	return all
}

// least is a household with a member who has a certificate, and states nothing else.
func least() assistance.Household {
	return assistance.Household{Division: standards.Tianyuan, Members: []assistance.Member{
		{ID: "a", Born: standards.Day(1980, time.May, 1), Disability: disability.Certificate{Category: disability.Multiple, Grade: 1}}}}
}

// Whatever a field is stated as is got back, is written and read, and makes another household of it; taking it back makes the first one.
func TestFieldsAreStated(t *testing.T) {
	for _, f := range assistance.Fields() {
		t.Run(fmt.Sprint(f.Name, f.OfMember), func(t *testing.T) {
			set := families.Standards(t, "2020-10-01")
			digests := map[standards.Digest]string{}
			require.NotEmpty(t, texts(f))
			for _, text := range texts(f) {
				h := least()
				require.NoError(t, h.Set(f, 0, text))
				assert.Equal(t, text, h.Get(f, 0))
				data, err := json.Marshal(h)
				require.NoError(t, err)
				assert.Contains(t, string(data), `"`+f.Name[strings.LastIndex(f.Name, ".")+1:]+`":`)
				if digest, err := assistance.Check(set, h); err == nil { // else it contradicts what else is stated
					assert.Empty(t, digests[digest], "as the digest of %s", text)
					digests[digest] = text
					var again assistance.Household
					require.NoError(t, json.Unmarshal(data, &again))
					assert.Equal(t, h, again)
				}
				require.NoError(t, h.Set(f, 0, ""))
				assert.Empty(t, h.Get(f, 0))
			}
			if f.Name != "disability.components" { // whose grade must be theirs
				assert.GreaterOrEqual(t, len(digests), min(2, len(texts(f))))
			}
			for _, lang := range []standards.Lang{standards.Chinese, standards.English} {
				assert.NotEmpty(t, f.Label.In(lang))
				assert.NotEmpty(t, f.Hint.In(lang))
				for _, w := range f.Words {
					assert.NotEmpty(t, w.Label.In(lang))
				}
			}
		})
	}
}

// What a field does not take is refused, and leaves the household as it was.
func TestFieldsRefuse(t *testing.T) {
	for _, f := range assistance.Fields() {
		bad := []string{"no such word", strings.Repeat("x", 65)}
		if f.Kind != fields.IDKind {
			bad = append(bad, "-1", `{"yuan":"1.005","per":"month"}`, `{"yuan":"1"}`, "[1]", "{", "null")
		}
		for _, text := range bad {
			h := least()
			err := h.Set(f, 0, text)
			assert.Error(t, err, "%s %s", f.Name, text)
			assert.Equal(t, least(), h, "%s %s", f.Name, text)
		}
		if h := least(); f.OfMember {
			assert.Error(t, h.Set(f, 1, ""), f.Name)
			assert.Error(t, h.Set(f, -1, ""), f.Name)
			assert.Empty(t, h.Get(f, 1), f.Name)
		}
	}
	var zero fields.Field
	h := least()
	assert.Error(t, h.Set(zero, 0, "yes"))
	assert.Empty(t, h.Get(zero, 0))
}

// A field takes the words of its type, all of them and in their order, and no value past the last gets through.
func TestWordsOfFields(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	checked := 0
	each := func(of reflect.Value, prefix string, h *assistance.Household, known map[string]fields.Field) {
		for i := range of.NumField() {
			v := of.Field(i)
			if v.Kind() != reflect.Uint8 {
				continue
			}
			name := of.Type().Field(i).Name
			f := known[prefix+strings.ToLower(name[:1])+name[1:]]
			was := v.Uint()
			for i, w := range f.Words {
				v.SetUint(uint64(i + 1))
				assert.Equal(t, w.Word, fmt.Sprint(v.Interface()), f.Name)
			}
			v.SetUint(uint64(len(f.Words) + 1))
			_, err := assistance.Check(set, *h)
			assert.Error(t, err, f.Name)
			v.SetUint(was)
			checked++
		}
	}
	household, member := map[string]fields.Field{}, map[string]fields.Field{}
	for _, f := range assistance.Fields() {
		if f.OfMember {
			member[f.Name] = f
		} else {
			household[f.Name] = f
		}
	}
	h := least()
	each(reflect.ValueOf(&h).Elem(), "", &h, household)
	each(reflect.ValueOf(&h.Members[0]).Elem(), "", &h, member)
	each(reflect.ValueOf(&h.Members[0].Disability).Elem(), "disability.", &h, member)
	assert.Equal(t, 17, checked)
	_, err := assistance.Check(set, h)
	require.NoError(t, err)
}

// Each fact that a decision can need or assume is a field, and is classed as the law treats it.
func TestFactsAreFields(t *testing.T) {
	classes := map[benefit.Fact]fields.Class{}
	for _, f := range assistance.Fields() {
		if f.Fact != 0 {
			assert.NotZero(t, f.Class, f.Name)
			if f.Name != "property" || !f.OfMember { // a member's own falls back on the household's
				classes[f.Fact] = f.Class
			}
		}
	}
	// What is only assumed by name, and stated as other facts: wages, own property and a transfer.
	assumed := []benefit.Fact{benefit.GuideExclusionsFact, benefit.OwnPropertyFact, benefit.SupportOwedFact}
	for fact := benefit.Fact(1); fact.String() != ""; fact++ {
		if slices.Contains(assumed, fact) {
			assert.NotEmpty(t, fact.AssumedAs(), fact)
			continue
		}
		assert.NotZero(t, classes[fact], fact)
	}
	since := map[string]standards.Date{"jobCosts": standards.Day(2020, time.August, 25), "rigidCosts": standards.Day(2021, time.July, 1)}
	for _, f := range assistance.Fields() {
		assert.Equal(t, since[f.Name], f.Since, f.Name)
	}
}

// Columns tell the fields apart, but for incomes, which stand in one column whoever has them.
func TestColumnsOfFields(t *testing.T) {
	seen := map[string]string{}
	for _, f := range assistance.Fields() {
		for _, column := range f.Columns {
			if f.Name != "income" {
				assert.Empty(t, seen[column], column)
			}
			seen[column] = f.Name
		}
	}
	assert.Len(t, assistance.Fields(), 33)
}

// A member's own kind of hukou goes before the household's.
func TestResidenceOf(t *testing.T) {
	h := least()
	assert.Zero(t, h.ResidenceOf(&h.Members[0]))
	h.Residence = standards.Urban
	assert.Equal(t, standards.Urban, h.ResidenceOf(&h.Members[0]))
	h.Members[0].Residence = standards.Rural
	assert.Equal(t, standards.Rural, h.ResidenceOf(&h.Members[0]))
}
