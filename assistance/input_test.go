package assistance_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// codesOf lists the faults of err as path:code.
func codesOf(t *testing.T, err error) []string {
	t.Helper()
	var faults assistance.Errors
	require.ErrorAs(t, err, &faults)
	codes := make([]string, 0, len(faults))
	for i := range faults {
		codes = append(codes, faults[i].Path+":"+faults[i].Code)
		chinese, english := faults[i].Text(standards.Chinese), faults[i].Text(standards.English)
		assert.NotEqual(t, chinese, english)
		for _, text := range []string{chinese, english} {
			assert.Contains(t, text, faults[i].Path)
			assert.Equal(t, 1, strings.Count(text, "\n")+1, "%q is one line", text)
		}
	}
	return codes
}

// A household that is fine but for what stands in place of %s, in its member, or in its income.
const (
	inHousehold = `{"division":"430211","members":[{"id":"a","born":"1980-01-01"}],%s}`
	inMember    = `{"division":"430211","members":[{"id":"a","born":"1980-01-01",%s}]}`
	inIncome    = `{"division":"430211","members":[{"id":"a","born":"1980-01-01","income":[{"kind":"wages",%s}]}]}`
	born        = `{"division":"430211","members":[{"id":"a","born":%s}]}`
)

func TestBadHouseholds(t *testing.T) {
	const income = "members[0].income[0]."
	for _, row := range []struct{ name, in, fill, want string }{
		{"no members", `{"division":"430211"%s}`, "", "members:required"},
		{"an empty list of members", `{"division":"430211","members":[]%s}`, "", "members:required"},
		{"no division", `{"members":[{"id":"a","born":"1980-01-01"}]%s}`, "", "division:required"},
		{"two members with one id", `{"division":"430211","members":[{"id":"a","born":"1980-01-01"},{"id":"a","born":"1981-01-01"}]%s}`, "", "members[1].id:duplicate-id"},
		{"unknown division", `{"division":%s,"members":[{"id":"a","born":"1980-01-01"}]}`, `"430100"`, "division:unknown-place"},
		{"the city is no division", `{"division":%s,"members":[{"id":"a","born":"1980-01-01"}]}`, `"430200"`, "division:unknown-place"},
		{"a group is no division", `{"division":%s,"members":[{"id":"a","born":"1980-01-01"}]}`, `"city-five"`, "division:unknown-place"},
		{"a household elsewhere", `{"division":%s,"members":[{"id":"a","born":"1980-01-01"}]}`, `"elsewhere"`, "division:unknown-place"},
		{"a division that is a number", `{"division":%s,"members":[{"id":"a","born":"1980-01-01"}]}`, `430211`, "division:wrong-type"},
		{"a code of seven digits", `{"division":%s,"members":[{"id":"a","born":"1980-01-01"}]}`, `"4302110"`, "division:unknown-place"},
		{"residence spelled wrong", inHousehold, `"residence":"urbann"`, "residence:not-a-value"},
		{"residence in another case", inHousehold, `"residence":"Urban"`, "residence:not-a-value"},
		{"a null", inHousehold, `"residence":null`, "residence:wrong-type"},
		{"property spelled wrong", inHousehold, `"property":"inside"`, "property:not-a-value"},
		{"an answer that is true", inHousehold, `"onDibao":true`, "onDibao:wrong-type"},
		{"weight 0", inHousehold, `"weight":0`, "weight:number-range"},
		{"weight 1000001", inHousehold, `"weight":1000001`, "weight:number-range"},
		{"weight 1.5", inHousehold, `"weight":1.5`, "weight:wrong-type"},
		{"an id with a space", inHousehold, `"id":"a b"`, "id:id-format"},
		{"an id of 65 characters", inHousehold, `"id":"` + strings.Repeat("户", 65) + `"`, "id:id-format"},
		{"an empty id", inHousehold, `"id":""`, "id:id-format"},
		{"a control character in an id", inHousehold, `"id":"a\u0007"`, "id:id-format"},

		{"income negative", inIncome, `"yuan":"-1","per":"month"`, income + "yuan:money-format"},
		{"income negative, a number", inIncome, `"yuan":-1,"per":"month"`, income + "yuan:money-format"},
		{"income with three decimals", inIncome, `"yuan":"1.005","per":"month"`, income + "yuan:money-format"},
		{"income 1e30", inIncome, `"yuan":1e30,"per":"month"`, income + "yuan:money-format"},
		{"income 1e30, a string", inIncome, `"yuan":"1e30","per":"month"`, income + "yuan:money-format"},
		{"income NaN", inIncome, `"yuan":"NaN","per":"month"`, income + "yuan:money-format"},
		{"income in full-width digits", inIncome, `"yuan":"１２","per":"month"`, income + "yuan:money-format"},
		{"income with a leading zero", inIncome, `"yuan":"012","per":"month"`, income + "yuan:money-format"},
		{"income with a comma", inIncome, `"yuan":"1,200","per":"month"`, income + "yuan:money-format"},
		{"income of nothing", inIncome, `"yuan":"","per":"month"`, income + "yuan:money-format"},
		{"income above 10^11", inIncome, `"yuan":"100000000000.01","per":"month"`, income + "yuan:money-range"},
		{"income missing", inIncome, `"per":"month"`, income + "yuan:required"},
		{"months 13", inIncome, `"yuan":"1","per":"month","months":13`, income + "months:number-range"},
		{"months 0", inIncome, `"yuan":"1","per":"month","months":0`, income + "months:number-range"},
		{"months of a yearly sum", inIncome, `"yuan":"1","per":"year","months":3`, income + "months:not-allowed-here"},
		{"per week", inIncome, `"yuan":"1","per":"week"`, income + "per:not-a-value"},
		{"per missing", inIncome, `"yuan":"1"`, income + "per:required"},
		{"an unknown kind", inMember, `"income":[{"kind":"salary","yuan":"1","per":"month"}]`, income + "kind:not-a-value"},
		{"no kind", inMember, `"income":[{"yuan":"1","per":"month"}]`, income + "kind:required"},
		{"income that is an object", inMember, `"income":{}`, "members[0].income:wrong-type"},

		{"grade 0", inMember, `"disability":{"category":"visual","grade":0}`, "members[0].disability.grade:number-range"},
		{"grade 5", inMember, `"disability":{"category":"visual","grade":5}`, "members[0].disability.grade:number-range"},
		{"no grade", inMember, `"disability":{"category":"visual"}`, "members[0].disability.grade:required"},
		{"no category", inMember, `"disability":{"grade":1}`, "members[0].disability.category:required"},
		{"components of one category", inMember, `"disability":{"category":"visual","grade":1,"components":[{"category":"visual","grade":1}]}`, "members[0].disability.components:not-allowed-here"},
		{"components that are not the grade's", inMember, `"disability":{"category":"multiple","grade":1,"components":[{"category":"visual","grade":2},{"category":"hearing","grade":3}]}`, "members[0].disability.grade:conflict"},
		{"a multiple disability of one", inMember, `"disability":{"category":"multiple","grade":2,"components":[{"category":"visual","grade":2}]}`, "members[0].disability.components[1]:required"},
		{"a category twice", inMember, `"disability":{"category":"multiple","grade":1,"components":[{"category":"visual","grade":1},{"category":"visual","grade":2}]}`, "members[0].disability.components[1].category:repeated"},
		{"self-care that does not agree", inMember, `"cannot":["eating"],"selfCare":"full"`, "members[0].selfCare:conflict"},
		{"an activity twice", inMember, `"cannot":["eating","bed","eating"]`, "members[0].cannot[2]:repeated"},
		{"an activity that is none", inMember, `"cannot":["reading"]`, "members[0].cannot[0]:not-a-value"},

		{"born in the future", born, `"2020-10-02"`, "members[0].born:date-range"},
		{"born on 30 February", born, `"1980-02-30"`, "members[0].born:date-format"},
		{"born on 29 February of a common year", born, `"1981-02-29"`, "members[0].born:date-format"},
		{"born in 1800", born, `"1800-01-01"`, "members[0].born:date-range"},
		{"born the day before the first", born, `"1899-12-31"`, "members[0].born:date-range"},
		{"born, another form", born, `"1980/01/01"`, "members[0].born:date-format"},
		{"born, a number", born, `19800101`, "members[0].born:wrong-type"},
		{"not born", `{"division":"430211","members":[{"id":"a"%s}]}`, "", "members[0].born:required"},
		{"no id", `{"division":"430211","members":[{"born":"1980-01-01"%s}]}`, "", "members[0].id:required"},

		{"a field in another case", inMember, `"Income":[]`, "members[0].Income:field-case"},
		{"a field twice", inMember, `"income":[],"income":[]`, "members[0].income:repeated-field"},
		{"an unknown field", inMember, `"salary":1`, "members[0].salary:unknown-field"},
		{"an unknown field of the household", inHousehold, `"members2":1`, "members2:unknown-field"},
		{"a field of an income in another case", inIncome, `"Yuan":"1","per":"month"`, income + "Yuan:field-case"},
		{"a member that is a number", `{"division":"430211","members":[1]%s}`, "", "members[0]:wrong-type"},
		{"a household that is a list", `[%s]`, "[]", ":wrong-type"},
	} {
		t.Run(row.name, func(t *testing.T) {
			text := row.in
			if strings.Contains(text, "%s") {
				text = fmt.Sprintf(row.in, row.fill)
			}
			var h assistance.Household
			var err error
			for read, readErr := range assistance.Read(strings.NewReader(text)) {
				h, err = read.Household, readErr
			}
			if err == nil { // what shows only on a day
				_, err = assistance.Assess(families.Standards(t, "2020-10-01"), h)
			}
			assert.Equal(t, []string{row.want}, codesOf(t, err), text)
		})
	}
}

