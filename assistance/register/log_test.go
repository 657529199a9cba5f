package register_test

import (
	"bytes"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/register"
)

// A log has the place and the code of a fault, and the household as it logs itself: no name, no
// number.
func TestWhatIsLogged(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	log.Info("refused", "fault", &register.Error{Line: 7, Column: "姓名", Value: "张三", Code: "required", Detail: "x"})
	assert.Equal(t, "level=INFO msg=refused fault.line=7 fault.column=姓名 fault.code=required\n", out.String())
	out.Reset()
	log.Info("none", "fault", (*register.Error)(nil))
	assert.Equal(t, "level=INFO msg=none\n", out.String())
	out.Reset()
	household := assistance.Household{ID: "11010519491231002X", Members: []assistance.Member{{ID: "张三"}}}
	log.Info("read", "record", register.Record{Line: 7, Household: household})
	assert.Contains(t, out.String(), "level=INFO msg=read record.line=7 record.household.")
	assert.NotContains(t, out.String(), "张三")
	out.Reset()
	log.Info("read", "record", slog.GroupValue(slog.Int("line", 7), slog.Any("household", household)))
	alone := out.String()
	out.Reset()
	log.Info("read", "record", register.Record{Line: 7, Household: household, Kept: []string{"张三"}})
	assert.Equal(t, alone, out.String())
}
