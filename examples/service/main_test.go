package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
)

const household = `{"id":"a","division":"Tianyuan","residence":"urban","property":"within","members":[{"id":"a","born":"1975-01-01","income":[]}]}`

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		said string
	}{
		{"-lang en -h", cli.OK, "decides households over HTTP"},
		{"-lang en -log xml", cli.Usage, "-log is text or json"},
		{"-lang zh x", cli.Usage, "不接受其他参数"},
		{"-lang en -tables nowhere.json", cli.Usage, "there is no such file"},
		{"-lang en -addr 127.0.0.1:99999", cli.Usage, "invalid port"},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, c.code, run(t.Context(), strings.Fields(c.args), nil, &stdout, &stderr), c.args)
		assert.Contains(t, stdout.String()+stderr.String(), c.said)
	}
}

// Stopping loses nothing that was answered: a batch under way ends with a line that says where.
func TestStopping(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, listener, nil, slog.New(slog.DiscardHandler)) }()
	url := "http://" + listener.Addr().String()

	body, to := io.Pipe()
	go func() { _, _ = io.WriteString(to, household+"\n") }()
	answer, err := http.Post(url+"/v1/assess?on=2020-10-01", "application/x-ndjson", body)
	require.NoError(t, err)
	defer answer.Body.Close()
	lines := bufio.NewReader(answer.Body)
	first, err := lines.ReadString('\n')
	require.NoError(t, err)
	assert.Contains(t, first, `"category":"dibao"`)

	stop()
	last, err := lines.ReadString('\n')
	require.NoError(t, err)
	assert.Contains(t, last, `/problems/stopping"`)
	assert.Contains(t, last, `"line":2`)
	require.NoError(t, to.Close())
	require.NoError(t, <-ended)
	_, err = http.Get(url + "/healthz")
	assert.Error(t, err, "it takes nothing new")
}
