package law

import "github.com/openminzheng/zhuzhou/standards"

// WithoutLines are the rules of set where no line is on record, which no tables can bring about
// today: the province's floors hold everywhere.
func WithoutLines(set *standards.Set) *Rules {
	r := newRules(set).(*Rules)
	for i := range r.places {
		r.places[i].lines = [kinds]*figure{}
	}
	return r
}

// WithoutMultiple are the rules of set where no multiple of the line is on record that the basic
// standard of tekun is at least.
func WithoutMultiple(set *standards.Set) *Rules {
	r := newRules(set).(*Rules)
	for i := range r.places {
		r.places[i].tekunMultiple = nil
	}
	return r
}

// WithoutElders are the rules of set where no age is on record from which someone is old.
func WithoutElders(set *standards.Set) *Rules {
	r := newRules(set).(*Rules)
	for i := range r.places {
		r.places[i].elder = nil
	}
	return r
}

// Examined reports whether anything is examined for m in place p.
func (r *Rules) Examined(p standards.Place, m *Member) bool {
	return r.of(p).examined(m.Absence, m.Counted)
}
