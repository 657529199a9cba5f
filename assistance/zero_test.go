package assistance_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/openminzheng/zhuzhou/standards"
)

// No exported function and no method panics: with what says nothing, nil pointers, functions,
// readers and iterators included, with numbers far too small and too large, and with real standards.
func TestNothingPanics(t *testing.T) {
	for _, say := range sayings {
		for _, function := range exportedFunctions {
			f := reflect.ValueOf(function)
			name := runtime.FuncForPC(f.Pointer()).Name()
			if say.real && strings.HasSuffix(name, ".CheckInvariants") {
				continue // it takes a second, and its own test calls it with real standards
			}
			call(t, say, name, f)
		}
		for _, pointer := range exportedTypes {
			of := reflect.TypeOf(pointer).Elem()
			value := reflect.New(of)
			value.Elem().Set(say.value(of, 0))
			callAll(t, say, value)
			callNil(t, say, reflect.TypeOf(pointer))
		}
	}
}

// callAll calls every method of a value, each on a copy.
func callAll(t *testing.T, say saying, v reflect.Value) {
	for i := range v.NumMethod() {
		on := reflect.New(v.Type().Elem())
		on.Elem().Set(v.Elem())
		call(t, say, fmt.Sprintf("%s.%s", v.Type(), v.Type().Method(i).Name), on.Method(i))
	}
}

// callNil calls every method of a nil pointer that is the pointer's own. Those of the value behind
// it are stopped by Go itself.
func callNil(t *testing.T, say saying, pointer reflect.Type) {
	of := pointer.Elem()
	for i := range pointer.NumMethod() {
		method := pointer.Method(i)
		if _, ofValue := of.MethodByName(method.Name); ofValue || isOfPart(of, method.Name) {
			continue
		}
		name, f := fmt.Sprintf("(nil %s).%s", pointer, method.Name), reflect.Zero(pointer).Method(i)
		call(t, say, name, f)
		if method.Name == "UnmarshalText" {
			word := []byte(fmt.Sprint(say.value(of, 0)))
			callWith(t, string(word), name, f, []reflect.Value{reflect.ValueOf(word)}, say)
		}
	}
}

// isOfPart reports whether a method is that of an embedded field, to which Go goes through the
// pointer.
func isOfPart(of reflect.Type, method string) bool {
	if of.Kind() != reflect.Struct {
		return false
	}
	for i := range of.NumField() {
		if field := of.Field(i); field.Anonymous {
			if _, ok := reflect.PointerTo(field.Type).MethodByName(method); ok {
				return true
			}
		}
	}
	return false
}

// call calls a function with arguments that say what the saying says, and once more for each argument
// that can be nil, with nil in its place. A function that takes what only packages of this module
// can make, other than nil, is machinery of theirs.
func call(t *testing.T, say saying, name string, f reflect.Value) {
	var args []reflect.Value
	for i := range f.Type().NumIn() {
		of := f.Type().In(i)
		if of.Kind() == reflect.Pointer && strings.Contains(of.Elem().PkgPath(), "internal/") {
			return
		}
		args = append(args, say.value(of, 0))
	}
	callWith(t, say.name, name, f, args, say)
	for i, arg := range args {
		switch arg.Kind() {
		case reflect.Pointer, reflect.Func, reflect.Interface:
			with := slices.Clone(args)
			with[i] = reflect.Zero(arg.Type())
			callWith(t, fmt.Sprintf("%s, and nil for argument %d", say.name, i), name, f, with, say)
		}
	}
}

// callWith calls a function, and draws what it hands back as an iterator.
func callWith(t *testing.T, with, name string, f reflect.Value, args []reflect.Value, say saying) {
	defer func() {
		if why := recover(); why != nil {
			t.Errorf("%s with %s panics: %v, in %s", name, with, why, whereFrom(debug.Stack()))
		}
	}()
	results := f.Call
	if f.Type().IsVariadic() {
		results = f.CallSlice
	}
	for _, result := range results(args) {
		drain(say, result)
	}
}

// module is how the functions of this module begin in a stack.
const module = "github.com/openminzheng/zhuzhou/"

// whereFrom is the first place in the module that a stack names, this file apart.
func whereFrom(stack []byte) string {
	for line := range strings.Lines(string(stack)) {
		if _, after, ok := strings.Cut(line, module); ok && !strings.Contains(after, "_test.") {
			return strings.TrimSpace(after)
		}
	}
	return "a function of Go"
}

// drain draws an iterator to its end, or to the first item and no further.
func drain(say saying, v reflect.Value) {
	if !v.IsValid() || v.Kind() != reflect.Func || v.IsNil() || v.Type().NumIn() != 1 || v.Type().In(0).Kind() != reflect.Func {
		return
	}
	left := 1000
	v.Call([]reflect.Value{reflect.MakeFunc(v.Type().In(0), func([]reflect.Value) []reflect.Value {
		left--
		return []reflect.Value{reflect.ValueOf(left > 0 && !say.breaks)}
	})})
}

