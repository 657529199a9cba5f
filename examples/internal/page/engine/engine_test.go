package engine_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/examples/internal/page/engine"
	"github.com/openminzheng/zhuzhou/examples/internal/sample"
	"github.com/openminzheng/zhuzhou/standards"
)

func TestDaysAsTheyAreTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"1968-03-02": "1968-03-02", "1968年3月2日": "1968-03-02", "1968/3/2": "1968-03-02", "1968.3.2": "1968-03-02", "19680302": "1968-03-02",
		" １９６８－０３－０２ ": "1968-03-02", "1968 3 2": "1968-03-02", "1968年3月": "1968年3月", "3/2/1968": "3/2/1968", "": "", "68-3-2": "68-3-2",
		"1968-13-40": "1968-13-40", // the library says that there is no such day
	} {
		assert.Equal(t, want, engine.Day(typed), typed)
	}
}

func TestMoneyAsItIsTyped(t *testing.T) {
	for typed, want := range map[string]string{
		"500": "500", "1,200": "1200", "１，２００．５元": "1200.5", "¥1200.50": "1200.50", "1200 yuan": "1200", "1,234,567.89": "1234567.89", "12.": "12",
		"1,20": "1,20", "1.2万": "1.2万", "-5": "-5", "5.005": "5.005", "": "",
	} {
		assert.Equal(t, want, engine.Yuan(typed), typed)
	}
}

// Nobody can be known by what is masked, and an office still finds its own file.
func TestMask(t *testing.T) {
	for text, want := range map[string]string{
		"430223196803020016": "430223**********16", "43022319680302001X": "430223**********1X", "430223680302001": "430223*******01",
		"43022319680302001642": "430223************42", "张建国": "张**", "买买提·艾力": "买*****", "h-17": "h-17", "2020001": "2020001", "张": "张", "": "",
	} {
		assert.Equal(t, want, engine.Mask(text), text)
	}
}

// decided is a reply on a household.
type decided struct {
	Faults   []engine.Fault
	Decision string
	Needs    []asked
	Offers   []asked
	Range    string
	Notice   string
}

type asked struct {
	Path    string
	Settles int
}

func call(t *testing.T, e *engine.Engine, method string, request map[string]any, reply any) {
	t.Helper()
	text, err := json.Marshal(request)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(e.Call(method, text), reply))
}

func decide(t *testing.T, e *engine.Engine, household string) decided {
	t.Helper()
	var reply decided
	call(t, e, "decide", map[string]any{"lang": "en", "on": sample.Day, "household": json.RawMessage(household)}, &reply)
	return reply
}

// Every built-in family is decided as by the library, to the byte.
func TestFamiliesAreDecidedAsByTheLibrary(t *testing.T) {
	set, err := standards.Published().At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	for _, f := range sample.Families() {
		h, err := f.Household()
		require.NoError(t, err, f.English)
		d, err := assistance.Explain(set, h)
		require.NoError(t, err)
		want, err := json.Marshal(d)
		require.NoError(t, err)
		got := decide(t, engine.New(), f.JSON)
		assert.Empty(t, got.Faults)
		assert.Equal(t, string(want), got.Decision, f.English)
	}
}

// What a decision needs is asked for, what settles most first, and each question is of a field that is
// not stated.
func TestWhatIsAskedFor(t *testing.T) {
	const open = `{"division":"430223","members":[{"id":"a","born":"1968-03-02","disability":{"category":"mental","grade":"1"}},{"id":"b","born":"2015-01-01"}]}`
	got := decide(t, engine.New(), open)
	require.Empty(t, got.Faults)
	require.NotEmpty(t, got.Needs)
	assert.NotEmpty(t, got.Range)
	for _, list := range [][]asked{got.Needs, got.Offers} {
		for i, one := range list {
			assert.Positive(t, one.Settles, one.Path)
			if i > 0 {
				assert.LessOrEqual(t, one.Settles, list[i-1].Settles, "%s after %s", one.Path, list[i-1].Path)
			}
		}
	}
	paths := map[string]int{}
	for _, one := range append(got.Needs, got.Offers...) {
		paths[one.Path]++
	}
	assert.Equal(t, 1, paths["property"])
	assert.Equal(t, 1, paths["members[0].income"])
	assert.Zero(t, paths["members[0].born"], "it is stated")
	assert.Zero(t, paths["weight"], "it changes nothing")
	assert.Zero(t, paths["members[1].disability.grade"], "a certificate that is not stated is asked for by its category")
	assert.Equal(t, 1, paths["members[1].disability.category"])
}

