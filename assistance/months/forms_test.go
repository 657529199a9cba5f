package months_test

import (
	"bytes"
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// worded is a value with a word for the wire formats and a text in two languages.
type worded interface {
	fmt.Stringer
	encoding.TextMarshaler
	Text(standards.Lang) string
}

// The words of the wire formats stay as they are, and each has a text in both languages.
func TestWords(t *testing.T) {
	for _, tt := range []struct {
		value            worded
		word, zh, inText string
	}{
		{months.Cause(0), "", "", ""},
		{months.PublishedLate, "published-late", "标准公布在后", "a figure was published late"},
		{months.RecordedLate, "recorded-late", "情况登记在后", "a fact was recorded late"},
		{months.Corrected, "corrected", "更正原登记", "a fact on record was corrected"},
		{months.PaymentMissed, "payment-missed", "漏发或少发", "a payment was missed or short"},
		{months.PaymentDoubled, "payment-doubled", "重发或多发", "a payment was doubled or too high"},
		{months.NotDetermined, "not-determined", "应发金额待定", "what is due is not determined"},
		{months.NotDetermined + 1, "", "", ""},
		{months.Status(0), "", "", ""},
		{months.Running, "running", "发放", "due"},
		{months.NotGranted, "not-granted", "未经批准，不发", "not granted, so not due"},
		{months.NotOnDibao, "not-on-dibao", "未享受低保，不发", "not on dibao, so not due"},
		{months.Grace, "grace", "渐退期内照发", "due in the grace period"},
		{months.Refused, "refused", "不符合条件，停发", "the conditions are not met, so not due"},
		{months.Undetermined, "undetermined", "待定", "undetermined"},
		{months.WithinReview, "within-review", "核查期内，没有明显变化的不再调整",
			"within the review period, which adjusts nothing but marked changes"},
		{months.Moved, "moved", "户籍已迁出，迁入地未批准，不发", "moved away, and not approved in the new place, so not due"},
		{months.Ended, "ended", "家庭已终止，停发", "the household has ended, so not due"},
		{months.Ended + 1, "", "", ""},
		{months.ReviewClass(0), "", "", ""},
		{months.LittleChange, "little-change", "收入基本无变化", "little change in income"},
		{months.Stable, "stable", "家庭情况相对稳定", "circumstances relatively stable"},
		{months.AbleToWork, "able-to-work", "收入来源不固定、有劳动能力", "income not fixed, able to work"},
		{months.TekunReview, "tekun", "特困人员", "tekun"},
		{months.TekunReview + 1, "", "", ""},
	} {
		name := fmt.Sprintf("%T(%#v)", tt.value, tt.value)
		assert.Equal(t, tt.word, tt.value.String(), name)
		text, err := tt.value.MarshalText()
		require.NoError(t, err, name)
		assert.Equal(t, tt.word, string(text), name)
		assert.Equal(t, tt.zh, tt.value.Text(standards.Chinese), name)
		assert.Equal(t, tt.inText, tt.value.Text(standards.English), name)
	}
}

// Months and sums are stored as their text. A month that is not stated is NULL; a sum of nothing is
// 0.00, and NULL is no sum.
func TestMonthsAndSumsAsColumns(t *testing.T) {
	for _, tt := range []struct {
		value driver.Valuer
		into  sql.Scanner
		want  any
	}{
		{month("2020-09"), new(months.Month), "2020-09"},
		{months.Month{}, new(months.Month), nil},
		{months.Sum(-120_00), new(months.Sum), "-120.00"},
		{months.Sum(1), new(months.Sum), "0.01"},
		{months.Sum(0), new(months.Sum), "0.00"},
	} {
		stored, err := tt.value.Value()
		require.NoError(t, err)
		assert.Equal(t, tt.want, stored)
		require.NoError(t, tt.into.Scan(stored))
		for _, same := range []any{tt.value, tt.into} {
			text, err := same.(encoding.TextMarshaler).MarshalText()
			require.NoError(t, err)
			if tt.want == nil {
				assert.Empty(t, text)
			} else {
				assert.Equal(t, tt.want, string(text))
			}
		}
	}
	sum := months.Sum(7)
	assert.EqualError(t, sum.Scan(nil), "months.Sum: NULL is no value of it; a column that may be NULL is read into a sql.Null")
	assert.Error(t, sum.Scan(""))
	assert.Error(t, sum.Scan("1.234"))
	assert.Equal(t, months.Sum(7), sum)
	var optional sql.Null[months.Sum]
	require.NoError(t, optional.Scan(nil))
	assert.False(t, optional.Valid)
	m := month("2020-09")
	assert.Error(t, m.Scan("2020-13"))
	require.NoError(t, m.Scan(nil))
	assert.Zero(t, m)
	_, err := months.Month{Year: 2020, Month: 13}.Value()
	assert.EqualError(t, err, "months.Month: it is not a known value, and is not stored")
	assert.Error(t, (*months.Month)(nil).Scan("2020-09"))
	assert.Error(t, (*months.Sum)(nil).Scan("1.00"))
}

// What has no one form as a column says so.
func TestNoColumns(t *testing.T) {
	for _, tt := range []struct {
		value interface {
			driver.Valuer
			sql.Scanner
		}
		name string
	}{{new(months.Status), "months.Status"}, {new(months.ReviewClass), "months.ReviewClass"}, {new(months.Cause), "months.Cause"}} {
		want := tt.name + ": it has no one form as a column; store it in the JSON of the record that it stands in"
		stored, err := tt.value.Value()
		assert.Nil(t, stored)
		assert.EqualError(t, err, want)
		assert.EqualError(t, tt.value.Scan("x"), want)
	}
}

// A log tells which household, month and benefit it is about, and no fact, sum or note.
func TestLogs(t *testing.T) {
	h := onDibao(version("2020-01-01", "2019-12-20", family(123_45)))
	h.Versions[0].Note = "a note"
	paid := regular("2020-01", "2020-01", "987.65")
	l := arrears(t, h, paid, "2020-01-31")
	decided, err := published.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	nursing := months.Grant{Part: benefit.Nursing, Member: "child", Applied: date("2020-01-01"), Approved: date("2020-01-01")}
	for _, tt := range []struct {
		value any
		want  string
	}{
		{h, "what.id=h-1 what.versions=1"},
		{h.Versions[0], `what.from=2020-01-01 what.household.id="" what.household.input=`},
		{l, "what.id=h-1 what.from=2020-01 what.to=2020-01"},
		{months.Account{History: h, Payments: paid}, "what.history.id=h-1 what.history.versions=1 what.payments=1"},
		{decided[0], "what.month=2020-10 what.decision.id=h-1 what.decision.on=2020-10-01 what.decision.input="},
		{decided[0].Due[0], "what.part=dibao\n"},
		{l.Rows[0], "what.month=2020-01 what.part=dibao\n"},
		{paid[0], "what.month=2020-01 what.part=dibao\n"},
		{nursing, "what.part=nursing\n"},
	} {
		var log bytes.Buffer
		slog.New(slog.NewTextHandler(&log, nil)).Info("x", "what", tt.value)
		assert.Contains(t, log.String(), tt.want)
		for _, fact := range []string{"123", "987", "a note", "child", "1982", "hetang", "urban"} {
			assert.NotContains(t, log.String(), " "+fact)
			assert.NotContains(t, log.String(), "="+fact)
		}
	}
}

// Each record can be written alone, in the form that it has within another.
func TestRecordsAsJSON(t *testing.T) {
	dibao := months.Key{Part: benefit.Dibao}
	child := months.Key{Part: benefit.Living, Member: "child"}
	exactly, atLeast := benefit.Monthly(700_00, standards.Exactly), benefit.Monthly(0, standards.AtLeast)
	for _, tt := range []struct {
		value any
		want  string
	}{
		{months.Version{From: date("2020-01-01"), Recorded: date("2020-01-02"), Note: "n", Marked: standards.No, Household: alone(0)},
			`{"from":"2020-01-01","recorded":"2020-01-02","note":"n","household":{"division":"430202","residence":"urban","property":"within",
			  "members":[{"id":"a","born":"1980-05-05","relation":"applicant","income":[]}]},"marked":"no"}`},
		{months.Grant{Part: benefit.Nursing, Member: "child", Applied: date("2020-01-02"), Approved: date("2020-02-03"), Recorded: date("2020-02-04"), Ended: date("2020-12-05")},
			`{"part":"nursing","member":"child","applied":"2020-01-02","approved":"2020-02-03","recorded":"2020-02-04","ended":"2020-12-05"}`},
		{months.Grant{Part: benefit.Dibao, Approved: date("2020-02-03")}, `{"part":"dibao","approved":"2020-02-03"}`},
		{paidFor("2020-01", "600.00", "2020-09-10"), `{"month":"2020-01","part":"dibao","yuan":"600.00","paid":"2020-09-10"}`},
		{months.Payment{Month: month("2020-01"), Part: benefit.Living, Member: "child", Paid: date("2020-02-10"), Returned: true},
			`{"month":"2020-01","part":"living","member":"child","yuan":"0.00","paid":"2020-02-10","returned":"yes"}`},
		{months.Due{Key: dibao, Status: months.Running, Payment: exactly},
			`{"part":"dibao","status":"running","payment":{"yuan":"700.00","per":"month","bound":"exactly"}}`},
		{months.Due{Key: child, Status: months.Grace, Payment: atLeast, Last: month("2020-12")},
			`{"part":"living","member":"child","status":"grace","payment":{"yuan":"0.00","per":"month","bound":"at-least"},"last":"2020-12"}`},
		{months.Share{Cause: months.Corrected, Sum: -1}, `{"cause":"corrected","yuan":"-0.01"}`},
		{months.Share{Cause: months.Corrected}, `{"cause":"corrected","yuan":"0.00"}`},
		{months.Event{On: date("2020-01-31"), Sum: -5}, `{"on":"2020-01-31","what":"due","yuan":"-0.05"}`},
		{months.Event{On: date("2020-01-31"), Cause: months.Corrected}, `{"on":"2020-01-31","what":"due","cause":"corrected","yuan":"0.00"}`},
		{months.Event{On: date("2020-01-31"), Sum: -5, Paid: true}, `{"on":"2020-01-31","what":"paid","yuan":"0.05"}`},
		{months.Event{On: date("2020-01-31"), Paid: true}, `{"on":"2020-01-31","what":"paid","yuan":"0.00"}`},
		{months.Event{On: date("2020-01-31"), Sum: 1, Paid: true}, `{"on":"2020-01-31","what":"returned","yuan":"0.01"}`},
		{months.Row{Month: month("2020-01"), Key: child, Due: atLeast, Paid: 1, Difference: -1}, `{"month":"2020-01","part":"living","member":"child",
			"due":{"yuan":"0.00","per":"month","bound":"at-least"},"paid":"0.01","difference":"-0.01","causes":[],"events":[]}`},
		{months.Totals{Due: 1, Bound: standards.AtLeast, Paid: 2, Underpaid: 3, Overpaid: 4, Open: 5},
			`{"due":"0.01","bound":"at-least","paid":"0.02","underpaid":"0.03","overpaid":"0.04","open":"0.05"}`},
		{months.Decided{Month: month("2020-01"), Version: 0, Total: exactly},
			`{"month":"2020-01","version":0,"due":[],"total":{"yuan":"700.00","per":"month","bound":"exactly"}}`},
	} {
		data, err := json.Marshal(tt.value)
		require.NoError(t, err, tt.want)
		assert.JSONEq(t, tt.want, string(data))
	}
	var d months.Decided
	d.Readings[standards.ChangesFromReading] = standards.FromNextMonth
	data, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Contains(t, string(data), `"readings":{"changes-from":"next-month"}`)
}

// A version that ends its household is written and read with an empty list of members; one without
// the list is refused, and so is one that never had a member.
func TestEndedHouseholdAsJSON(t *testing.T) {
	const begun = `{"from":"2020-01-01","recorded":"2020-01-01","household":{"division":"430202","members":[{"id":"a","born":"1980-05-05"}]}}`
	const ended = `{"from":"2020-05-01","recorded":"2020-05-01","household":{"division":"430202","members":[]}}`
	for _, tt := range []struct{ versions, want string }{
		{begun + "," + ended, ""},
		{ended, "required field is missing at versions[0].household.members"},
		{begun + `,{"from":"2020-05-01","recorded":"2020-05-01","household":{"division":"430202"}}`,
			"required field is missing at versions[1].household.members"},
		{strings.Replace(begun, "[{", `[{"id":"a","born":"1970-05-05"},{`, 1),
			`id is used more than once: "a" at versions[0].household.members[1].id`},
		{begun + `,{"from":"2020-05-01","recorded":"2020-05-01","household":{"members":[]}}`,
			"required field is missing at versions[1].household.division"},
	} {
		var h, again months.History
		err := json.Unmarshal([]byte(`{"id":"h-1","versions":[`+tt.versions+`]}`), &h)
		if tt.want != "" {
			assert.EqualError(t, err, tt.want)
			continue
		}
		require.NoError(t, err)
		require.Len(t, h.Versions, 2)
		assert.Nil(t, h.Versions[1].Household.Members)
		data, err := json.Marshal(h)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(data, &again))
		assert.Equal(t, h, again)
	}
}

