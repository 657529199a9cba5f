package assistance_test

import (
	"context"
	"fmt"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assume"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// No method of a value that says nothing, or of a word beyond the last, panics, with arguments that
// say nothing or far too much.
func TestNothingPanics(t *testing.T) {
	for _, v := range []any{
		assistance.Household{}, assistance.Member{}, assistance.Income{}, assistance.Decision{}, assistance.MemberDecision{},
		assistance.Dibao{}, fields.Field{}, assume.Facts{}, assistance.FieldError{}, assistance.Errors{}, assistance.Errors{nil},
		assistance.SyntaxError{}, fields.Class(250), assistance.Entry{},
		benefit.Payment{}, benefit.Part{}, benefit.Step{}, benefit.Need{}, benefit.Figure{}, benefit.Assumption{},
		benefit.Fact(250), benefit.Name(250), benefit.Names(255), benefit.Code("x"), benefit.Verdict(250), benefit.Relation(250),
		standards.Set{}, standards.Tables{}, standards.Standard{}, standards.Overlay{}, standards.Choice(250), standards.Choices{},
		standards.Amount{}, standards.Date{}, standards.Date{Year: 1 << 30, Month: 99, Day: -1}, standards.Place(1 << 30), standards.Reading(250),
		standards.Key(250), standards.Residence(250), standards.DocumentInfo{}, standards.Fraction{}, standards.TableRef{}, standards.DateError{},
		standards.WordError{}, standards.AmountError{}, standards.NotOnRecordError{}, standards.DayError{}, standards.RowError{},
		months.Calendar{}, months.History{}, months.Version{}, months.Ledger{}, months.Month{}, months.Payment{},
		notice.Notice{}, notice.Content{}, verify.Verification{}, verify.Change{}, verify.ChangeKind(250), verify.FigureDifference{},
		whatif.Boundary{}, whatif.Remedy{}, whatif.Quantity{},
		caseload.Totals{}, caseload.Comparison{}, caseload.Payments{}, caseload.AverageCheck{}, caseload.Lack{},
		population.Population{}, register.Record{}, register.File{}, register.Error{}, register.Level(250),
		disability.Certificate{}, disability.Person{}, eldercare.SelfCare(250), eldercare.Target{},
	} {
		pointer := reflect.New(reflect.TypeOf(v))
		pointer.Elem().Set(reflect.ValueOf(v))
		callAll(t, pointer)
	}
}

// callAll calls every method of a value with the first and the last of its arguments' values.
func callAll(t *testing.T, v reflect.Value) {
	for i := range v.NumMethod() {
		method := v.Type().Method(i)
		for _, extreme := range []bool{false, true} {
			args, ok := arguments(v.Method(i).Type(), extreme)
			if !ok {
				continue
			}
			assert.NotPanics(t, func() { v.Method(i).Call(args) }, fmt.Sprintf("%s.%s(%v)", v.Type(), method.Name, args))
		}
	}
}

// arguments are those of a function: nothing, or in the extreme the largest numbers there are. It
// reports false for a function that calls another, or writes where a pointer says.
func arguments(of reflect.Type, extreme bool) ([]reflect.Value, bool) {
	var args []reflect.Value
	for i := range of.NumIn() {
		arg := reflect.New(of.In(i)).Elem()
		switch {
		case arg.Kind() == reflect.Func || arg.Kind() == reflect.Pointer || arg.Type() == reflect.TypeFor[context.Context]():
			return nil, false
		case of.IsVariadic() && i == of.NumIn()-1:
			return args, true
		case extreme && arg.CanInt():
			arg.SetInt(-1)
		case extreme && arg.CanUint():
			arg.SetUint(^uint64(0) >> (64 - arg.Type().Bits()))
		}
		args = append(args, arg)
	}
	return args, true
}
