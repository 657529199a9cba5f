package assistance_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/standards"
)

// No fact of a family stands in a log, however its values are handed to one.
func TestLogsTellNothingOfAFamily(t *testing.T) {
	set, err := standards.At(standards.Day(2020, 10, 1))
	require.NoError(t, err)
	var h assistance.Household
	require.NoError(t, json.Unmarshal([]byte(`{"id":"430202196803021238","division":"430223","residence":"rural","property":"within","members":[
		{"id":"王五","born":"1968-03-02","income":[{"kind":"wages","yuan":"123.45","per":"month"}]}]}`), &h))
	d, err := assistance.Explain(set, h)
	require.NoError(t, err)
	v, err := verify.Decision(d, h, standards.Published())
	require.NoError(t, err)
	faults := json.Unmarshal([]byte(`{"王五":1,"division":"王五","members":[{"id":"430202196803021238 ","born":"123.45"}]}`), &h)
	require.Error(t, faults)
	var log bytes.Buffer
	timeless := &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.Attr{} // the digits of a clock may be any
		}
		return a
	}}
	for _, logger := range []*slog.Logger{slog.New(slog.NewTextHandler(&log, timeless)), slog.New(slog.NewJSONHandler(&log, timeless))} {
		for _, value := range []any{h, &h, h.Members[0], h.Members[0].Income[0], d, &d, d.Members[0], v, faults,
			assistance.Entry{Household: h, Line: 3}, notice.Notice{Decision: d, Household: h, Set: set}} {
			logger.Info("decided", "what", value)
		}
	}
	for _, fact := range []string{"王五", "123", "1968", "430202", "rural", "within", "eligible"} {
		assert.NotContains(t, log.String(), fact)
	}
	assert.Contains(t, log.String(), "what.id=withheld what.input="+d.Input.String())
	assert.Contains(t, log.String(), "what.1.path=division what.1.code=unknown-place")
}
