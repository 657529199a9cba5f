package benefit_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// asJSON checks that v is written as text and read back from it, and that nothing is read into nil.
func asJSON[T any, P interface {
	*T
	json.Marshaler
	json.Unmarshaler
}](t *testing.T, text string, v T) {
	t.Helper()
	written, err := P(&v).MarshalJSON()
	require.NoError(t, err)
	assert.Equal(t, text, string(written))
	var read T
	require.NoError(t, P(&read).UnmarshalJSON([]byte(text)), text)
	assert.Equal(t, v, read, text)
}

func TestJSON(t *testing.T) {
	payment := benefit.Monthly(220_00, standards.AtLeast)
	part := benefit.Part{Verdict: benefit.Undetermined, Payment: payment, IfMet: benefit.Monthly(0, standards.Exactly)}
	line := benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Urban}
	care := benefit.Figure{Key: standards.Key(standards.TekunCare), Place: standards.Hetang, Of: "none"}
	asJSON(t, `{}`, benefit.Payment{})
	asJSON(t, `{"yuan":"220.00","per":"month","bound":"at-least"}`, payment)
	asJSON(t, `{}`, benefit.Part{})
	asJSON(t, `{"verdict":"eligible","payment":{"yuan":"220.00","per":"month","bound":"at-least"}}`, benefit.Part{Verdict: benefit.Eligible, Payment: payment})
	asJSON(t, `{"verdict":"undetermined","payment":{"yuan":"220.00","per":"month","bound":"at-least"},"ifMet":{"yuan":"0.00","per":"month","bound":"exactly"}}`, part)
	asJSON(t, `{"figure":"dibao-line","place":"430223","residence":"urban"}`, line)
	asJSON(t, `{"figure":"tekun-care","place":"430202","of":"none"}`, care)
	asJSON(t, `{"member":"son","fact":"property","for":["tekun"]}`, benefit.Need{Member: "son", Fact: benefit.PropertyFact, For: benefit.Of(benefit.Tekun)})
	asJSON(t, `{"figure":"dibao-line","place":"430223","residence":"urban","above":{"yuan":"500.00","per":"month"},"for":["dibao","lowIncome","nursing"]}`,
		benefit.Need{Figure: line, Above: standards.Fen(500_00, standards.PerMonth), For: benefit.Of(benefit.Dibao, benefit.LowIncome, benefit.Nursing)})
	asJSON(t, `{"fact":"onDibao","for":[]}`, benefit.Need{Fact: benefit.OnDibaoFact})
	asJSON(t, `{"fact":"childScheme","as":"none","members":["son"]}`, benefit.Assumption{Fact: benefit.ChildSchemeFact, As: "none", Members: []string{"son"}})
	asJSON(t, `{"fact":"onDibao","as":"no"}`, benefit.Assumption{Fact: benefit.OnDibaoFact, As: "no"})
	asJSON(t, `{}`, benefit.Quantity{})
	asJSON(t, `{"number":"3/2"}`, benefit.Quantity{Number: standards.Fraction{Num: 3, Den: 2}})
	asJSON(t, `{"yuan":"220.00","per":"month","bound":"at-least","number":"50%","word":"over"}`,
		benefit.Quantity{Amount: payment.Amount, Bound: payment.Bound, Number: standards.Percent(50), Word: "over"})
	asJSON(t, `{"what":"line","member":"son","yuan":"4320.00","per":"year","bound":"at-least","times":"2"}`,
		benefit.Term{What: "line", Member: "son", Amount: standards.Fen(4320_00, standards.PerYear), Bound: standards.AtLeast, Times: standards.Whole(2)})
	asJSON(t, `["tekun","nursing"]`, benefit.Of(benefit.Tekun, benefit.Nursing))
	asJSON(t, `[]`, benefit.Of())

	var readings standards.Choices
	readings[standards.RoundingReading] = standards.UpToFen
	asJSON(t, `{"verdict":"undetermined","payment":{"yuan":"220.00","per":"month","bound":"at-least"},"ifMet":{"yuan":"0.00","per":"month","bound":"exactly"},`+
		`"needs":[{"fact":"property","for":["living"]}],"assumed":[{"fact":"onDibao","as":"no"}],`+
		`"carried":[{"figure":"tekun-care","place":"430202","of":"none"}],"readings":{"rounding":"up-to-fen"},`+
		`"steps":[{"code":"no-such-code","result":"met","zh":"no-such-code","en":"no-such-code"}]}`,
		benefit.Decided{Part: part, Needs: []benefit.Need{{Fact: benefit.PropertyFact, For: benefit.Of(benefit.Living)}},
			Assumed: []benefit.Assumption{{Fact: benefit.OnDibaoFact, As: "no"}}, Carried: []benefit.Figure{care}, Readings: readings,
			Steps: []benefit.Step{{Code: "no-such-code", Result: benefit.ResultMet}}})

	step := benefit.Step{
		Code: benefit.StepDibaoIncome, Part: benefit.Dibao, Member: "son", Residence: standards.Rural, Under: standards.Urban, In: []string{"a"}, Out: []string{"b", "c"},
		Result: benefit.ResultNotMet, Left: benefit.Quantity{Word: "x"}, Op: "<", Right: benefit.Quantity{Number: standards.Whole(2)},
		Terms:    []benefit.Term{{What: "line", Amount: payment.Amount, Bound: standards.Exactly, Times: standards.Whole(1)}},
		Value:    benefit.Quantity{Amount: payment.Amount, Bound: standards.Exactly},
		Document: standards.Order649, Clause: "9", Reading: standards.RoundingReading, Choice: standards.UpToYuan, Planned: true,
	}
	step.Stored = [2]string{"甲", "A"}
	asJSON(t, `{"code":"dibao-income-below-line","part":"dibao","member":"son","residence":"rural","under":"urban","in":["a"],"out":["b","c"],"result":"not-met",`+
		`"left":{"word":"x"},"op":"\u003c","right":{"number":"2"},"terms":[{"what":"line","yuan":"220.00","per":"month","bound":"exactly","times":"1"}],`+
		`"value":{"yuan":"220.00","per":"month","bound":"exactly"},"document":"order-649","clause":"9","reading":"rounding","choice":"up-to-yuan",`+
		`"planned":true,"zh":"甲","en":"A"}`, step)
}

