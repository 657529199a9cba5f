package caseload_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/internal/families"
	"github.com/openminzheng/zhuzhou/assistance/register"
)

var written int64

// Reading a register, and deciding it to rows, beside package encoding/csv cutting the same text
// into cells and doing nothing with them.
func BenchmarkStream(b *testing.B) {
	const households = 20_000
	text, err := io.ReadAll(&families.Streamed{Count: households, ID: func(i int) string { return fmt.Sprint("h", i) }})
	if err != nil {
		b.Fatal(err)
	}
	set := families.Standards(b, "2020-10-01")
	measure := func(name string, once func() int) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			begun := families.CPU() // of all goroutines: on one core they take as long
			for b.Loop() {
				if n := once(); n != households {
					b.Fatal(n)
				}
			}
			b.ReportMetric(float64(b.N)*households/(families.CPU()-begun).Seconds(), "households/s-of-a-core")
		})
	}
	measure("baseline-cells", func() int {
		r := csv.NewReader(bytes.NewReader(text))
		r.ReuseRecord = true
		for n := 0; ; n++ {
			if _, err := r.Read(); errors.Is(err, io.EOF) {
				return n / 2 // two rows each, and the header
			}
		}
	})
	measure("read", func() (n int) {
		for _, err := range register.Read(bytes.NewReader(text)) {
			if err == nil {
				n++
			}
		}
		return n
	})
	rendered := caseload.DecideOptions{Render: func(row []byte, r *caseload.Result) []byte {
		return append(append(append(append(row, r.Household.ID...), ','), r.Decision.Total.Amount.YuanText()...), '\n')
	}}
	measure("decide", func() (n int) {
		for r, err := range caseload.Decide(context.Background(), set, register.Read(bytes.NewReader(text)), rendered) {
			if err == nil {
				written += int64(len(r.Text))
				n++
			}
		}
		return n
	})
}