// All faults of a household are found together.
func TestAllFaultsTogether(t *testing.T) {
	const text = `{"division":"nowhere","residence":"town","weight":0,"Property":"within","members":[
		{"id":"a","born":"1980-02-30","income":[{"kind":"wages","yuan":"-1","per":"week","months":13}]},
		{"id":"a","born":"1700-01-01","disability":{"category":"sight","grade":5},"extra":1}]}`
	var h assistance.Household
	err := json.Unmarshal([]byte(text), &h)
	want := []string{"division:unknown-place", "residence:not-a-value", "weight:number-range", "Property:field-case", "members[0].born:date-format",
		"members[0].income[0].yuan:money-format", "members[0].income[0].per:not-a-value", "members[0].income[0].months:number-range", "members[1].id:duplicate-id",
		"members[1].born:date-range", "members[1].disability.category:not-a-value", "members[1].disability.grade:number-range", "members[1].extra:unknown-field"}
	assert.ElementsMatch(t, want, codesOf(t, err))
	assert.Zero(t, h, "nothing is read of a household that is refused")
	for _, want := range []struct {
		lang standards.Lang
		text string
	}{{standards.Chinese, "未知地区：“nowhere”，位于：division"}, {standards.English, `unknown place: "nowhere" at division`}} {
		var faults assistance.Errors
		require.ErrorAs(t, err, &faults)
		assert.Contains(t, faults.Text(want.lang), want.text)
		assert.Len(t, strings.Split(faults.Text(want.lang), "\n"), len(faults))
	}
	var one *assistance.FieldError
	assert.ErrorAs(t, err, &one, "each fault can be taken out of the error")
}