// What is not of these forms is refused, each fault with its path, and changes nothing.
func TestJSONRefuses(t *testing.T) {
	const step = `{"code":"total","result":"computed","zh":"合计","en":"total"`
	refuses := func(into json.Unmarshaler, text, want string) {
		t.Helper()
		before, err := json.Marshal(into)
		require.NoError(t, err)
		assert.EqualError(t, into.UnmarshalJSON([]byte(text)), want, text)
		after, err := json.Marshal(into)
		require.NoError(t, err)
		assert.Equal(t, string(before), string(after), "a failed read changes nothing")
	}
	payment := benefit.Monthly(1, standards.Exactly)
	names := benefit.Of(benefit.Dibao)
	refuses(&payment, `{"yuan":"1.00"}`, "required field is missing at per")
	refuses(&payment, `{"bound":"exactly"}`, "required field is missing at per; required field is missing at yuan")
	refuses(&payment, `{"verdict":"eligible"}`, `unknown field: "eligible" at verdict`)
	refuses(&names, `{}`, `wrong type of value: "{...}" at the whole value`)
	refuses(&names, `[`, "line 1, column 2: the input ends too early: a value is wanted here")
	refuses(&names, `["tekun","no"]`, `not one of the values accepted here: "no" at [1] (accepted: tekun, dibao, lowIncome, singlePerson, living, nursing)`)
	refuses(&names, `[1,"tekun"]`, `wrong type of value: "1" at [0]`)
	refuses(&names, `["dibao","dibao"]`, `does not agree with another field: "dibao" at [1]`)
	refuses(&names, `["dibao","tekun"]`, `does not agree with another field: "tekun" at [1]`)
	refuses(&names, `[""]`, `not one of the values accepted here at [0] (accepted: tekun, dibao, lowIncome, singlePerson, living, nursing)`)
	refuses(&benefit.Part{}, `{"verdict":"maybe"}`, `not one of the values accepted here: "maybe" at verdict (accepted: eligible, ineligible, undetermined)`)
	refuses(&benefit.Figure{}, `{"figure":"dibao"}`, `not one of the values accepted here: "dibao" at figure`)
	refuses(&benefit.Need{}, `{"fact":"property"}`, "required field is missing at for")
	refuses(&benefit.Assumption{}, `{}`, "required field is missing at fact; required field is missing at as")
	refuses(&benefit.Quantity{}, `{"number":"4/2x"}`, `not one of the values accepted here: "4/2x" at number`)
	refuses(&benefit.Quantity{}, `{"number":"02"}`, `not one of the values accepted here: "02" at number`)
	refuses(&benefit.Quantity{}, `{"number":2}`, `wrong type of value: "2" at number`)
	refuses(&benefit.Term{}, `{}`, "required field is missing at what; required field is missing at times")
	refuses(&benefit.Decided{}, `{}`, "required field is missing at needs; required field is missing at assumed; required field is missing at readings; "+
		"required field is missing at steps")
	refuses(&benefit.Step{}, `{}`, "required field is missing at code; required field is missing at result; required field is missing at zh; "+
		"required field is missing at en")
	refuses(&benefit.Step{}, step+`,"choice":"up-to-fen"}`, `not one of the values accepted here: "up-to-fen" at choice`)
	refuses(&benefit.Step{}, step+`,"reading":"rounding","choice":"left-out"}`, `not one of the values accepted here: "left-out" at choice (accepted: up-to-fen, half-up-to-fen, up-to-yuan)`)
	refuses(&benefit.Step{}, step+`,"reading":"rounding","choice":1}`, `wrong type of value: "1" at choice`)
	refuses(&benefit.Step{}, `{"code":"total","result":"computed","zh":"","en":1}`, `required field is missing at zh; wrong type of value: "1" at en`)
}

// A text that follows from the step is not kept beside it; another is, whatever its language.
func TestStoredTexts(t *testing.T) {
	var step benefit.Step
	require.NoError(t, step.UnmarshalJSON([]byte(`{"code":"dibao-property","result":"met",`+
		`"zh":"家庭财产符合当地规定，符合财产条件","en":"property: met"}`)))
	assert.Equal(t, [2]string{"", "property: met"}, step.Stored)
	assert.Equal(t, "the household's property is within the local limit: met", step.Text(benefit.English))
}