// A household that is refused is not asked for what cannot change that.
func TestWhatCannotChangeAnythingIsNotAskedFor(t *testing.T) {
	const rich = `{"division":"Tianyuan","residence":"urban","property":"over","lowIncomeProperty":"over","members":[{"id":"a","born":"1985-03-02","income":[{"kind":"wages","yuan":"9000","per":"month"}]}]}`
	got := decide(t, engine.New(), rich)
	require.Empty(t, got.Faults)
	assert.Empty(t, got.Needs)
	for _, one := range got.Offers {
		assert.NotEqual(t, "members[0].seriousIllness", one.Path)
		assert.NotEqual(t, "jobCosts", one.Path)
	}
}

// What is not understood is a fault at its field, and nothing is decided.
func TestFaults(t *testing.T) {
	for _, tt := range []struct{ household, path, code string }{
		{`{"division":"430223","members":[{"id":"a","born":"1968-02-30"}]}`, "members[0].born", "date-format"},
		{`{"division":"430223","members":[{"id":"a"}]}`, "members[0].born", "required"},
		{`{"division":"","members":[{"id":"a","born":"1968-03-02"}]}`, "division", "required"},
		{`{"division":"430223","members":[{"id":"a","born":"1968-03-02","income":[{"kind":"wages","yuan":"1.2万","per":"month"}]}]}`, "members[0].income[0].yuan", "money-format"},
		{`{"division":"430223","members":[{"id":"a","born":"1968-03-02","disability":{"category":"mental"}}]}`, "members[0].disability.grade", "required"},
		{`{"division":"430223","members":[{"id":"a","born":"1968-03-02"}],"other":1}`, "other", "unknown-field"},
	} {
		got := decide(t, engine.New(), tt.household)
		require.NotEmpty(t, got.Faults, tt.household)
		assert.Equal(t, tt.path, got.Faults[0].Path)
		assert.Equal(t, tt.code, got.Faults[0].Code)
		assert.NotContains(t, got.Faults[0].Text, tt.path, "it stands beside its field")
		assert.Empty(t, got.Decision)
	}
	var reply decided
	call(t, engine.New(), "decide", map[string]any{"on": "2035-01-01", "household": json.RawMessage(sample.Families()[0].JSON)}, &reply)
	require.Len(t, reply.Faults, 1)
	assert.Equal(t, "on", reply.Faults[0].Path)
}

// The chart is made of decisions: its lines join, apart from where the total jumps or bends, and the
// household stands on it.
func TestChart(t *testing.T) {
	type point struct {
		X float64
		Y int64
	}
	var chart struct {
		Segments []struct{ From, To point }
		Cliffs   []struct{ X, Before, After int64 }
		Own      *point
		Why      string
	}
	household := sample.Families()[8].JSON // a low-income family
	call(t, engine.New(), "chart", map[string]any{"on": sample.Day, "household": json.RawMessage(household), "member": "father"}, &chart)
	require.Empty(t, chart.Why)
	require.Greater(t, len(chart.Segments), 2)
	require.NotEmpty(t, chart.Cliffs)
	for i, s := range chart.Segments[1:] {
		assert.InDelta(t, chart.Segments[i].To.X+1, s.From.X, 0, "a fen apart")
	}
	require.NotNil(t, chart.Own)
	set, err := standards.Published().At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	h, err := sample.Families()[8].Household()
	require.NoError(t, err)
	for _, s := range chart.Segments {
		for _, p := range []point{s.From, s.To} {
			h.Members[0].Income = []assistance.Income{{Kind: standards.Wages, Amount: standards.Fen(int64(p.X), standards.PerMonth)}}
			d, err := assistance.Assess(set, h)
			require.NoError(t, err)
			assert.Equal(t, d.Total.Amount.Fen(), p.Y, "at %v", p.X)
		}
	}
}

