package cli_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// A figure is read as it is written, and what cannot be used in one is named.
func TestParseFigure(t *testing.T) {
	for _, s := range []string{"dibao-line@430223/urban", "dibao-line@city-five", "disability-nursing@city-five/1", "dibao-topup@china/elderly/80", "minor-age@china"} {
		f, fault := cli.ParseFigure(s, standards.English)
		assert.Empty(t, fault, s)
		assert.Equal(t, s, f.String())
	}
	f, fault := cli.ParseFigure("dibao-line@攸县/rural", standards.Chinese)
	assert.Empty(t, fault)
	assert.Equal(t, benefit.Figure{Key: standards.Key(standards.DibaoLine), Place: standards.Youxian, Residence: standards.Rural}, f)
	for s, want := range map[string]string{
		"dibao-line":                    `"dibao-line" is to be KEY@PLACE`,
		"dibao@city-five":               `there is no key "dibao"`,
		"dibao-line@nowhere/urban":      `there is no place "nowhere"`,
		"minor-age@china/urban":         `minor-age does not go by kind of hukou: "urban" cannot stand there`,
		"dibao-topup@city-five":         "dibao-topup needs to say of what: elderly, minor",
		"tekun-care@city-five/half":     `tekun-care has no "half"; it has: full, partial, none`,
		"disability-living@city-five/x": `disability-living has no "x"; it has: 1, 2, 3, 4`,
		"dibao-line@city-five/suburban": `dibao-line is of nothing: "suburban" cannot stand there`,
	} {
		_, fault := cli.ParseFigure(s, standards.English)
		assert.Contains(t, fault, want, s)
	}
}
