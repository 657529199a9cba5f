package benefit_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// word is a value that is a word of the wire formats.
type word interface {
	~uint8
	fmt.Stringer
	encoding.TextMarshaler
	driver.Valuer
}

// readsWord reads a word as text, and as a column of a database.
type readsWord[T any] interface {
	*T
	encoding.TextUnmarshaler
	sql.Scanner
}

// words checks that the values from 1 on are written as these words and read back from them, as
// text and as a column, and that nothing else is.
func words[T word, P readsWord[T]](t *testing.T, all ...string) {
	t.Helper()
	for i, text := range append([]string{""}, all...) {
		written, err := T(i).MarshalText()
		require.NoError(t, err)
		assert.Equal(t, []string{text, text}, []string{T(i).String(), string(written)}, "%T %d", T(0), i)
		stored, err := T(i).Value()
		require.NoError(t, err)
		if i == 0 {
			assert.Nil(t, stored, "NULL is what is not stated")
			continue
		}
		assert.Equal(t, text, stored)
		var read, scanned T
		require.NoError(t, P(&read).UnmarshalText([]byte(text)), text)
		require.NoError(t, P(&scanned).Scan(text), text)
		assert.Equal(t, []T{T(i), T(i)}, []T{read, scanned}, text)
		var fault *standards.WordError
		require.ErrorAs(t, P(&read).UnmarshalText([]byte(text+"x")), &fault)
		assert.Equal(t, text+"x", fault.Value)
		assert.Error(t, P(&scanned).Scan(text+"x"))
		assert.Equal(t, []T{T(i), T(i)}, []T{read, scanned}, "a failed read changes nothing")
	}
	for _, none := range []T{T(len(all) + 1), 255} {
		assert.Equal(t, "", none.String(), "%T %d", none, uint8(none))
		_, err := none.Value()
		assert.Error(t, err, "%T %d", none, uint8(none))
	}
	assert.Error(t, P(nil).UnmarshalText([]byte(all[0])), "%T", T(0))
}

func TestWords(t *testing.T) {
	words[benefit.Fact](t, "childScheme", "components", "counted", "guideExclusions", "income", "livingAllowance", "longTermCare",
		"lowIncomeProperty", "nursingAllowance", "onDibao", "overLineSince", "ownProperty", "property", "residence", "selfCare",
		"seriousIllness", "support", "supportOwed", "workInjuryNursing")
	words[benefit.Name](t, "tekun", "dibao", "lowIncome", "singlePerson", "living", "nursing")
	words[benefit.Relation](t, "applicant", "spouse", "parent", "minor-child", "student", "dependent-adult-child", "adult-child",
		"independent-adult-child", "child-spouse", "grandchild", "grandparent", "sibling", "supported-relative")
	words[benefit.Absence](t, "clergy", "prison", "compulsory-rehabilitation", "missing")
	words[benefit.Property](t, "within", "over")
	words[benefit.Support](t, "none", "incapable", "capable")
	words[benefit.ChildScheme](t, "orphan", "unattended-full", "unattended-topped-up")
	words[benefit.Placement](t, "home", "institution")
	words[benefit.Verdict](t, "eligible", "ineligible", "undetermined")
	words[benefit.Category](t, "tekun", "dibao", "low-income", "none", "undetermined")
	words[benefit.Result](t, "met", "not-met", "unknown", "computed")
	var names benefit.Names
	const instead = "benefit.Names: it has no one form as a column; store its words, one a row"
	_, err := names.Value()
	assert.EqualError(t, err, instead)
	assert.EqualError(t, names.Scan("tekun"), instead)
}

