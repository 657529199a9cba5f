package draft_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

func TestFormat(t *testing.T) {
	o := parsed(t, designExample)
	o.Rows = append(o.Rows, standards.Standard{Key: standards.Key(standards.Grace), Place: standards.China, Bound: standards.Exactly, From: standards.Day(2020, time.July, 1),
		Basis: standards.Basis{Document: "x", Printed: `"渐退"`}}, standards.Standard{Key: standards.Key(standards.Grace), Place: standards.China, Of: "work", Struck: true,
		From: standards.Day(2021, time.July, 1), Basis: standards.Basis{Clause: "3", At: "[B]"}})
	assert.Equal(t, `{
  "id": "youxian-2020",
  "kind": "supplement",
  "title": "...",
  "number": "...",
  "issuer": "...",
  "issued": "2020-07-01",
  "approvedBy": "...",
  "rows": [
    {"key":"dibao-line","place":"430223","residence":"urban","yuan":"560.00","per":"month","bound":"exactly","from":"2020-07-01","until":"2021-01-01","clause":"2"},
    {"key":"grace","place":"china","from":"2020-07-01","printed":"\"渐退\""},
    {"key":"grace","place":"china","of":"work","strike":true,"from":"2021-07-01","clause":"3","at":"[B]"}
  ],
  "readings": {"average-assistance":"each-person"},
  "carry": "2020-12-31"
}
`, string(draft.Format(o)))
	assert.Equal(t, "{\n  \"rows\": []\n}\n", string(draft.Format(standards.Overlay{})))
	assert.Equal(t, "x"+string(draft.Format(o)), string(draft.Append([]byte("x"), o)))
}

// The samples are written as Format writes them, but for their notes.
func TestFormatSamples(t *testing.T) {
	for _, name := range []string{"youxian-2020.json", "draft-2021.json"} {
		text, err := os.ReadFile("../../examples/testdata/" + name)
		require.NoError(t, err)
		var kept []string
		for line := range strings.Lines(string(text)) {
			if !strings.HasPrefix(line, `  "note"`) {
				kept = append(kept, line)
			}
		}
		assert.Equal(t, strings.Join(kept, ""), string(draft.Format(sample(t, name))))
	}
}

// again writes o and reads it back.
func again(t *testing.T, o standards.Overlay) standards.Overlay {
	t.Helper()
	text := draft.Format(o)
	back, err := draft.Parse(text)
	require.NoError(t, err, string(text))
	back.SHA256 = o.SHA256
	return back
}

// Every published row and every choice is read back as it was written.
func TestRoundTrip(t *testing.T) {
	o := standards.Overlay{ID: "all", Kind: standards.Draft, Title: "全部 \"rows\" \\ / <&>", Number: "〔2020〕1号", Issuer: "x",
		Issued: standards.Day(2020, time.January, 2), Carry: standards.Day(2021, time.January, 1)}
	for _, r := range standards.Published().All() {
		r.Basis.Document, r.Under = "", 0
		o.Rows = append(o.Rows, r)
	}
	for _, r := range standards.AllReadings() {
		o.Choices = append([]standards.Choice{r.Choices[len(r.Choices)-1]}, o.Choices...)
	}
	assert.Equal(t, o, again(t, o))
}

