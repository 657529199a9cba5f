package standards

// derived holds one value that a package made from a Set, and links to those made before it. It
// never changes.
type derived struct {
	key  string
	made any
	next *derived
}

// Derived returns the value that build makes from s. The first call builds it and s keeps it by
// key, so that a package can prepare the standards in a form of its own once for each Set: the law
// looks up its figures by place, for example. The key begins with the import path of that package.
// First calls at the same time may each build; all return the one that is kept. A nil Set keeps
// nothing, and of a nil build nothing is made.
func (s *Set) Derived(key string, build func(*Set) any) any {
	if build == nil {
		return nil
	}
	if s == nil {
		return build(s)
	}
	first := s.derived.Load()
	if made, ok := first.find(key); ok {
		return made
	}
	made := build(s)
	for !s.derived.CompareAndSwap(first, &derived{key, made, first}) {
		first = s.derived.Load()
		if other, ok := first.find(key); ok {
			return other
		}
	}
	return made
}

// find finds what was made for key.
func (d *derived) find(key string) (any, bool) {
	for ; d != nil; d = d.next {
		if d.key == key {
			return d.made, true
		}
	}
	return nil, false
}
