// Package logged gives ids the form in which they stand in a log, where no person may be
// recognized.
package logged

import "log/slog"

// identityDigits is the length of the shorter identity number (身份证号); the longer one has more.
const identityDigits = 15

// ID returns the attribute id. An id that may be a name or an identity number is withheld: one with
// anything but ASCII in it, or with as many digits in a row as an identity number has.
func ID(id string) slog.Attr {
	digits := 0
	for _, r := range id {
		digits++
		if r < '0' || r > '9' {
			digits = 0
		}
		if r > '~' || digits == identityDigits {
			return slog.String("id", "withheld")
		}
	}
	return slog.String("id", id)
}