// Faults of the payments are found beside faults of the history, unless they could not be read.
func TestFaultsOfHistoryAndPayments(t *testing.T) {
	const history = `{"id":"a b","versions":[{"from":"2020-01-01","recorded":"2020-01-01","household":{"division":"430202","members":[{"id":"a","born":"1980-05-05"}]}}]}`
	for _, tt := range []struct{ payments, want string }{
		{`[{"month":"2020-01","part":"dibao","member":"a","yuan":"1","paid":"2020-01-08"}]`,
			`not a well-formed id: "a b" at history.id; not allowed here, goes only with another field: "a" at payments[0].member`},
		{`[{"month":"2020-01","part":"dibao","member":"a","yuan":"1.234","paid":"2020-01-08"}]`, ""},
	} {
		var a months.Account
		err := json.Unmarshal([]byte(`{"history":`+history+`,"payments":`+tt.payments+`}`), &a)
		if tt.want != "" {
			assert.EqualError(t, err, tt.want)
			continue
		}
		require.Error(t, err)
		assert.NotContains(t, err.Error(), "payments[0].member")
		assert.Contains(t, err.Error(), "payments[0].yuan")
	}
}

// What stands for nothing is an error or empty, and never a panic.
func TestNilOfMonths(t *testing.T) {
	var none *months.History
	assert.EqualError(t, none.Check(), "required field is missing at history")
	assert.Empty(t, (*months.MonthError)(nil).Text(standards.English))
	assert.Empty(t, (*months.ReviewError)(nil).Text(standards.English))
	var bad *standards.DateError
	require.True(t, errors.As((*months.Month)(nil).UnmarshalText([]byte("2020-09")), &bad))
	assert.Equal(t, "2020-09", bad.Value)
	var word *standards.WordError
	require.True(t, errors.As((*months.Sum)(nil).UnmarshalText([]byte("1.00")), &word))
	assert.Equal(t, "1.00", word.Value)
	var calendar *months.Calendar
	h := onDibao(version("2020-01-01", "2019-12-20", family(0)))
	decided, err := calendar.Decide(h, month("2020-10"), month("2020-10"), date("2020-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "1200.00 yuan a month", decided[0].Total.Text(standards.English))
}