// Each word is said in both languages; what is none is said as what it stands for.
func TestWordsInTwoLanguages(t *testing.T) {
	type said interface{ Text(benefit.Lang) string }
	for _, tt := range []struct {
		value  said
		zh, en string
	}{
		{benefit.Tekun, "特困人员救助供养", "tekun support"},
		{benefit.Dibao, "最低生活保障", "dibao"},
		{benefit.LowIncome, "低保边缘家庭", "low-income family"},
		{benefit.SinglePerson, "参照单人户低保", "single-person cover"},
		{benefit.Living, "困难残疾人生活补贴", "living subsidy"},
		{benefit.Nursing, "重度残疾人护理补贴", "nursing subsidy"},
		{benefit.Name(0), "家庭", "household"},
		{benefit.NotExamined, "未审核", "not examined"},
		{benefit.Eligible, "符合条件", "eligible"},
		{benefit.Ineligible, "不符合条件", "not eligible"},
		{benefit.Undetermined, "待定", "undetermined"},
		{benefit.CategoryTekun, "特困人员救助供养", "tekun"},
		{benefit.CategoryDibao, "最低生活保障家庭", "dibao household"},
		{benefit.CategoryLowIncome, "低保边缘家庭", "low-income family"},
		{benefit.CategoryNone, "不属于低保、特困和低保边缘家庭", "neither dibao, nor tekun, nor low-income"},
		{benefit.CategoryUndetermined, "待定", "undetermined"},
		{benefit.SupportFact, "法定义务人及其履行义务能力", "legal supporters and whether they are able"},
		{benefit.WorkInjuryNursingFact, "是否领取工伤保险生活护理费", "whether the work-injury nursing benefit is paid"},
		{benefit.FactCount, "", ""},
		{benefit.Fact(255), "", ""},
		{benefit.Monthly(220_00, standards.Exactly), "每月220.00元", "220.00 yuan a month"},
		{benefit.Monthly(220_00, standards.AtLeast), "每月不低于220.00元", "at least 220.00 yuan a month"},
		{benefit.Monthly(0, standards.Exactly), "每月0.00元", "0.00 yuan a month"},
		{benefit.Payment{}, "金额无据可查", "amount not on record"},
		{benefit.StepTotal, "各项合计", "the sum of the payments"},
		{benefit.Code("no-such-code"), "no-such-code", "no-such-code"},
	} {
		assert.Equal(t, []string{tt.zh, tt.en}, []string{tt.value.Text(benefit.Chinese), tt.value.Text(benefit.English)})
	}
	assert.Equal(t, "at least 220.00 yuan a month", benefit.Monthly(220_00, standards.AtLeast).String())
}

// What a fact is taken for while it is not stated; the others are not assumed.
func TestAssumedAs(t *testing.T) {
	assumed := map[benefit.Fact]string{
		benefit.ChildSchemeFact: "none", benefit.GuideExclusionsFact: "none", benefit.IncomeFact: "none", benefit.LivingAllowanceFact: "none",
		benefit.LowIncomePropertyFact: "within", benefit.NursingAllowanceFact: "none", benefit.OnDibaoFact: "no", benefit.OwnPropertyFact: "within",
		benefit.SupportFact: "capable", benefit.SupportOwedFact: "none", benefit.WorkInjuryNursingFact: "no",
	}
	for f := range benefit.FactCount + 1 {
		assert.Equal(t, assumed[f], f.AssumedAs(), "%s", f)
		assert.Equal(t, f > 0 && f < benefit.FactCount, f.Text(benefit.Chinese) != "" && f.Text(benefit.English) != "", "%s", f)
	}
	assert.Equal(t, &standards.WordError{}, new(benefit.Fact).UnmarshalText(nil))
}

// A set of parts has what is put in, in the order of the law.
func TestNames(t *testing.T) {
	all := benefit.Of(benefit.Nursing, benefit.Tekun, benefit.Dibao, benefit.Tekun)
	assert.Equal(t, []benefit.Name{benefit.Tekun, benefit.Dibao, benefit.Nursing}, all.List())
	for n := benefit.Tekun; n <= benefit.Nursing; n++ {
		assert.Equal(t, n == benefit.Tekun || n == benefit.Dibao || n == benefit.Nursing, all.Has(n), n)
	}
	assert.Empty(t, benefit.Of().List())
	assert.Equal(t, []benefit.Name{benefit.Tekun, benefit.Dibao, benefit.SinglePerson, benefit.Living, benefit.Nursing}, benefit.Paying.List())
}

// A figure is named by its key and place, and by the kind of hukou and the class where it has them.
func TestFigureString(t *testing.T) {
	line, care := standards.Key(standards.DibaoLine), standards.Key(standards.TekunCare)
	for want, f := range map[string]benefit.Figure{
		"dibao-line@430223":            {Key: line, Place: standards.Youxian},
		"dibao-line@430223/urban":      {Key: line, Place: standards.Youxian, Residence: standards.Urban},
		"tekun-care@430202/none":       {Key: care, Place: standards.Hetang, Of: "none"},
		"tekun-care@430202/rural/none": {Key: care, Place: standards.Hetang, Residence: standards.Rural, Of: "none"},
	} {
		assert.Equal(t, want, f.String())
	}
}