// What cannot be decoded at all, each with its own code.
func TestBadText(t *testing.T) {
	for _, row := range []struct{ name, text, code string }{
		{"an empty file", "", wire.CodeEmptyInput},
		{"blanks", " \n\t ", wire.CodeEmptyInput},
		{"a truncated file", `{"division":"430211","members":[{"id":"a"`, wire.CodeTruncated},
		{"10 MB of brackets", strings.Repeat("[", 10<<20), wire.CodeTooDeep},
		{"10 MB of objects", strings.Repeat(`{"members":`, 1<<20), wire.CodeTooDeep},
		{"invalid UTF-8", "{\"division\":\"\xff\xfe\"}", wire.CodeInvalidUTF8},
		{"a comma too many", `{"division":"430211",}`, wire.CodeSyntax},
		{"single quotes", `{'division':'430211'}`, wire.CodeSyntax},
		{"NaN without quotes", `{"division":NaN}`, wire.CodeSyntax},
	} {
		t.Run(row.name, func(t *testing.T) {
			var errs []error
			for _, err := range assistance.Read(strings.NewReader(row.text)) {
				errs = append(errs, err)
			}
			require.NotEmpty(t, errs)
			var syntax *wire.SyntaxError
			require.ErrorAs(t, errs[0], &syntax)
			assert.Equal(t, row.code, syntax.Code)
			assert.NotEqual(t, syntax.Text(standards.Chinese), syntax.Text(standards.English))
			var h assistance.Household
			assert.Error(t, json.Unmarshal([]byte(row.text), &h))
		})
	}
}

