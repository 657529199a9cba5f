package benefit

import "github.com/openminzheng/zhuzhou/standards"

// Decided is one benefit of one person, decided by itself, and what it rests on. Needs and Assumed
// name no member: they are of that person.
type Decided struct {
	Part
	Needs    []Need            // what an undetermined verdict, or a missing amount, waits for
	Assumed  []Assumption      // facts not stated, and what they were taken for
	Carried  []Figure          // the city's figures that a draft's carry lets go on
	Readings standards.Choices // those that the answer turns on
	Steps    []Step
}