// saying is what the values of a run of the test say.
type saying struct {
	name   string
	number int64 // of whole numbers, as far as it fits
	text   string
	nils   bool // pointers, functions and interfaces are nil
	list   int  // items of a list
	real   bool // standards are those of the library
	breaks bool // iterators are left after their first item
}

var sayings = []saying{
	{name: "nothing", nils: true},
	{name: "nil elements", nils: true, list: 2, text: "x"},
	{name: "minus one", number: -1, list: 1, text: "-1", real: true},
	{name: "two hundred and fifty", number: 250, list: 2, text: "\x1b\u202e\xff", real: true, breaks: true},
	{name: "a thousand million", number: 1 << 30, list: 1, text: strings.Repeat("9", 1000), real: true},
	{name: "the largest", number: math.MaxInt64, list: 3, text: `[{"id":"` + "\x00", real: true, breaks: true},
	{name: "the smallest", number: math.MinInt64, list: 1},
	{name: "one, of standards that are none", number: 1, list: 1, text: "1"},
	{name: "one, of real standards", number: 1, list: 1, text: "2020-10-01", real: true},
	{name: "two, of real standards", number: 2, list: 2, text: "430223", real: true},
	{name: "an empty object", number: 3, list: 1, text: "{}", real: true},
	{name: "null", number: 4, list: 1, text: "null", real: true},
	{name: "real standards and nil else", nils: true, list: 1, real: true},
}

// deepest is how far values are filled that hold others.
const deepest = 5

// value is one of a type that says what s says.
func (s saying) value(of reflect.Type, depth int) reflect.Value {
	v := reflect.New(of).Elem()
	if special, ok := s.special(of); ok {
		if special != nil {
			v.Set(reflect.ValueOf(special))
		}
		return v
	}
	switch v.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(min(max(s.number, math.MinInt64>>(64-of.Bits())), math.MaxInt64>>(64-of.Bits())))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(s.number) & (math.MaxUint64 >> (64 - of.Bits())))
	case reflect.Bool:
		v.SetBool(s.number != 0)
	case reflect.String:
		v.SetString(s.text)
	case reflect.Slice:
		if s.list > 0 && depth < deepest {
			v.Set(reflect.MakeSlice(of, s.list, s.list))
			s.fill(v, v.Len(), depth)
		}
	case reflect.Array:
		s.fill(v, v.Len(), depth)
	case reflect.Struct:
		for i := range of.NumField() {
			if field := v.Field(i); field.CanSet() {
				field.Set(s.value(field.Type(), depth+1))
			}
		}
	case reflect.Pointer:
		if !s.nils && depth < deepest {
			v.Set(reflect.New(of.Elem()))
			v.Elem().Set(s.value(of.Elem(), depth+1))
		}
	case reflect.Map:
		if s.list > 0 && depth < deepest {
			v.Set(reflect.MakeMap(of))
			v.SetMapIndex(s.value(of.Key(), depth+1), s.value(of.Elem(), depth+1))
		}
	case reflect.Func:
		if !s.nils {
			v.Set(s.function(of, depth))
		}
	}
	return v
}

func (s saying) fill(v reflect.Value, n, depth int) {
	for i := range n {
		v.Index(i).Set(s.value(v.Type().Elem(), depth+1))
	}
}

// function is one that hands back values of s. An iterator yields as many as a list has items.
func (s saying) function(of reflect.Type, depth int) reflect.Value {
	return reflect.MakeFunc(of, func(args []reflect.Value) []reflect.Value {
		var results []reflect.Value
		for i := range of.NumOut() {
			results = append(results, s.value(of.Out(i), depth+1))
		}
		if len(args) == 1 && args[0].Kind() == reflect.Func && len(results) == 0 {
			s.yield(args[0], depth)
		}
		return results
	})
}

func (s saying) yield(to reflect.Value, depth int) {
	var args []reflect.Value
	for i := range to.Type().NumIn() {
		args = append(args, s.value(to.Type().In(i), depth+1))
	}
	for range s.list {
		if goOn := to.Call(args); len(goOn) == 1 && goOn[0].Kind() == reflect.Bool && !goOn[0].Bool() {
			return
		}
	}
}

// special are values of types that are not made field by field. A nil value is that of the type.
func (s saying) special(of reflect.Type) (any, bool) {
	switch {
	case of == reflect.TypeFor[*standards.Set]() && s.real:
		set, _ := standards.At(standards.Day(2020, time.October, 1))
		return set, true
	case of == reflect.TypeFor[[]byte]():
		return []byte(s.text), true
	case of == reflect.TypeFor[*standards.Tables]() && s.real:
		return standards.Published(), true
	case of.Kind() != reflect.Interface:
		return nil, false
	case s.nils:
		return nil, true
	}
	for _, one := range []any{context.Background(), errors.New(s.text), strings.NewReader(s.text), io.Discard, fstest.MapFS{}, fmt.Stringer(standards.Date{}), s.text} {
		if reflect.TypeOf(one).Implements(of) {
			return one, true
		}
	}
	return nil, true
}