const (
	good1   = `{"id":"one","division":"430211","residence":"urban","property":"within","members":[{"id":"a","born":"1980-01-01","income":[]}]}`
	good2   = `{"id":"two","division":"430223","residence":"rural","property":"within","members":[{"id":"a","born":"1980-01-01","income":[]}]}`
	refused = `{"id":"bad","division":"430211","members":[{"id":"a","born":"1980-02-30"}]}`
	noID    = `{"division":"430211","members":[{"id":"a","born":"1980-01-01"}]}`
)

// Read over every form of a stream: one bad household does not stop the others.
func TestReadForms(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"an object", good1, "one"},
		{"an object without an id", noID, "-"},
		{"an object behind a byte order mark", "\uFEFF" + good1, "one"},
		{"an array", "[" + good1 + "," + good2 + "]", "one two"},
		{"an array with one bad", "[" + good1 + ",\n" + refused + ",\n" + good2 + "]", "one !members[0].born:date-format two"},
		{"an array with one that needs an id", "[" + good1 + "," + noID + "," + good2 + "]", "one !id:required two"},
		{"an array with what is no household", "[" + good1 + ",null,1,[2],\"x\"," + good2 + "]", "one !:wrong-type !:wrong-type !:wrong-type !:wrong-type two"},
		{"JSON lines", good1 + "\n" + good2 + "\n", "one two"},
		{"JSON lines with one that is left open", good1 + "\n{\"id\":\n" + good2 + "\n", "one !truncated two"},
		{"JSON lines with one bad", good1 + "\n" + refused + "\n" + good2, "one !members[0].born:date-format two"},
		{"JSON lines, the first bad", refused + "\n" + good1 + "\n" + good2, "!members[0].born:date-format one two"},
		{"JSON lines with blank lines", "\n" + good1 + "\n\n" + good2 + "\n\n", "one two"},
		{"JSON lines with one that is no JSON", good1 + "\n{]\n" + good2, "one !syntax two"},
	} {
		t.Run(row.name, func(t *testing.T) {
			var got []string
			for entry, err := range assistance.Read(strings.NewReader(row.text)) {
				h := entry.Household
				var syntax *wire.SyntaxError
				switch {
				case errors.As(err, &syntax):
					got = append(got, "!"+syntax.Code)
				case err != nil:
					got = append(got, "!"+strings.Join(codesOf(t, err), ","))
				case h.ID == "":
					got = append(got, "-")
				default:
					got = append(got, h.ID)
				}
			}
			assert.Equal(t, row.want, strings.Join(got, " "))
		})
	}
	for range assistance.Read(strings.NewReader(good1 + "\n" + good2)) {
		break // a reader may stop early
	}
}

