package cli_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
)

// What is wrong with a flag is said in the language of the run, never in that of package flag.
func TestFlagsAreRefusedInBothLanguages(t *testing.T) {
	for _, tt := range []struct {
		args   []string
		zh, en string
	}{
		{[]string{"-none"}, "没有这个参数：-none", "there is no flag -none"},
		{[]string{"-on"}, "参数后面缺少内容：-on", "something is missing after the flag -on"},
		{[]string{"---on"}, "参数写法不对：---on", "a flag cannot be written this way: ---on"},
		{[]string{"-=x"}, "参数写法不对：-=x", "a flag cannot be written this way: -=x"},
		{[]string{"-on", "2020-01-01", "x", "-on", "2021-01-01"}, "参数给了两次：-on", "the flag is given twice: -on"},
		{[]string{"-json", "-json"}, "参数给了两次：-json", "the flag is given twice: -json"},
		{[]string{"-json=maybe"}, "参数 -json 的内容不可用：“maybe”", `the flag -json does not take "maybe"`},
		{[]string{"-count", "1\x1bx"}, "参数 -count 的内容不可用：“1\uFFFDx”", "the flag -count does not take \"1\uFFFDx\""},
		{[]string{"-count", "99999999999999999999"}, "参数 -count 的内容不可用：“99999999999999999999”", `the flag -count does not take "99999999999999999999"`},
	} {
		for lang, want := range map[string]string{"zh": tt.zh, "en": tt.en} {
			var stderr bytes.Buffer
			p := cli.New("p", "", "", nil, io.Discard, &stderr)
			p.Take("on", "json")
			p.Flags.Int("count", 0, "")
			_, code, ok := p.Parse(append([]string{"-lang", lang}, tt.args...))
			assert.False(t, ok)
			assert.Equal(t, cli.Usage, code)
			assert.Equal(t, "p: "+want+"\n\n", stderr.String())
		}
	}
}
