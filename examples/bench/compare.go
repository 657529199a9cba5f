package main

import "fmt"

// disagreement is a household, or several together, of which a contender finds something else due
// than the rule in whole fen.
type disagreement struct {
	households, contender string
	got, want             due
}

func (d *disagreement) Error() string {
	return fmt.Sprintf("%s: %s finds %s; the int64 loop %s", d.households, d.contender, d.got, d.want)
}

// String writes the sums in yuan a month.
func (d due) String() string {
	return fmt.Sprintf("dibao %s, living %s, nursing %s", yuanText(d.dibao), yuanText(d.living), yuanText(d.nursing))
}

func yuanText(fen int64) string {
	sign := ""
	if fen < 0 {
		sign, fen = "-", -fen
	}
	return fmt.Sprintf("%s%d.%02d", sign, fen/100, fen%100)
}

// batch is how many households are compared at once: it bounds what the engines keep of them.
const batch = 2_000

// compare has c decide every household and compares its figures with the rule's, household by
// household and in sum. It reports the first *disagreement, but of a naive contender, whose
// households that differ it counts.
func compare(c *contender, households []household) (differ int, err error) {
	for from := 0; from < len(households); from += batch {
		n, err := compareBatch(c, households[from:min(from+batch, len(households))])
		if err != nil {
			return 0, err
		}
		differ += n
	}
	return differ, nil
}

func compareBatch(c *contender, households []household) (differ int, err error) {
	e, err := c.prepare(households)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", c, err)
	}
	var sum due
	for i := range households {
		h := &households[i]
		want := h.decide()
		got, err := e.decide(i)
		if err != nil {
			return 0, fmt.Errorf("household %s: %s: %w", h.id, c, err)
		}
		sum.add(want)
		if got == want {
			continue
		}
		if !c.naive {
			return 0, &disagreement{"household " + h.id, c.String(), got, want}
		}
		differ++
	}
	if e.all == nil {
		return differ, nil
	}
	got, err := e.all()
	if err == nil && got != sum {
		together := fmt.Sprintf("households %s to %s together", households[0].id, households[len(households)-1].id)
		err = &disagreement{together, c.String(), got, sum}
	}
	return differ, err
}
