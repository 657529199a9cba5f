package main

import (
	"context"
	"fmt"
	"io"

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

var (
	sizes      = []int{1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5} // most recipients live alone or with one other
	relations  = []string{"applicant", "spouse", "minor-child", "parent", "minor-child"}
	incomes    = []string{"wages", "wages", "business", "transfer", "basic-pension", "property"}
	categories = []string{"physical", "physical", "physical", "visual", "hearing", "intellectual", "mental", "speech"}
)

// generate writes a caseload with the shape of a real one: mostly rural and small households, old people, every fifth person with a
// disability certificate, and incomes about the lines. The same seed gives the same file.
func generate(ctx context.Context, w io.Writer, count int, seed uint64) error {
	r := random(seed)
	divisions := standards.Divisions()
	if _, err := fmt.Fprintln(w, "household,division,residence,property,member,born,relation,income_kind,income_yuan,income_per,disability_category,disability_grade,support,self_care,placement"); err != nil {
		return err
	}
	for i := range count {
		if ctx.Err() != nil {
			return ctx.Err()
		}
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
		division := divisions[r.below(len(divisions))]
		size := sizes[r.below(len(sizes))]
		for j := range size {
			born := 1935 + r.below(50)
			if relations[j] == "minor-child" {
				born = 2004 + r.below(14)
			}
			kind, amount, per := "", "", ""
			if r.below(3) > 0 && relations[j] != "minor-child" {
				kind, amount, per = incomes[r.below(len(incomes))], fmt.Sprintf("%d.%02d", r.below(9000), r.below(100)), "year"
			}
			category, grade := "", ""
			if r.below(5) == 0 {
				category, grade = categories[r.below(len(categories))], fmt.Sprint(1+r.below(4))
			}
			support, care, placement := "", "", ""
			if size == 1 && born < 1960 && r.below(3) == 0 {
				support, care, placement = "none", []string{"full", "full", "partial", "none"}[r.below(4)], []string{"home", "home", "institution"}[r.below(3)]
			}
			head := fmt.Sprintf("h%d,,,", i+1)
			if j == 0 {
				head = fmt.Sprintf("h%d,%s,%s,%s", i+1, division, residence, property)
			}
			if _, err := fmt.Fprintf(w, "%s,m%d,%d-%02d-%02d,%s,%s,%s,%s,%s,%s,%s,%s,%s\n", head, j+1, born, 1+r.below(12), 1+r.below(28), relations[j],
				kind, amount, per, category, grade, support, care, placement); err != nil {
				return err
			}
		}
	}
	return nil
}