// A register comes back decided: every household is in the file or among those refused, and nobody is
// named.
func TestRegister(t *testing.T) {
	var file strings.Builder
	file.WriteString("户编号,县市区,户口性质,家庭财产,姓名,出生日期,身份证号,工资性收入,收入周期\n")
	for i := range 450 {
		file.WriteString("h" + strconv.Itoa(i) + ",攸县,农村,符合规定,张建国,1968-03-02,,300,月\n")
	}
	file.WriteString("王小明,攸县,农村,符合规定,王小明,1949-12-31,11010519491231002X,300,月\n")
	file.WriteString("110105194912310021,攸县,农村,符合规定,赵大海,1949-12-31,110105194912310021,300,月\n") // its check character is wrong
	var steps []int
	request, err := json.Marshal(map[string]any{"lang": "zh", "on": sample.Day})
	require.NoError(t, err)
	text := engine.New().Register(request, []byte(file.String()), func(n int) { steps = append(steps, n) })
	assert.Equal(t, []int{200, 400}, steps)
	var reply struct {
		Households, Refused int
		Rows                [][]string
		CSV                 string
		Faults              []string
	}
	require.NoError(t, json.Unmarshal(text, &reply))
	assert.Equal(t, 452, reply.Households)
	assert.Equal(t, 1, reply.Refused)
	assert.Contains(t, reply.CSV, "王**")
	assert.Equal(t, 1+reply.Households-reply.Refused, strings.Count(reply.CSV, "\n"))
	assert.Len(t, reply.Rows, 100)
	for _, secret := range []string{"建国", "小明", "大海", "19491231"} {
		assert.NotContains(t, string(text), secret)
	}
}

// A file that cannot be used changes nothing; what is laid governs what is decided.
func TestTables(t *testing.T) {
	e := engine.New()
	const household = `{"division":"430223","residence":"urban","property":"within","members":[{"id":"a","born":"1968-03-02","income":[]}]}`
	const tables = `{"id":"own","kind":"supplement","title":"x","rows":[{"key":"dibao-line","place":"430223","residence":"urban","yuan":"700","per":"month","from":"2020-07-01","until":"2021-01-01","clause":"1"}]}`
	before := decide(t, e, household)
	var reply struct {
		Files  []struct{ ID, SHA256 string }
		Faults []engine.Fault
	}
	lay := func(text string) {
		call(t, e, "tables", map[string]any{"files": []map[string]string{{"name": "own.json", "text": text}}}, &reply)
	}
	lay(strings.Replace(tables, `"700"`, `"seven"`, 1))
	require.NotEmpty(t, reply.Faults)
	assert.Equal(t, before, decide(t, e, household))
	lay(tables)
	require.Empty(t, reply.Faults)
	after := decide(t, e, household)
	assert.Contains(t, after.Decision, `"yuan":"700.00"`)
	assert.Contains(t, after.Decision, reply.Files[0].SHA256)
}

// No request makes the engine fail otherwise than by saying so.
func FuzzCall(f *testing.F) {
	for _, s := range sample.Families() {
		f.Add("decide", `{"on":"2020-10-01","household":`+s.JSON+`}`)
	}
	f.Add("chart", `{"on":"2020-10-01","household":{"members":[]},"member":"a"}`)
	f.Add("tables", `{"files":[{"text":"{"}]}`)
	f.Add("start", `{}`)
	f.Fuzz(func(t *testing.T, method, request string) {
		assert.True(t, json.Valid(engine.New().Call(method, []byte(request))))
	})
}
