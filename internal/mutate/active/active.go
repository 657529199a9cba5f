// Package active is imported by the mutated copies of the library's files that the mutation test
// compiles. Every mutant of a copy stands behind a switch; an environment variable says which one
// is on. The library itself does not import this package.
package active

import (
	"cmp"
	"fmt"
	"os"
	"runtime/metrics"
	"strconv"
	"sync"
	"time"
)

// The environment of a test binary with switches.
const (
	Variable = "ZHUZHOU_MUTANT"          // holds the number of the mutant that is on; no mutant is on without it
	Reached  = "ZHUZHOU_MUTANTS_REACHED" // names the file for the numbers of the mutants that a run comes by
)

// The test binary of a mutant that allocates without end stops itself.
const (
	memoryLimit = 2 << 30 // in bytes of the heap
	memoryEvery = 100 * time.Millisecond
)

var (
	mutant    = number()
	recording = os.Getenv(Reached) != ""
	seen      sync.Map // the numbers recorded
)

func number() int {
	n, err := strconv.Atoi(os.Getenv(Variable))
	if err != nil {
		return 0
	}
	go watchMemory()
	return n
}

func watchMemory() {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	for ; ; time.Sleep(memoryEvery) {
		if metrics.Read(sample); sample[0].Value.Uint64() > memoryLimit {
			fmt.Println("out of memory")
			os.Exit(3)
		}
	}
}

// Is says whether mutant n is on.
func Is(n int) bool { return n == mutant || recording && record(n) }

// record writes n to the file of the mutants reached. It is false, so that Is may end with it.
func record(n int) bool {
	if _, known := seen.LoadOrStore(n, true); known {
		return false
	}
	file, err := os.OpenFile(os.Getenv(Reached), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err == nil {
		_, err = fmt.Fprintln(file, n)
	}
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(3)
	}
	return false
}

// Less is a < b, and with mutant n a <= b.
func Less[T cmp.Ordered](n int, a, b T) bool { return a < b || Is(n) && a == b }

// LessOrEqual is a <= b, and with mutant n a < b.
func LessOrEqual[T cmp.Ordered](n int, a, b T) bool { return a < b || a == b && !Is(n) }

// Greater is a > b, and with mutant n a >= b.
func Greater[T cmp.Ordered](n int, a, b T) bool { return a > b || Is(n) && a == b }

// GreaterOrEqual is a >= b, and with mutant n a > b.
func GreaterOrEqual[T cmp.Ordered](n int, a, b T) bool { return a > b || a == b && !Is(n) }

// Min is the least of its arguments, and with mutant n the greatest.
func Min[T cmp.Ordered](n int, a T, more ...T) T { return extreme(Is(n), a, more) }

// Max is the greatest of its arguments, and with mutant n the least.
func Max[T cmp.Ordered](n int, a T, more ...T) T { return extreme(!Is(n), a, more) }

func extreme[T cmp.Ordered](greatest bool, a T, more []T) T {
	for _, b := range more {
		if greatest {
			a = max(a, b)
		} else {
			a = min(a, b)
		}
	}
	return a
}

// Integer is a type that the library computes with.
type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// Plus is a + b, and with mutant n a - b.
func Plus[T Integer](n int, a, b T) T {
	if Is(n) {
		return a - b
	}
	return a + b
}

// Minus is a - b, and with mutant n a + b.
func Minus[T Integer](n int, a, b T) T {
	if Is(n) {
		return a + b
	}
	return a - b
}

// Times is a * b, and with mutant n a + b.
func Times[T Integer](n int, a, b T) T {
	if Is(n) {
		return a + b
	}
	return a * b
}

// Over is a / b, and with mutant n a * b.
func Over[T Integer](n int, a, b T) T {
	if Is(n) {
		return a * b
	}
	return a / b
}

// Signed is x, and with mutant n -x: it turns += to -= and back.
func Signed[T Integer](n int, x T) T {
	if Is(n) {
		return -x
	}
	return x
}

// More is x, and with mutant n x + 1.
func More[T Integer](n int, x T) T {
	if Is(n) {
		x++
	}
	return x
}

// Fewer is x, and with mutant n x - 1.
func Fewer[T Integer](n int, x T) T {
	if Is(n) {
		x--
	}
	return x
}

// Zero is x, and with mutant n the zero value.
func Zero[T any](n int, x T) T {
	if Is(n) {
		var zero T
		return zero
	}
	return x
}
