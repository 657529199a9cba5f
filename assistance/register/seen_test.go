package register_test

import (
	"context"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

// Ids that a set could take for one another: numbers with and without zeros before them, with and
// without a beginning, and long ones.
func likeIDs(g *assistancetest.Generator) string {
	number := strconv.Itoa(g.Intn(400))
	switch g.Intn(8) {
	case 0:
		return number
	case 1:
		return strings.Repeat("0", g.Intn(3)) + number
	case 2:
		return "h" + number
	case 3:
		return number + "户"
	case 4:
		return strings.Repeat("9", 12+g.Intn(8)) + number
	case 5:
		return "430223" + strings.Repeat("0", g.Intn(12)) + number
	case 6:
		return strings.Repeat("长", g.Intn(40)) + number
	}
	return number + "-" + strconv.Itoa(g.Intn(30))
}

// Sets are exact: they know just what they were shown.
func TestIDsAreRememberedExactly(t *testing.T) {
	g := assistancetest.NewGenerator(5)
	see, shown := register.SeeIDs(register.Remembered), map[string]bool{}
	see(strings.Repeat("长", 50))
	for range 30_000 {
		id := likeIDs(g)
		known, unremembered := see(id)
		require.Equal(t, shown[id], known, "%q", id)
		require.False(t, unremembered)
		shown[id] = true
	}
	assert.Greater(t, len(shown), 5_000)
	person, people := register.SeePeople(register.Remembered), map[uint64]bool{}
	for range 30_000 {
		number := 43022319680302000 + uint64(g.Intn(20_000))
		known, _ := person(number)
		require.Equal(t, people[number], known)
		people[number] = true
	}
}

// Where there is no place left, what is remembered is still known, and nothing else is said to be.
func TestPlacesRunOut(t *testing.T) {
	g := assistancetest.NewGenerator(8)
	see, remembered, full := register.SeeIDs(1000), map[string]bool{}, false
	for range 20_000 {
		id := likeIDs(g)
		known, unremembered := see(id)
		require.Equal(t, remembered[id], known, "%q", id)
		require.False(t, known && unremembered)
		full = full || unremembered
		if !unremembered {
			remembered[id] = true
		}
	}
	assert.True(t, full)
	assert.Greater(t, len(remembered), 1000)
}

// A register that numbers its households one after another is remembered whole, however long it is.
func TestNumberedHouseholdsTakeFewPlaces(t *testing.T) {
	see := register.SeeIDs(100)
	for i := range 6000 {
		known, unremembered := see(fmt.Sprint("430223-", 100_000+i))
		require.False(t, known || unremembered, i)
	}
	known, _ := see("430223-100000")
	assert.True(t, known)
}

// Each place is taken as its doc says: a number beside one that is known takes none, an id longer
// than 32 bytes takes more than one, and once an id has had no place, no other has.
func TestPlacesThatIDsTake(t *testing.T) {
	long := strings.Repeat("a", 32)
	for _, tt := range []struct {
		places int
		ids    string // with spaces; ? before one that is not remembered, ! before one that is known
	}{
		{1, "h1 h2 !h1 !h2 ?x1"},
		{1, "x ?y !x"},
		{1, "h1 h63 ?h64"},
		{2, "h1 h64 !h1 ?x"},
		{1, long + "1 " + long + "2 ?x"},
		{2, long + "a1 ?x"},
		{1, "?" + long + " ?a"},
		{2, long + " ?a"},
	} {
		see := register.SeeIDs(tt.places)
		for _, id := range strings.Fields(tt.ids) {
			known, unremembered := see(strings.TrimLeft(id, "?!"))
			assert.Equal(t, id[0] == '!', known, "%s of %q", id, tt.ids)
			assert.Equal(t, id[0] == '?', unremembered, "%s of %q", id, tt.ids)
		}
	}
}

// That not all are remembered is said once, on the record where it begins: what was refused and
// warned before is refused and warned.
func TestItIsSaidWhereNotAllAreRemembered(t *testing.T) {
	const header = "户主姓名,县市区,姓名,身份证号\n"
	numbers := []string{"11010519491231002X", "430223196803020017", "43022319680302005X", "430223196803020033", "430223196803020041"}
	text := header
	for i, number := range numbers {
		text += fmt.Sprintf("户%d户,攸县,m,%s\n", i, number)
	}
	text += "户0户,攸县,m," + numbers[1] + "\n户9户,攸县,m," + numbers[0] + "\n户4户,攸县,m," + numbers[4] + "\n"
	var said []string
	for record, err := range register.ReadRemembering(strings.NewReader(text), 3) {
		for _, w := range record.Warnings {
			said = append(said, fmt.Sprint(w.Line, " ", w.Column, " ", w.Code))
			assert.NotEqual(t, w.Text(standards.Chinese), w.Text(standards.English))
		}
		if err != nil {
			said = append(said, fmt.Sprint(record.Line, " ", err.(register.Errors)[0].Code))
		}
	}
	assert.Equal(t, []string{"5 户主姓名 unremembered", "5 身份证号 unremembered", "7 comes-back", "8 身份证号 person-twice"}, said)
}

// live decides a register and returns how much memory is live at the end of it.
func live(t *testing.T, count int, id func(int) string) int64 {
	t.Helper()
	set, decided := october(t), 0
	heap := func() int64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before, after := heap(), int64(0)
	for _, err := range caseload.Decide(context.Background(), set, register.Read(&families.Streamed{Count: count, ID: id}), caseload.DecideOptions{Workers: 2}) {
		require.NoError(t, err)
		if decided++; decided == count {
			after = heap()
		}
	}
	require.Equal(t, count, decided)
	return after - before
}

// What is live does not grow with the register, but for ids that are remembered: numbered ones in
// next to nothing, others in what they are long and a few bytes.
func TestLiveMemoryDoesNotGrow(t *testing.T) {
	const some, many = 5_000, 40_000
	const slack = 512 << 10 // of batches in use
	numbered := func(i int) string { return fmt.Sprint("h", i) }
	assert.Less(t, live(t, many, numbered), live(t, some, numbered)+slack)
	named := func(i int) string { return fmt.Sprint("户", i, "户") }
	assert.Less(t, live(t, many, named), live(t, some, named)+slack+(many-some)*30)
}
