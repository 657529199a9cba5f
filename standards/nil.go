package standards

// orZero returns s, and the zero Set for nil: nothing is on record in it.
func (s *Set) orZero() *Set {
	if s == nil {
		return &Set{}
	}
	return s
}

// orPublished returns t, and the published tables for nil.
func (t *Tables) orPublished() *Tables {
	if t == nil {
		return &Tables{}
	}
	return t
}