// What Go code can build and JSON cannot is refused as well.
func TestBadValuesInGo(t *testing.T) {
	set := families.Standards(t, "2020-10-01")
	for name, row := range map[string]struct {
		change func(*assistance.Household)
		want   string
	}{
		"an amount below zero":      {func(h *assistance.Household) { h.JobCosts = standards.Fen(-1, standards.PerMonth) }, "jobCosts:money-format"},
		"an amount for no period":   {func(h *assistance.Household) { h.Members[0].LivingAllowance = standards.Fen(1, 0) }, "members[0].livingAllowance:money-format"},
		"an amount out of range":    {func(h *assistance.Household) { h.Members[0].NursingAllowance = standards.Fen(1<<62, standards.PerYear) }, "members[0].nursingAllowance:money-range"},
		"a word past the last":      {func(h *assistance.Household) { h.Members[0].Relation = benefit.SupportedRelative + 1 }, "members[0].relation:not-a-value"},
		"an answer past the last":   {func(h *assistance.Household) { h.OnDibao = 200 }, "onDibao:not-a-value"},
		"an activity past the last": {func(h *assistance.Household) { h.Members[0].Cannot = []eldercare.Activity{0} }, "members[0].cannot[0]:not-a-value"},
		"a certificate of no kind":  {func(h *assistance.Household) { h.Members[0].Disability = disability.Certificate{Grade: 1} }, "members[0].disability.category:required"},
		"a place that is none":      {func(h *assistance.Household) { h.Division = 7 }, "division:unknown-place"},
		"a weight below zero":       {func(h *assistance.Household) { h.Weight = -1 }, "weight:number-range"},
		"a day that is none":        {func(h *assistance.Household) { h.Members[0].Born = standards.Day(1980, 13, 1) }, "members[0].born:date-format"},
		"101 members":               {func(h *assistance.Household) { h.Members = slices.Repeat(h.Members, 101) }, "members:too-many"},
		"101 incomes":               {func(h *assistance.Household) { h.Income = slices.Repeat(wage(1), 101) }, "income:too-many"},
		"101 incomes of a member":   {func(h *assistance.Household) { h.Members[0].Income = slices.Repeat(wage(1), 101) }, "members[0].income:too-many"},
		"an id that is not UTF-8":   {func(h *assistance.Household) { h.ID = "\xff" }, "id:id-format"},
		"a member's id of a blank":  {func(h *assistance.Household) { h.Members[0].ID = "\u3000" }, "members[0].id:id-format"},
		"an income of no kind": {func(h *assistance.Household) {
			h.Members[0].Income = []assistance.Income{{Amount: standards.Fen(1, standards.PerMonth)}}
		}, "members[0].income[0].kind:required"},
		"an income that is no amount": {func(h *assistance.Household) { h.Members[0].Income = []assistance.Income{{Kind: standards.Wages}} }, "members[0].income[0].yuan:required"},
	} {
		t.Run(name, func(t *testing.T) {
			h := families.Stated(t, "Tianyuan urban within; a")
			row.change(&h)
			for _, decide := range []func() error{
				func() error { _, err := assistance.Assess(set, h); return err },
				func() error { _, err := assistance.Explain(set, h); return err },
				func() error { _, err := assistance.Check(set, h); return err },
			} {
				assert.Equal(t, []string{row.want}, codesOf(t, decide()))
			}
		})
	}
	for _, decide := range []func(*standards.Set, assistance.Household) (assistance.Decision, error){assistance.Assess, assistance.Explain} {
		_, err := decide(nil, families.Stated(t, "Tianyuan urban within; a"))
		assert.Error(t, err, "no standards")
	}
	_, err := assistance.Check(nil, assistance.Household{})
	assert.Error(t, err)
}

func wage(fen int64) []assistance.Income {
	return []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(fen, standards.PerMonth)}}
}

