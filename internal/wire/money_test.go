package wire

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParseYuan(t *testing.T) {
	for _, c := range []struct {
		text  string
		fen   int64
		fault MoneyFault
	}{
		{"0", 0, 0}, {"500", 500_00, 0}, {"0.5", 50, 0}, {"12.34", 12_34, 0}, {"100000000000.01", 10_000_000_000_001, 0},
		{"92233720368547758.07", math.MaxInt64, 0}, {"92233720368547758.08", 0, MoneyTooBig},
		{"", 0, NotMoney}, {"00", 0, NotMoney}, {"1.", 0, NotMoney}, {".5", 0, NotMoney}, {"-1", 0, NotMoney}, {"1e2", 0, NotMoney},
		{"1.234", 0, FenFraction},
	} {
		fen, fault := ParseYuan(c.text)
		assert.Equal(t, c.fen, fen, c.text)
		assert.Equal(t, c.fault, fault, c.text)
	}
}