func TestRoundTripOfNumbers(t *testing.T) {
	for _, c := range []struct {
		key      standards.NumberKey
		of       string
		given    standards.Fraction
		field    string
		readBack standards.Fraction // zero: as given
	}{
		{standards.NursingBedShare, "", standards.Percent(0), `"percent":"0"`, standards.Fraction{}},
		{standards.NursingBedShare, "", standards.Percent(100), `"percent":"100"`, standards.Fraction{}},
		{standards.NursingBedShare, "", standards.Fraction{Num: 5, Den: 1000}, `"percent":"0.5"`, standards.Fraction{}},
		{standards.NursingBedShare, "", standards.Fraction{Num: 1250, Den: 10_000}, `"percent":"12.50"`, standards.Fraction{}},
		{standards.NursingBedShare, "", standards.Fraction{Num: 1, Den: 1_000_000}, `"percent":"0.0001"`, standards.Fraction{}},
		{standards.NursingBedShare, "", standards.Fraction{Num: 1, Den: 2}, `"percent":"50"`, standards.Percent(50)},
		{standards.NursingBedShare, "", standards.Fraction{Num: 1, Den: 8}, `"percent":"12.5"`, standards.Fraction{Num: 125, Den: 1000}},
		{standards.NursingBedShare, "", standards.Fraction{Num: 1, Den: 64}, `"percent":"1.5625"`, standards.Fraction{Num: 15625, Den: 1_000_000}},
		{standards.NursingBedShare, "", standards.Whole(1), `"percent":"100"`, standards.Percent(100)},
		{standards.LowIncomeMultiple, "", standards.Fraction{Num: 6, Den: 4}, `"ratio":"6/4"`, standards.Fraction{}},
		{standards.LowIncomeMultiple, "", standards.Whole(2), `"ratio":"2/1"`, standards.Fraction{}},
		{standards.GraceMonths, "", standards.Whole(0), `"count":0`, standards.Fraction{}},
		{standards.TekunGrade, "mental", standards.Whole(3), `"count":3`, standards.Fraction{}},
		{standards.TekunElderAge, "", standards.Whole(65), `"age":65`, standards.Fraction{}},
	} {
		given := standards.Standard{Key: standards.Key(c.key), Place: standards.Zhuzhou, Of: c.of, Number: c.given, Bound: standards.AtLeast, From: standards.Day(2021, time.January, 1)}
		assert.Contains(t, string(draft.AppendRow(nil, given, draft.Extra{})), c.field)
		back := again(t, standards.Overlay{ID: "n", Kind: standards.Draft, Rows: []standards.Standard{given}}).Rows[0]
		if c.readBack.Stated() {
			assert.Zero(t, given.Number.Compare(c.readBack), c.field)
			given.Number = c.readBack
		}
		assert.Equal(t, given, back)
	}
}

// What is no row of a file is written such that it is refused, never as another row.
func TestFormatUnusable(t *testing.T) {
	usable := standards.Standard{Key: standards.Key(standards.NursingBedShare), Place: standards.Zhuzhou, Number: standards.Percent(50), Bound: standards.Exactly, From: standards.Day(2021, time.January, 1)}
	again(t, standards.Overlay{ID: "n", Kind: standards.Draft, Rows: []standards.Standard{usable}})
	age := standards.Key(standards.TekunElderAge)
	for name, spoil := range map[string]func(*standards.Standard){
		"no key":      func(s *standards.Standard) { s.Key = 0 },
		"no such key": func(s *standards.Standard) { s.Key = 255 },
		"no place":    func(s *standards.Standard) { s.Place = 7 },
		"elsewhere":   func(s *standards.Standard) { s.Place = standards.Elsewhere },
		"no value":    func(s *standards.Standard) { s.Number = standards.Fraction{} },
		"amount": func(s *standards.Standard) {
			s.Number, s.Amount = standards.Fraction{}, standards.Fen(5, standards.PerMonth)
		},
		"two values":           func(s *standards.Standard) { s.Amount = standards.Fen(5, standards.PerMonth) },
		"number of a line":     func(s *standards.Standard) { s.Key = standards.Key(standards.DibaoLine) },
		"number of an entry":   func(s *standards.Standard) { s.Key = standards.Key(standards.Grace) },
		"thirds":               func(s *standards.Standard) { s.Number = standards.Fraction{Num: 1, Den: 3} },
		"below zero":           func(s *standards.Standard) { s.Number.Num = -1 },
		"little below zero":    func(s *standards.Standard) { s.Number = standards.Fraction{Num: -1, Den: 1000} },
		"more than all":        func(s *standards.Standard) { s.Number.Num = 101 },
		"many times all":       func(s *standards.Standard) { s.Number = standards.Fraction{Num: 1 << 62, Den: 2} },
		"negative denominator": func(s *standards.Standard) { s.Number.Den = -100 },
		"part of an age":       func(s *standards.Standard) { s.Key, s.Number = age, standards.Fraction{Num: 1, Den: 2} },
		"age below zero":       func(s *standards.Standard) { s.Key, s.Number = age, standards.Whole(-1) },
		"no first day":         func(s *standards.Standard) { s.From = standards.Date{} },
		"no day":               func(s *standards.Standard) { s.Until = standards.Day(2021, time.February, 30) },
		"year of five digits":  func(s *standards.Standard) { s.Until = standards.Day(20210, time.February, 3) },
		"line break":           func(s *standards.Standard) { s.Basis.Printed = "a\nb" },
	} {
		row := usable
		spoil(&row)
		_, err := draft.Parse(draft.Format(standards.Overlay{ID: "n", Kind: standards.Draft, Rows: []standards.Standard{row}}))
		assert.Error(t, err, name)
	}
}

