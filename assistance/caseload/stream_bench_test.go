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
)

var written int64

// Reading a register, and deciding it to rows, beside package encoding/csv cutting the same text into cells and doing nothing with them.
func BenchmarkStream(b *testing.B) {
	const households = 20_000
	text, err := io.ReadAll(&streamed{count: households, id: func(i int) string { return fmt.Sprint("h", i) }})
	if err != nil {
		b.Fatal(err)
	}
	set := october(b)
	measure := func(name string, once func() int) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if n := once(); n != households {
					b.Fatal(n)
				}
			}
			b.ReportMetric(float64(b.N)*households/b.Elapsed().Seconds(), "households/s")
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
		for _, err := range caseload.ReadCSV(bytes.NewReader(text)) {
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
		for r, err := range caseload.Decide(context.Background(), set, caseload.ReadCSV(bytes.NewReader(text)), rendered) {
			if err == nil {
				written += int64(len(r.Text))
				n++
			}
		}
		return n
	})
}
