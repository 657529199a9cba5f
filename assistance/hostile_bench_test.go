package assistance_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// BenchmarkHostile reads bad text of two sizes with each reader, and reports how much longer one
// takes that is four times as long: 4 is as it should be, 16 is quadratic. The processor time
// goes into the ratio, and the least of each size. Memory is collected between the readings and
// not in them: a collection that only the longer one meets would look like a slow reader.
func BenchmarkHostile(b *testing.B) {
	const times = 4
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for _, reader := range hostileReaders() {
		b.Run(reader.name, func(b *testing.B) {
			short, long := reader.text(reader.n), reader.text(times*reader.n)
			var least [2]time.Duration
			for b.Loop() {
				for i, text := range [...][]byte{short, long} {
					runtime.GC()
					begun := families.CPU()
					require.Error(b, reader.read(text))
					if took := families.CPU() - begun; least[i] == 0 || took < least[i] {
						least[i] = took
					}
				}
			}
			b.ReportMetric(float64(least[1])/float64(max(least[0], 1)), "ratio")
			b.ReportMetric(float64(least[0].Microseconds()), "short-µs")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// hostileReader is a reader with a bad text of size n.
type hostileReader struct {
	name string
	n    int
	text func(n int) []byte
	read func(text []byte) error
}

func hostileReaders() []hostileReader {
	const member = `{"id":"m","born":"1980-01-01"`
	incomes := func(n int) []byte { return ofIncomes(n, assistance.MaxIncomes) }
	const head = `{"division":"Tianyuan","members":[`
	const history = `{"history":{"id":"h","versions":[{"from":"2020-01-01","recorded":"2020-01-01",` +
		`"household":` + head + member + `}]}}]`
	const csvHead = "household,division,member,born,relation,income_kind,income_yuan,income_per\n"
	return []hostileReader{
		{"household/cannot", 200_000, repeatedIn(head+member+`,"cannot":[`, `"x"`, `]}]}`), readHousehold},
		{"household/incomes", 25, incomes, readHousehold},
		{"household/incomes/text", 25, incomes, readToText},
		{"household/members", 50_000, numberedIn(head, `{"id":"m","born":"x"}`, `]}`), readHousehold},
		{"household/fields", 50_000, numberedIn(`{"division":"Tianyuan",`, `"x#":1`, `}`), readHousehold},
		{"household/same field", 50_000, repeatedIn(`{"division":"Tianyuan",`, `"x":1`, `}`), readHousehold},
		{"household/long word", 500_000, func(n int) []byte {
			return []byte(head + member + `,"relation":"` + strings.Repeat("\\u001b", n/6) + `"}]}`)
		}, readToText},
		{"household/depth", 500_000, func(n int) []byte { return []byte(strings.Repeat("[", n)) }, readHousehold},
		{"batch/lines", 3000, numberedLines("", `{"id":"h","members":[{"id":"m#","born":"x"}]}`+"\n"), readAll(assistance.Read)},
		{"batch/array", 3000, numberedIn("[", `{"id":"h","members":[{"id":"m#","born":"x"}]}`, "]"), readAll(assistance.Read)},
		{"batch/no JSON", 30_000, numberedLines("", "}{\n"), readAll(assistance.Read)},
		{"batch/open text", 50_000, numberedLines(`{"id":"`, `\"x`), readAll(assistance.Read)},
		{"batch/open text, lines", 50_000, numberedLines(`{"id":"`, "\n{"), readAll(assistance.Read)},
		{"register/open mark", 20_000, numberedLines(csvHead+"h,\"", "h,Tianyuan,m#,1990-01-01,,,,\n"), readRegister},
		{"register/marks", 20_000, numberedLines(csvHead, "h,\"b,c\n\n"), readRegister},
		{"register/cells", 3000, numberedLines(csvHead, "h#,nowhere,m,1990-13-01,nobody,nothing,x,never\n"), readRegister},
		{"register/one household", 3000, numberedLines(csvHead, "h,Tianyuan,m#,1990-13-01,nobody,nothing,x,never\n"), readRegister},
		{"register/same member", 3000, numberedLines(csvHead, "h,Tianyuan,m,1990-01-01,nobody,wages,1,month\n"), readRegister},
		{"register/turns", 12_000, numberedLines(csvHead, "a,Tianyuan,m#,1990-01-01,,,,\nb,Tianyuan,m#,1990-01-01,,,,\n"), readRegister},
		{"register/columns", 1000, func(n int) []byte {
			return []byte("household" + strings.Repeat(",x", n) + "\nh" + strings.Repeat(",y", n) + "\n")
		}, readRegister},
		{"history/versions", 50, numberedIn(`{"history":{"id":"h","versions":[`,
			`{"from":"2020-01-01","recorded":"x","household":{"division":"nowhere","members":[`+member+`}]}}`, `]},"payments":[]}`),
			readAll(months.Read)},
		{"history/payments", 1250, numberedIn(history+`},"payments":[`,
			`{"month":"2020-01","part":"living","member":"x#","yuan":"1.00","paid":"2020-01-09"}`, `]}`), readAll(months.Read)},
		{"history/grants", 50, numberedIn(history+`,"grants":[`,
			`{"part":"living","member":"x#","applied":"2019-01-01","approved":"2020-01-09"}`, `]},"payments":[]}`),
			readAll(months.Read)},
		{"cases", 1000, numberedIn(`{"cases":[`, `{"name":"c#","why":"w","on":"x","household":{"id":"h#"},"expect":{"y#":1}}`, `]}`),
			readCases},
		{"cases/one name", 1000, repeatedIn(`{"cases":[`, `{"name":"c","why":"w","on":"2020-10-01","household":`+head+member+
			`}]},"expect":{"category":"dibao"}}`, `]}`), readCases},
		{"tables/bad rows", 250, numberedIn(`{"id":"d","kind":"draft","title":"t","rows":[`, `{"key":"x#","place":"y","yuan":"z"}`,
			`]}`), readTables},
		{"tables/one row again", 250, repeatedIn(`{"id":"d","kind":"draft","title":"t","number":"1","issuer":"i","issued":"2020-01-01",`+
			`"rows":[`, `{"key":"dibao-line","place":"city-five","yuan":"650","per":"month","bound":"exactly",`+
			`"from":"2021-01-01","clause":"1"}`, `]}`), readTables},
	}
}

// repeatedIn makes a list of n times each.
func repeatedIn(before, each, after string) func(n int) []byte {
	return func(n int) []byte {
		return []byte(before + strings.TrimSuffix(strings.Repeat(each+",", n), ",") + after)
	}
}

// numberedIn makes a list of n times each, with its number for #.
func numberedIn(before, each, after string) func(n int) []byte {
	return func(n int) []byte {
		items := make([]string, n)
		for i := range items {
			items[i] = strings.ReplaceAll(each, "#", fmt.Sprint(i))
		}
		return []byte(before + strings.Join(items, ",") + after)
	}
}

// numberedLines makes n lines behind a header, with their numbers for #.
func numberedLines(header, line string) func(n int) []byte {
	return func(n int) []byte {
		var text bytes.Buffer
		text.WriteString(header)
		for i := range n {
			text.WriteString(strings.ReplaceAll(line, "#", fmt.Sprint(i)))
		}
		return text.Bytes()
	}
}

func readHousehold(text []byte) error { return new(assistance.Household).UnmarshalJSON(text) }

// readToText reads a household and writes what is wrong with it in both languages.
func readToText(text []byte) error {
	var faults assistance.Errors
	if errors.As(readHousehold(text), &faults) {
		return errors.New(faults.Text(standards.English) + faults.Text(standards.Chinese))
	}
	return nil
}

// readAll reads a text to its end and hands back the last of its faults.
func readAll[T any](read func(io.Reader) iter.Seq2[T, error]) func([]byte) error {
	return func(text []byte) (last error) {
		for _, err := range read(bytes.NewReader(text)) {
			if err != nil {
				last = err
			}
		}
		return last
	}
}

func readRegister(text []byte) (last error) {
	for _, err := range register.Read(bytes.NewReader(text)) {
		if err != nil {
			last = err
		}
	}
	return last
}

func readCases(text []byte) error {
	files := fstest.MapFS{"cases.json": {Data: text}}
	_, err := assistancetest.ReadCases(files, "cases.json")
	if err == nil {
		err = assistancetest.RunCases(files, standards.Published(), "cases.json")
	}
	return err
}

// readTables reads a tables file and lays it over the published rows.
func readTables(text []byte) error {
	overlay, err := draft.Parse(text)
	if err == nil {
		_, err = standards.Published().With(overlay)
	}
	return err
}
