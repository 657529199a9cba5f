package benefit

// Text says the step in language l.
func (s Step) Text(l Lang) string { return string(s.Code) }
