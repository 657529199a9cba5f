package cli

import "io"

// Shape is a reader that notes whether what it reads is an array, so that the output can be one
// too.
type Shape struct {
	io.Reader
	first byte // that is no white space and no byte order mark
}

func (s *Shape) Read(b []byte) (int, error) {
	n, err := s.Reader.Read(b)
	for _, c := range b[:n] {
		if s.first != 0 {
			break
		}
		switch c {
		case ' ', '\t', '\r', '\n', 0xEF, 0xBB, 0xBF:
		default:
			s.first = c
		}
	}
	return n, err
}

// Array reports whether what was read so far begins an array.
func (s *Shape) Array() bool { return s.first == '[' }
