package desk

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

func generated(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	require.Equal(t, 0, caserun(context.Background(), []string{"-generate", "2000", "-seed", "7"}, nil, &b, &b))
	return b.String()
}

// What is written can be read back, and sums to the totals of the summary.
func TestWrittenSumsToTheTotals(t *testing.T) {
	file := filepath.Join(t.TempDir(), "s.json")
	var out, messages bytes.Buffer
	code := caserun(context.Background(), []string{"-on", "2020-10-01", "-lang", "en", "-summary", file, "-"}, strings.NewReader(generated(t)), &out, &messages)
	require.Equal(t, 0, code, messages.String())
	rows, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 2001)
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	sums := map[string]int64{}
	for _, row := range rows[1:] {
		for _, name := range []string{"dibao_yuan", "living_yuan", "nursing_yuan", "total_yuan"} {
			if text := row[at[name]]; text != "" {
				fen, code := wire.ParseFen(text)
				require.Empty(t, code)
				sums[name] += fen
			}
		}
		sums[row[at["category"]]]++
	}
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	var s wireSummary
	require.NoError(t, json.Unmarshal(data, &s))
	assert.Equal(t, s.TotalYuan, wire.FormatFen(sums["total_yuan"]))
	assert.Equal(t, s.Benefit["dibao"].Yuan, wire.FormatFen(sums["dibao_yuan"]))
	assert.Equal(t, s.Benefit["living"].Yuan, wire.FormatFen(sums["living_yuan"]))
	assert.Equal(t, s.Benefit["nursing"].Yuan, wire.FormatFen(sums["nursing_yuan"]))
	assert.Equal(t, s.Category["dibao"].Households, sums["dibao"])
	assert.Equal(t, s.Category["undetermined"].Households, sums["undetermined"])
}

func TestRefusedAndDecided(t *testing.T) {
	register := "household,division,residence,property,member,born,own_income_month_yuan,paid_yuan\n" +
		"a,430211,urban,within,m,1990-01-01,0,700\nb,nowhere,urban,within,m,1990-01-01,0,\nc,430211,urban,within,m,1990-01-01,0,500\n"
	var out, messages bytes.Buffer
	code := caserun(context.Background(), []string{"-on", "2020-10-01", "-lang", "en", "-"}, strings.NewReader(register), &out, &messages)
	assert.Equal(t, 1, code)
	assert.Contains(t, messages.String(), "line 3, column \"division\"")
	assert.Contains(t, messages.String(), "1 over, by 100.00; 1 under, by 100.00")
	assert.Equal(t, 3, strings.Count(out.String(), "\n"))
}

func TestStoppedLeavesCompleteLines(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, messages bytes.Buffer
	assert.Equal(t, 1, caserun(ctx, []string{"-on", "2020-10-01", "-"}, strings.NewReader(generated(t)), &out, &messages))
	assert.True(t, out.Len() == 0 || strings.HasSuffix(out.String(), "\n"))
}

func TestWrongUsage(t *testing.T) {
	var out, messages bytes.Buffer
	assert.Equal(t, 2, caserun(context.Background(), []string{"x.csv"}, nil, &out, &messages))
	assert.Equal(t, 2, caserun(context.Background(), []string{"-generate", "3", "x.csv"}, nil, &out, &messages))
}
