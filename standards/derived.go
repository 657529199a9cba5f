package standards

// derived is what one package made of a Set, before what others did. It does not change once it is in the list.
type derived struct {
	made any
	next *derived
}

// Derived returns what build makes of s, which is made by the first call for the type T and kept with s: a package that uses the standards in
// a form of its own prepares it here, under a type of its own that is no interface. Calls that come first at the same time may each build it;
// all return the one that is kept. Of a nil Set nothing is kept.
func Derived[T any](s *Set, build func(*Set) T) T {
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
