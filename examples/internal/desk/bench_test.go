package desk

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// From a register in CSV to decisions in CSV, beside package encoding/csv cutting the same text into cells and doing nothing with them.
func BenchmarkRegister(b *testing.B) {
	const households = 20_000
	var text bytes.Buffer
	require.NoError(b, generate(context.Background(), &text, households, 1))
	measure := func(name string, once func()) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				once()
			}
			runtime.ReadMemStats(&after)
			count := float64(b.N) * households
			b.ReportMetric(count/b.Elapsed().Seconds(), "households/s")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/count, "B/household")
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/count, "allocs/household")
		})
	}
	measure("baseline-cells", func() {
		r := csv.NewReader(bytes.NewReader(text.Bytes()))
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err != nil {
				if !errors.Is(err, io.EOF) {
					b.Fatal(err)
				}
				return
			}
		}
	})
	decide := func(args ...string) func() {
		return func() {
			args := append([]string{"-on", "2020-10-01", "-"}, args...)
			require.Equal(b, 0, caserun(context.Background(), args, bytes.NewReader(text.Bytes()), io.Discard, io.Discard))
		}
	}
	measure("a-row-a-household", decide())
	measure("a-row-a-person", decide("-members"))
}
