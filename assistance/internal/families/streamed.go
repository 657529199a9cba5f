package families

import (
	"fmt"
	"io"
)

// Streamed is the text of a register of Count households with these ids, made while it is read.
type Streamed struct {
	Count int
	ID    func(i int) string

	done int
	rest []byte
}

// Read implements io.Reader.
func (s *Streamed) Read(into []byte) (int, error) {
	if len(s.rest) == 0 {
		if s.done == s.Count {
			return 0, io.EOF
		}
		if s.done == 0 {
			s.rest = append(s.rest, "household,division,residence,property,member,born,income_kind,income_yuan,income_per\n"...)
		}
		s.rest = fmt.Appendf(s.rest, "%s,430211,urban,within,a,1960-02-03,wages,%d,year\n,,,,b,1961-03-04,,,\n", s.ID(s.done),
			s.done%9000)
		s.done++
	}
	n := copy(into, s.rest)
	if s.rest = s.rest[n:]; len(s.rest) == 0 {
		s.rest = s.rest[:0]
	}
	return n, nil
}