// A row printed with its document goes back into a draft.
func TestAppendRowPastes(t *testing.T) {
	var rows []string
	for _, r := range standards.Published().All() {
		info, _ := standards.Published().Document(r.Basis.Document)
		rows = append(rows, string(draft.AppendRow(nil, r, draft.Extra{Document: info, Note: "n"})))
	}
	assert.Equal(t, `{"key":"dibao-line","place":"city-five","yuan":"600.00","per":"month","bound":"exactly","from":"2020-01-01","until":"2021-01-01",`+
		`"clause":"9","printed":"600/月","document":"zhuzhou-2020","standing":"archived","file":"zhuzhou-2020-work-points.txt",`+
		`"completeness":"whole","sha256":"2d8467f5d404f5a7e4be6927056a5f8c59fd15df193b37f41d260073c0f237bb","note":"n"}`, rows[0])
	o := parsed(t, file(strings.Join(rows, ",\n")))
	assert.Len(t, o.Rows, len(rows))
	assert.Equal(t, standards.Basis{Clause: "9", Printed: "600/月"}, o.Rows[0].Basis)
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(designExample))
	for _, name := range []string{"youxian-2020.json", "draft-2021.json"} {
		text, err := os.ReadFile("../../examples/testdata/" + name)
		require.NoError(f, err)
		f.Add(text)
	}
	f.Add(draft.Template(standards.Published(), standards.Liling, standards.Day(2020, time.October, 1)))
	f.Add([]byte(strings.ReplaceAll(string(draft.Template(standards.Published(), standards.Liling, standards.Day(2020, time.October, 1))), draft.Blank, "1")))
	f.Add(draft.Format(standards.Overlay{ID: "all", Kind: standards.Draft, Rows: standards.Published().All()}))
	f.Add([]byte(file(row(`"key":"low-income-multiple","ratio":"0/1","until":"2020-01-31"`) + "," + row(`"key":"dibao-topup","of":"minor","percent":0.0100`))))
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := draft.Parse(data)
		if err != nil {
			assert.Equal(t, standards.Overlay{}, o)
			assert.NotEmpty(t, err.Error())
			return
		}
		assert.Equal(t, o, again(t, o))
		o.Warnings()
		tables, err := standards.Published().With(o)
		if err != nil {
			assert.NotEmpty(t, err.(standards.RowErrors).Text(standards.Chinese))
			return
		}
		for _, on := range []standards.Date{standards.Day(2020, time.January, 1), standards.Day(2021, time.December, 31)} {
			set, err := tables.At(on)
			require.NoError(t, err)
			set.Rows()
			draft.Template(tables, standards.Youxian, on)
		}
	})
}
