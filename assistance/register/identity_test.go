package register

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/standards"
)

// checked is 17 digits with their check character, by the recursive method of ISO 7064, MOD 11-2,
// which GB 11643 cites.
func checked(digits string) string {
	p := 0
	for _, d := range digits {
		p = (p + int(d-'0') + 11) * 2 % 11
	}
	return digits + "0123456789X"[(12-p)%11:][:1]
}

// Every number that is well formed is read, with the day of birth in it, and none with another
// digit or another check character is.
func TestIdentityNumbers(t *testing.T) {
	assert.Equal(t, "11010519491231002X", checked("11010519491231002"), "the example of GB 11643")
	g := rand.New(rand.NewPCG(3, 5))
	for range 300 {
		born := standards.Day(1900+g.IntN(130), time.Month(1+g.IntN(12)), 1+g.IntN(28))
		digits := fmt.Sprintf("%06d%04d%02d%02d%03d", g.IntN(1_000_000), born.Year, born.Month, born.Day, g.IntN(1000))
		number := []byte(checked(digits))
		who, day, ok := parseIdentity(number)
		require.True(t, ok, "%s", number)
		assert.Equal(t, born, day)
		assert.Equal(t, digits, fmt.Sprintf("%017d", who))
		i := g.IntN(len(number))
		was := number[i]
		for _, d := range []byte("0123456789Xx/: a") {
			number[i] = d
			who, day, ok := parseIdentity(number)
			assert.Equal(t, d == was || was == 'X' && d == 'x', ok, "%s", number)
			if !ok {
				assert.Zero(t, who)
				assert.Zero(t, day)
			}
		}
	}
	for _, number := range []string{"", "1", "11010519491231002", "11010519491231002X0", checked("11010519490230002"), checked("11010519491301002"),
		checked("11010500001231002"), checked("11010519490031002"), checked("11010519491200002"), " 1010519491231002X",
		checked("110:0519491231002"), checked("110/0519491231002"), checked("1101051949123100:")} {
		who, born, ok := parseIdentity([]byte(number))
		assert.False(t, ok, number)
		if len(number) != identityLength || strings.ContainsAny(number, " :/") {
			assert.Zero(t, who)
			assert.Zero(t, born)
		}
	}
	one, _, _ := parseIdentity([]byte(checked("99999919491231999")))
	assert.Equal(t, identity(99999919491231999), one)
}

// The number of a certificate is the identity number, a category and a grade, and may have a letter
// and a digit behind them where it was issued again.
func TestCertificateNumbers(t *testing.T) {
	const who = "11010519491231002X"
	for behind, want := range map[string]disability.Certificate{
		"11": {Category: disability.Visual, Grade: 1}, "21": {Category: disability.Hearing, Grade: 1}, "33": {Category: disability.Speech, Grade: 3},
		"42": {Category: disability.Physical, Grade: 2}, "52": {Category: disability.Intellectual, Grade: 2}, "64": {Category: disability.Mental, Grade: 4},
		"74": {Category: disability.Multiple, Grade: 4}, "42B": {Category: disability.Physical, Grade: 2}, "42B1": {Category: disability.Physical, Grade: 2},
		"": {}, "4": {}, "42B11": {}, "02": {}, "82": {}, "40": {}, "45": {}, "X2": {}, "4X": {}, "/2": {}, "4/": {}, ":2": {}, "4:": {},
	} {
		for _, number := range []string{who, strings.ToLower(who)} {
			holder, born, c, ok := parseCertificate([]byte(number + behind))
			assert.Equal(t, want, c, behind)
			assert.Equal(t, want.Stated(), ok, behind)
			if ok {
				assert.Equal(t, identity(11010519491231002), holder)
				assert.Equal(t, standards.Day(1949, time.December, 31), born)
			} else {
				assert.Zero(t, holder)
				assert.Zero(t, born)
			}
		}
	}
	holder, born, c, ok := parseCertificate([]byte("11010519491231003X42"))
	assert.False(t, ok)
	assert.Zero(t, holder)
	assert.Zero(t, born)
	assert.Zero(t, c)
}
