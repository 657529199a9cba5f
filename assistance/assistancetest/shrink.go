package assistancetest

import (
	"iter"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
)

// shrink makes the failing household as simple as it can be while it still fails.
func (c *checker) shrink(one invariant, bad *InvariantError) *InvariantError {
	for simpler := true; simpler; {
		simpler = false
		for h := range simplified(bad.Household) {
			if again := c.check(one, h); again != nil {
				bad, simpler = again, true
				break
			}
		}
	}
	return bad
}

// simplified yields h with one thing less, each time another.
func simplified(h assistance.Household) iter.Seq[assistance.Household] {
	return func(yield func(assistance.Household) bool) {
		for i := range h.Members {
			less := h
			less.Members = slices.Delete(slices.Clone(h.Members), i, i+1)
			if len(less.Members) > 0 && !yield(less) {
				return
			}
		}
		for _, f := range assistance.Fields() {
			for i := range h.Members {
				if f.OfMember || i == 0 {
					less := h
					less.Members = slices.Clone(h.Members)
					if drop(&less, i, f) && !yield(less) {
						return
					}
				}
			}
		}
		if less := h; fewerIncomes(&less.Income) && !yield(less) {
			return
		}
		for i := range h.Members {
			for _, change := range [...]func(*[]assistance.Income) bool{fewerIncomes, roundIncome} {
				less := h
				less.Members = slices.Clone(h.Members)
				if change(&less.Members[i].Income) && !yield(less) {
					return
				}
			}
		}
	}
}

// drop takes a fact back, the whole of a certificate with its category. It reports whether the fact
// was stated.
func drop(h *assistance.Household, member int, f fields.Field) bool {
	switch {
	case h.Get(f, member) == "":
		return false
	case f.Name == "disability.category":
		h.Members[member].Disability = disability.Certificate{}
		return true
	}
	return !f.Required && h.Set(f, member, "") == nil
}

// fewerIncomes drops the last income.
func fewerIncomes(list *[]assistance.Income) bool {
	if len(*list) == 0 {
		return false
	}
	*list = slices.Clone((*list)[:len(*list)-1])
	return true
}

// roundIncome rounds the first income that is not whole hundreds of yuan, or whole yuan, down to
// them.
func roundIncome(list *[]assistance.Income) bool {
	for i, in := range *list {
		for _, unit := range [...]int64{100_00, 1_00} {
			if rest := in.Amount.Fen() % unit; rest != 0 {
				*list = slices.Clone(*list)
				(*list)[i].Amount = standards.Fen(in.Amount.Fen()-rest, in.Amount.Per())
				return true
			}
		}
	}
	return false
}
