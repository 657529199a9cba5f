package desk

import (
	"context"
	"io"
	"strconv"

	"github.com/openminzheng/zhuzhou/standards"
)

// random is a sequence of numbers that a seed determines (splitmix64).
type random uint64

func (r *random) below(n int) int {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return int((z ^ z>>31) % uint64(n))
}

// one returns one of list.
func (r *random) one(list []string) string { return list[r.below(len(list))] }

var (
	sizes      = []int{1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5} // most recipients live alone or with one other
	relations  = []string{"applicant", "spouse", minor, "parent", minor}
	incomes    = []string{"wages", "wages", "business", "transfer", "basic-pension", "property"}
	categories = []string{"physical", "physical", "physical", "visual", "hearing", "intellectual", "mental", "speech"}
	selfCare   = []string{"full", "full", "partial", "none"}
	placements = []string{"home", "home", "institution"}
)

const minor = "minor-child"

const generatedHeader = "household,division,residence,property,member,born,id_number,relation,income_kind,income_yuan,income_per,disability_category,disability_grade," +
	"support,self_care,placement\n"

// The days of birth of invented people: from firstYear on, and no later in a month than every month
// has days.
const (
	firstYear  = 1935
	years      = 83
	months     = 12
	days       = 28
	lastNumber = 999 // of those born on a day in a place

	adults     = 50               // years in which they are born, from the first on
	firstMinor = 2004 - firstYear // the first year in which minors are
	minors     = 14               // years in which they are
	generation = 18               // years between a parent and a child, as far as there are so many
	old        = 1960 - firstYear // who is born before may be alone without support
)

// generator invents households.
type generator struct {
	random random
	// how many identity numbers were given out, by place and day of birth
	numbers [standards.DivisionCount][years * months * days]uint16
	text    []byte

	applicant int // the year in which the applicant of the household was born
}

// generate writes a caseload with the shape of a real one: mostly rural and small households, old
// people, every fifth person with a disability certificate, incomes about the lines, and an
// identity number in place of the day of birth for a third of the households. No number stands
// twice. The same seed gives the same file.
func generate(ctx context.Context, w io.Writer, count int, seed uint64) error {
	g := &generator{random: random(seed), text: []byte(generatedHeader)}
	for i := range count {
		if ctx.Err() != nil {
			break
		}
		g.household(i + 1)
		if len(g.text) < writeSize {
			continue
		}
		if _, err := w.Write(g.text); err != nil {
			return err
		}
		g.text = g.text[:0]
	}
	if _, err := w.Write(g.text); err != nil {
		return err
	}
	return ctx.Err()
}

// household invents household i.
func (g *generator) household(i int) {
	r := &g.random
	residence, property := "rural", "within"
	if r.below(4) == 0 {
		residence = "urban"
	}
	if r.below(25) == 0 {
		property = "over"
	}
	if r.below(50) == 0 {
		property = ""
	}
	divisions := standards.Divisions()
	place := r.below(len(divisions))
	numbered := r.below(3) == 0
	size := sizes[r.below(len(sizes))]
	for j := range size {
		g.text = append(strconv.AppendInt(append(g.text, 'h'), int64(i), 10), ',')
		if j == 0 {
			g.cells(divisions[place].String(), residence, property)
		} else {
			g.cells("", "", "")
		}
		g.text = append(strconv.AppendInt(append(g.text, 'm'), int64(j+1), 10), ',')
		g.member(relations[j], place, numbered, size == 1)
	}
}

// member invents a member and ends the row.
func (g *generator) member(relation string, place int, numbered, alone bool) {
	r := &g.random
	year := r.below(adults)
	switch relation {
	case "applicant":
		year = max(year, 1) // a parent is older
		g.applicant = year
	case "parent":
		year = max(0, min(year, g.applicant-generation))
	case minor:
		year = firstMinor + r.below(minors)
	}
	g.born(year, r.below(months), r.below(days), place, numbered)
	g.cells(relation)
	if r.below(3) > 0 && relation != minor {
		g.cells(r.one(incomes))
		g.text = strconv.AppendInt(g.text, int64(r.below(9000)), 10)
		g.text = append(g.digits('.', r.below(100), 2), ',')
		g.cells("year")
	} else {
		g.cells("", "", "")
	}
	if r.below(5) == 0 {
		g.cells(r.one(categories), strconv.Itoa(1+r.below(4)))
	} else {
		g.cells("", "")
	}
	if alone && year < old && r.below(3) == 0 {
		g.cells("none", r.one(selfCare), r.one(placements))
	} else {
		g.cells("", "", "")
	}
	g.text[len(g.text)-1] = '\n'
}

// born writes a day of birth, or the identity number that states it.
func (g *generator) born(year, month, day, place int, numbered bool) {
	used := &g.numbers[place][(year*months+month)*days+day]
	if !numbered || *used == lastNumber {
		g.text = g.digits(0, firstYear+year, 4)
		g.text = g.digits('-', month+1, 2)
		g.text = append(g.digits('-', day+1, 2), ',', ',')
		return
	}
	*used++
	g.text = append(g.text, ',')
	from := len(g.text)
	g.text = append(g.text, standards.Divisions()[place].String()...)
	g.text = g.digits(0, firstYear+year, 4)
	g.text = g.digits(0, month+1, 2)
	g.text = g.digits(0, day+1, 2)
	g.text = g.digits(0, int(*used), 3)
	g.text = append(g.text, checkCharacter(g.text[from:]), ',')
}

// checkCharacter is the last character of an identity number, by its 17 digits (GB 11643).
func checkCharacter(digits []byte) byte {
	sum, weight := 0, 2
	for i := len(digits) - 1; i >= 0; i-- {
		sum += int(digits[i]-'0') * weight
		weight = weight * 2 % 11
	}
	return "10X98765432"[sum%11]
}

// digits is the text with a mark, if there is one, and n in so many digits.
func (g *generator) digits(mark byte, n, width int) []byte {
	text := g.text
	if mark != 0 {
		text = append(text, mark)
	}
	for unit := [...]int{1, 1, 10, 100, 1000}[width]; unit > 0; unit /= 10 {
		text = append(text, byte('0'+n/unit%10))
	}
	return text
}

// cells writes cells, each with the comma behind it.
func (g *generator) cells(list ...string) {
	for _, s := range list {
		g.text = append(append(g.text, s...), ',')
	}
}
