package standards

// derived holds one value that a package made from a Set, and links to those made before it. It
// never changes.
type derived struct {
	made any
	next *derived
}

// Derived returns the value of type T that build makes from s. The first call builds it and s keeps
// it, so that a package can prepare the standards in a form of its own once for each Set: the law
// looks up its figures by place, for example. T must be a type of that package and no interface.
// First calls at the same time may each build; all return the one that is kept. A nil Set keeps
// nothing.
func Derived[T any](s *Set, build func(*Set) T) T {
	if build == nil {
		var none T
		return none
	}
	if s == nil {
		return build(s)
	}
	first := s.derived.Load()
	if made, ok := madeBefore[T](first); ok {
		return made
	}
	made := build(s)
	for !s.derived.CompareAndSwap(first, &derived{made, first}) {
		first = s.derived.Load()
		if other, ok := madeBefore[T](first); ok {
			return other
		}
	}
	return made
}

// madeBefore finds what was made of type T.
func madeBefore[T any](d *derived) (T, bool) {
	for ; d != nil; d = d.next {
		if made, ok := d.made.(T); ok {
			return made, true
		}
	}
	var none T
	return none, false
}
