package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const ruralYouxian = "dibao-line@430223/rural"

// What a figure rests on is printed with what is on record of the text, the nearest row first.
func TestSourceOfAFigure(t *testing.T) {
	got := runWith("-lang", "en", "-on", "2020-10-01", "-source", ruralYouxian)
	assert.Zero(t, got.code, got.stderr)
	parts := strings.Split(got.stdout, "\n\n")
	require.Len(t, parts, 2)
	for _, line := range []string{
		"value          at least 4320.00 yuan a year", "days           from 2020-01-01, before 2021-01-01",
		"document       Zhuzhou civil affairs work points 2020 (《2020年株洲民政工作要点》)", "issuer         株洲市民政局", "published      2020-09-01",
		"clause         9", "printed        每人每年不低于4320元", "standing       archived", "archived file  zhuzhou-2020-work-points.txt", "it has         whole",
		"SHA-256        2d8467f5d404f5a7e4be6927056a5f8c59fd15df193b37f41d260073c0f237bb", "address        not on record",
	} {
		assert.Contains(t, parts[0], line)
	}
	assert.Contains(t, parts[1], "value          at least 4000.00 yuan a year")
	assert.Contains(t, parts[1], "address        http://mzt.hunan.gov.cn/")
	assert.Contains(t, runWith("-lang", "zh", "-on", "2020-10-01", "-source", ruralYouxian).stdout, "网址      无据可查")
}

// With the texts, the passage is printed with the words marked; a text that is not the archived one
// is said to be another.
func TestPassageOfAFigure(t *testing.T) {
	dir := t.TempDir()
	with := func(text string) result {
		require.NoError(t, os.WriteFile(filepath.Join(dir, "zhuzhou-2020-work-points.txt"), []byte(text), 0o600))
		return runWith("-lang", "en", "-on", "2020-10-01", "-source", "dibao-line@county-five/rural", "-sources", dir)
	}
	got := with("8其他\n9提高标准，每人每年不低于4320元。\n10其他\n")
	assert.Equal(t, 1, got.code)
	assert.Contains(t, got.stdout, "The file differs from the archived one.\n  9提高标准，【每人每年不低于4320元】。\n")
	assert.Contains(t, with("9提高标准\n").stdout, "\ntext differs\n")
	assert.Contains(t, got.stdout, "hunan-2021-04-rural-dibao-guide.txt: there is no such file\n")
}

func TestPassageInTheArchive(t *testing.T) {
	got := runWith("-lang", "en", "-source", ruralYouxian, "-sources", archived(t))
	assert.Zero(t, got.code, got.stdout)
	assert.Contains(t, got.stdout, "【每人每年不低于4320元】")
	assert.NotContains(t, got.stdout, "differs")
}

func TestSourceMisuse(t *testing.T) {
	for _, args := range [][]string{{"-source", "foo@430223"}, {"-source", "dibao-line"}, {"-source", ruralYouxian, "-json"}, {"-source", ruralYouxian, "-template", "430223"}} {
		assert.Equal(t, 2, runWith(args...).code, args)
	}
	got := runWith("-lang", "en", "-source", "grace-months@430223/urban", "-on", "2020-10-01")
	assert.Equal(t, 1, got.code)
	assert.Contains(t, got.stderr, "there is no such row")
}
