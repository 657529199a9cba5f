package standards_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

// "No panic on any input" (design, section 1.6): whatever is asked of a nil Set is answered as by the zero Set, in which nothing is on
// record, and of nil Tables as by the published ones.
func TestNil(t *testing.T) {
	for _, c := range []struct{ none, like any }{
		{(*standards.Set)(nil), &standards.Set{}},
		{(*standards.Tables)(nil), standards.Published()},
	} {
		none, like := reflect.ValueOf(c.none), reflect.ValueOf(c.like)
		require.Positive(t, none.NumMethod())
		for i := range none.NumMethod() {
			name := none.Type().String() + "." + none.Type().Method(i).Name
			for day := range 2 {
				arguments := argumentsOf(none.Method(i).Type(), day)
				var got, want []reflect.Value
				require.NotPanics(t, func() { got = call(none.Method(i), arguments) }, name)
				require.NotPanics(t, func() { want = call(like.Method(i), arguments) }, name)
				for j := range want {
					assert.Equal(t, said(want[j].Interface()), said(got[j].Interface()), name)
				}
			}
		}
	}
}

func call(method reflect.Value, arguments []reflect.Value) []reflect.Value {
	if method.Type().IsVariadic() {
		return method.CallSlice(arguments)
	}
	return method.Call(arguments)
}

// argumentsOf makes arguments that a method takes: zero values, or a day, a place and keys.
func argumentsOf(method reflect.Type, some int) []reflect.Value {
	var all []reflect.Value
	for i := range method.NumIn() {
		arg := reflect.Zero(method.In(i))
		switch arg.Interface().(type) {
		case standards.Date:
			if some > 0 {
				arg = reflect.ValueOf(standards.Day(2020, time.October, 1))
			}
		case standards.Place:
			if some > 0 {
				arg = reflect.ValueOf(standards.Youxian)
			}
		case standards.Residence, standards.Key, standards.LineKey, standards.RateKey, standards.AverageKey, standards.NumberKey, standards.ListKey, standards.Reading:
			if some > 0 {
				arg = reflect.ValueOf(1).Convert(method.In(i))
			}
		case standards.Document:
			if some > 0 {
				arg = reflect.ValueOf(standards.WorkPoints2020)
			}
		}
		all = append(all, arg)
	}
	return all
}

// said is v, and of a Set and of Tables what it says.
func said(v any) any {
	switch v := v.(type) {
	case *standards.Set:
		return v.Digest()
	case *standards.Tables:
		return []any{v.All(), v.Choices()}
	}
	return v
}

func TestDiffOfNil(t *testing.T) {
	set, err := standards.At(standards.Day(2020, time.October, 1))
	require.NoError(t, err)
	assert.Empty(t, standards.Diff(nil, nil))
	assert.Equal(t, standards.Diff(&standards.Set{}, set), standards.Diff(nil, set))
}

// A nil error says nothing, and nothing is read into a nil variable.
func TestNilErrors(t *testing.T) {
	for _, err := range []interface{ Text(standards.Lang) string }{
		(*standards.AmountError)(nil), (*standards.DateError)(nil), (*standards.WordError)(nil), (*standards.RowError)(nil),
		(*standards.DayError)(nil), (*standards.NotOnRecordError)(nil), (*standards.PublicationError)(nil),
	} {
		assert.Empty(t, err.Text(standards.Chinese)+err.Text(standards.English), "%T", err)
	}
	for text, none := range map[string]interface{ UnmarshalText([]byte) error }{
		"1/2": (*standards.Fraction)(nil), strings.Repeat("01", 32): (*standards.Digest)(nil), "urban": (*standards.Residence)(nil),
		"dibao-line": (*standards.Key)(nil), "rounding": (*standards.Reading)(nil), "430223": (*standards.Place)(nil),
	} {
		var fault *standards.WordError
		require.ErrorAs(t, none.UnmarshalText([]byte(text)), &fault, "%T", none)
		assert.Equal(t, text, fault.Value, "%T", none)
	}
}
