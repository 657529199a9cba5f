package desk

import (
	"bytes"
	"context"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
)

var update = flag.Bool("update", false, "rewrite the generated section of the guide")

// The guide lists every column and header that is read.
func TestTheGuideListsTheHeaders(t *testing.T) {
	const guide, begin, end = "../../README.md", "<!-- headers -->\n", "<!-- end -->"
	data, err := os.ReadFile(guide)
	require.NoError(t, err)
	before, rest, found := strings.Cut(string(data), begin)
	require.True(t, found)
	have, after, found := strings.Cut(rest, end)
	require.True(t, found)
	var want strings.Builder
	want.WriteString("| column | 列 | what it states | headers of registers |\n| --- | --- | --- | --- |\n")
	for _, c := range register.Vocabulary() {
		want.WriteString("| `" + c.Name + "` | " + c.Text(standards.Chinese) + " | " + c.Text(standards.English) + " | " + strings.Join(c.Headers[1:], "、") + " |\n")
	}
	if *update {
		require.NoError(t, os.WriteFile(guide, []byte(before+begin+want.String()+end+after), 0o644))
		return
	}
	assert.Equal(t, want.String(), have, "if the change is meant, run go test ./examples/internal/desk -run TestTheGuideListsTheHeaders -update")
}

// What -headers lists is read: every header names its column, and every value is taken.
func TestWhatIsListedIsRead(t *testing.T) {
	var out bytes.Buffer
	require.Equal(t, 0, caserun(context.Background(), []string{"-headers"}, nil, &out, &out))
	for _, c := range register.Vocabulary() {
		assert.Contains(t, "\n"+out.String(), "\n"+c.Name+"  ", c.Name)
		for _, header := range c.Headers {
			assert.True(t, register.Knows(header), header)
		}
	}
	assert.Contains(t, out.String(), "儿媳")
}

// The samples are decided as they stand, the same in both languages.
func TestSamplesAreDecided(t *testing.T) {
	var decisions []string
	for _, l := range []string{"zh", "en"} {
		var sample bytes.Buffer
		require.Equal(t, 0, caserun(context.Background(), []string{"-sample", l}, nil, &sample, &sample))
		code, out, messages := ran(t, sample.String())
		require.Equal(t, 0, code, messages)
		var rows []string
		for _, row := range table(t, out) {
			rows = append(rows, row["household"]+row["category"]+row["total_yuan"]+row["difference_yuan"])
		}
		decisions = append(decisions, strings.Join(rows, " "))
	}
	assert.Equal(t, decisions[0], decisions[1])
	var out bytes.Buffer
	assert.Equal(t, 2, caserun(context.Background(), []string{"-sample", "fr"}, nil, &out, &out))
}

// A file of -map says what headers are; what it names has to be a column.
func TestTheMapOfHeaders(t *testing.T) {
	number := numberOf("43021119650302001")
	text := "户编号,姓名,身份证号,县市区,户口性质,家庭财产,每月退休金\nA,张一," + number + ",天元区,城镇,符合,200\n"
	write := func(s string) string {
		name := t.TempDir() + "/map.txt"
		require.NoError(t, os.WriteFile(name, []byte(s), 0o600))
		return name
	}
	code, out, messages := ran(t, text, "-map", write("# 对照\n\n每月退休金 ＝ 月收入\n"))
	require.Equal(t, 0, code, messages)
	assert.Equal(t, "400.00", table(t, out)[0]["dibao_yuan"])
	code, _, messages = ran(t, text, "-map", write("每月退休金=养老钱\n"))
	assert.Equal(t, 1, code)
	assert.Contains(t, messages, "what the map names is no column")
	code, _, messages = ran(t, text, "-map", write("每月退休金\n"))
	assert.Equal(t, 2, code)
	assert.Contains(t, messages, "THEIR HEADER=OUR COLUMN")
}
