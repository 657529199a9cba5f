package lang

import "strings"

// List is every error of one kind that was found, in the order found.
type List[E interface {
	error
	Text(Lang) string
}] []E

// Error returns the message of the first error, and after it the English texts of the others,
// separated by "; ".
func (list List[E]) Error() string {
	var b strings.Builder
	for i, one := range list {
		if i == 0 {
			b.WriteString(one.Error())
			continue
		}
		b.WriteString("; " + one.Text(English))
	}
	return b.String()
}

// Text returns the texts in language l, one on each line.
func (list List[E]) Text(l Lang) string {
	texts := make([]string, len(list))
	for i, one := range list {
		texts[i] = one.Text(l)
	}
	return strings.Join(texts, "\n")
}

// Unwrap returns each error, for [errors.Is] and [errors.As].
func (list List[E]) Unwrap() []error {
	errs := make([]error, len(list))
	for i, one := range list {
		errs[i] = one
	}
	return errs
}

// Err returns the list as an error, and nil if it is empty.
func (list List[E]) Err() error {
	if len(list) == 0 {
		return nil
	}
	return list
}
