package cli_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

func TestOperandsMayStandAnywhere(t *testing.T) {
	for _, args := range []string{"-on x a b", "a -on x b", "a b -on x", "-on x -- a b", "a -on x -- b"} {
		var stdout, stderr bytes.Buffer
		p := cli.New("p", "用法\n", "usage\n", nil, &stdout, &stderr)
		on := p.Flags.String("on", "", "")
		operands, code, ok := p.Parse(strings.Fields(args))
		require.True(t, ok, stderr.String())
		assert.Equal(t, cli.OK, code)
		assert.Equal(t, []string{"a", "b"}, operands, args)
		assert.Equal(t, "x", *on, args)
	}
}

func TestWhatFollowsDashesIsNoFlag(t *testing.T) {
	var stdout, stderr bytes.Buffer
	p := cli.New("p", "", "", nil, &stdout, &stderr)
	operands, _, ok := p.Parse([]string{"--", "-on"})
	require.True(t, ok)
	assert.Equal(t, []string{"-on"}, operands)
}

func TestTextOfAnError(t *testing.T) {
	assert.Equal(t, "plain", cli.Text(errors.New("plain"), standards.Chinese))
	_, err := standards.At(standards.Day(2030, 1, 1))
	assert.Contains(t, cli.Text(err, standards.Chinese), "不在已核对国家规定的期间")
}

func TestNoProgressInALog(t *testing.T) {
	log, err := os.Create(t.TempDir() + "/log")
	require.NoError(t, err)
	defer log.Close()
	p := cli.New("p", "", "", nil, &bytes.Buffer{}, log)
	progress := p.Progress()
	for range 10_000 {
		progress.Add()
	}
	progress.Clear()
	info, err := log.Stat()
	require.NoError(t, err)
	assert.Zero(t, info.Size())
}