// At the limits of input nothing overflows: 100 members with 100 incomes each of 10^11 yuan a month, against math/big.
func TestLimitsOfInput(t *testing.T) {
	const most = standards.MaxYuan * 100 // fen
	h := families.Stated(t, "Tianyuan urban within")
	h.Weight, h.Income = assistance.MaxWeight, slices.Repeat(wage(most), assistance.MaxIncomes)
	h.JobCosts = standards.Fen(most, standards.PerMonth)
	h.OnDibao = standards.Yes
	for i := range assistance.MaxMembers {
		h.Members = append(h.Members, assistance.Member{ID: fmt.Sprint(i), Born: standards.Day(1980, 1, 1), Income: slices.Repeat(wage(most), assistance.MaxIncomes),
			Disability: disability.Certificate{Category: disability.Visual, Grade: 1}, LivingAllowance: standards.Fen(most, standards.PerMonth), SeriousIllness: standards.Yes})
	}
	d, err := assistance.Assess(families.Standards(t, "2020-08-24 +topup"), h)
	require.NoError(t, err)
	total := new(big.Int).Mul(big.NewInt(most), big.NewInt(12*assistance.MaxIncomes*(assistance.MaxMembers+1)))
	require.True(t, total.IsInt64(), "the sum of all incomes fits")
	assert.Equal(t, total.Int64(), d.Dibao.Income.Fen())
	assert.Equal(t, benefit.Ineligible, d.Dibao.Verdict)
	assert.Equal(t, benefit.Monthly(100*100_00, standards.Exactly), d.Total, "a nursing subsidy each")

	// With a line as high as an amount can be, and top-ups as high, the payment is exact.
	tables, err := standards.Published().With(standards.Overlay{ID: "high", Kind: standards.Draft, Rows: []standards.Standard{
		{Key: standards.Key(standards.DibaoLine), Place: standards.China, Amount: standards.Fen(most, standards.PerMonth), From: standards.Day(2020, 1, 1)},
		{Key: standards.Key(standards.DibaoLine), Place: standards.Tianyuan, Amount: standards.Fen(most, standards.PerMonth), From: standards.Day(2020, 1, 1)},
		{Key: standards.Key(standards.DibaoTopUp), Place: standards.China, Of: "serious-illness", Number: standards.Fraction{Num: 999_999, Den: 1_000_000}, From: standards.Day(2020, 1, 1)}}})
	require.NoError(t, err)
	set, err := tables.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	h.Income, h.JobCosts = nil, standards.Amount{}
	for i := range h.Members {
		h.Members[i].Income = []assistance.Income{{Kind: standards.Transfer, Amount: standards.Fen(1, standards.PerYear)}}
	}
	d, err = assistance.Assess(set, h)
	require.NoError(t, err)
	want := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(most), big.NewInt(100*1_999_999)), big.NewInt(1_000_000))
	want.Sub(want, big.NewRat(100, 12)) // 100 fen a year in all
	up := new(big.Int).Div(new(big.Int).Add(want.Num(), new(big.Int).Sub(want.Denom(), big.NewInt(1))), want.Denom())
	assert.Equal(t, up.Int64(), d.Dibao.Payment.Amount.Fen())
	text, err := json.Marshal(d)
	require.NoError(t, err)
	assert.True(t, bytes.Contains(text, []byte(d.Total.Amount.YuanText())))
}

// A certificate's category, and an income without an amount, are named by what stands there.
func TestFaultsSayWhatStandsThere(t *testing.T) {
	h := families.Youxian(t)
	h.Members[0].Income = []assistance.Income{{Kind: standards.Wages}, {Months: 13}, {Kind: standards.Relief + 1, Amount: standards.Fen(1, standards.PerMonth)}, {Kind: standards.Wages, Amount: standards.Fen(5, 9)}}
	h.Members[1].Disability = disability.Certificate{Category: disability.Multiple, Grade: 1, Components: []disability.Component{{Category: disability.Multiple, Grade: 1}, {Category: 99, Grade: 2}}}
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	_, err = assistance.Check(set, h)
	var faults assistance.Errors
	require.ErrorAs(t, err, &faults)
	const components = "visual, hearing, speech, physical, intellectual, mental"
	assert.Equal(t, assistance.Errors{
		{Path: "members[0].income[0].yuan", Code: wire.CodeRequired},
		{Path: "members[0].income[1].kind", Code: wire.CodeRequired},
		{Path: "members[0].income[1].yuan", Code: wire.CodeRequired},
		{Path: "members[0].income[1].months", Code: wire.CodeNumberRange, Value: "13"},
		{Path: "members[0].income[2].kind", Code: wire.CodeNotAValue, Value: "13",
			Accepted: "wages, business, property, transfer, other, veterans-pension, reward, basic-pension, old-age-allowance, disability-subsidy, child-subsidy, relief"},
		{Path: "members[0].income[3].yuan", Code: wire.CodeMoneyFormat, Value: "0.05"},
		{Path: "members[1].disability.components[0].category", Code: wire.CodeNotAValue, Value: "multiple", Accepted: components},
		{Path: "members[1].disability.components[1].category", Code: wire.CodeNotAValue, Value: "99", Accepted: components},
	}, faults)
}
