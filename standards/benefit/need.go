package benefit

import "github.com/openminzheng/zhuzhou/standards"

// Figure names a figure that is not on record: the key, the place, the kind of hukou and the class
// where it goes by them.
type Figure struct {
	Key       standards.Key
	Place     standards.Place
	Residence standards.Residence
	Of        string
}

// String names the figure shortly: dibao-line@430223/urban, tekun-care@430223/none.
func (f Figure) String() string {
	s := f.Key.String() + "@" + f.Place.String()
	if f.Residence != 0 {
		s += "/" + f.Residence.String()
	}
	if f.Of != "" {
		s += "/" + f.Of
	}
	return s
}

// Need names what an undetermined verdict, or a payment without an amount, waits for: a fact of
// the household or of a member, or a figure, which for a line would have to be above an amount to
// change anything. Where that is not the same amount for all parts, the figure is needed more than
// once, each time for the parts of that amount.
type Need struct {
	Member string
	Fact   Fact
	Figure Figure
	Above  standards.Amount
	For    Names
}

// PartOf names a part: of the member with this id, or of the household where it is empty.
type PartOf struct {
	Part   Name
	Member string
}

// Assumption is an unstated fact that was taken for something, and the members of whom. Household
// facts name no member.
type Assumption struct {
	Fact    Fact
	As      string
	Members []string
}
