package assistance_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
)

// BenchmarkWriteDecision measures the writing of a decision with its steps, in both languages, beside Explain, which makes it, and
// beside encoding/json on the same values as plain data.
func BenchmarkWriteDecision(b *testing.B) {
	set, h := benchCase(b, benchHousehold)
	d, err := assistance.Explain(set, h)
	require.NoError(b, err)
	text, err := json.Marshal(d)
	require.NoError(b, err)
	var plain any
	require.NoError(b, json.Unmarshal(text, &plain))
	b.Run("Explain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := assistance.Explain(set, h); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("MarshalJSON", func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			if _, err := d.MarshalJSON(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("json.Marshal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := json.Marshal(d); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding/json on plain data", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := json.Marshal(plain); err != nil {
				b.Fatal(err)
			}
		}
	})
}
