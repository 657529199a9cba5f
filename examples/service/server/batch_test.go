package server

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// answered is a line of the answer to a batch: a decision or a problem.
type answered struct {
	ID       string
	Category string
	Type     string
	Line     int
}

func (a answered) String() string {
	if a.Type != "" {
		return fmt.Sprint(a.Line, " ", a.ID, " ", strings.TrimPrefix(a.Type, typeBase))
	}
	return a.ID + " " + a.Category
}

func linesOf(t *testing.T, body io.Reader) (lines []string) {
	t.Helper()
	in := bufio.NewScanner(body)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var a answered
		require.NoError(t, json.Unmarshal(in.Bytes(), &a), in.Text())
		lines = append(lines, a.String())
	}
	require.NoError(t, in.Err())
	return lines
}

func family(id string) string {
	return `{"id":"` + id + `","division":"Tianyuan","residence":"urban","property":"within","members":[{"id":"a","born":"1975-01-01","income":[]}]}`
}

func TestBatchKeepsTheOrderAndTellsEachFaultInItsPlace(t *testing.T) {
	limits := DefaultLimits()
	limits.Body = 40 << 10
	handler := New(nil, slog.New(slog.DiscardHandler), limits).Handler()
	body := strings.Join([]string{family("a"), "{", "", family("c") + "\r", strings.Repeat("x", 100_000), `{"id":"e","members":[]}`, family(""),
		family("g") + strings.Repeat(" ", 35<<10), strings.Repeat(" ", 36<<10), family("i")}, "\n")
	for _, contentType := range linesTypes {
		w := ask(t, handler, request{path: "/v1/assess?on=2020-10-01", body: body, contentType: contentType})
		assert.Equal(t, mediaLines, w.Header().Get("Content-Type"))
		assert.Equal(t, []string{"a dibao", "2  not-json", "c dibao", "5  body-too-large", "6 e unusable-input", "7  unusable-input", "g dibao", "i dibao"},
			linesOf(t, w.Body))
	}
	w := ask(t, handler, request{path: "/v1/explain?on=2020-10-01", body: "\n\n{\"id\":}\n", contentType: mediaLines, language: "en"})
	assert.Contains(t, w.Body.String(), `"title":"the body is not JSON"`)
	assert.Contains(t, w.Body.String(), `line 3, column 7:`, "the line is that of the batch")
	w = ask(t, handler, request{path: "/v1/assess?on=2020-10-01", contentType: mediaLines})
	assert.Empty(t, w.Body.String(), "nothing for nothing")
}

func TestBatchOfTooManyLines(t *testing.T) {
	limits := DefaultLimits()
	limits.Lines = 2
	handler := New(nil, slog.New(slog.DiscardHandler), limits).Handler()
	w := ask(t, handler, request{path: "/v1/assess?on=2020-10-01", body: family("a") + "\n" + family("b") + "\n" + family("c"), contentType: mediaLines})
	assert.Equal(t, []string{"a dibao", "b dibao", "3  batch-too-long"}, linesOf(t, w.Body))
	metrics := ask(t, handler, request{method: http.MethodGet, path: "/metrics"}).Body.String()
	assert.Contains(t, metrics, `zhuzhou_households_total{result="refused"} 0`, "the last line is of no household")
	w = ask(t, handler, request{path: "/v1/assess?on=2020-10-01", body: family("a") + "\n" + family("b") + "\n", contentType: mediaLines})
	assert.Equal(t, []string{"a dibao", "b dibao"}, linesOf(t, w.Body))
}

// A panic is a problem of its line alone.
func TestPanicInABatch(t *testing.T) {
	s := quiet()
	s.assess = func(d *assistance.Decision, set *standards.Set, h *assistance.Household) error {
		if h.ID == "b" {
			panic(h)
		}
		return d.Assess(set, h)
	}
	w := ask(t, s.Handler(), request{path: "/v1/assess?on=2020-10-01", body: family("a") + "\n" + family("b") + "\n" + family("c"), contentType: mediaLines})
	assert.Equal(t, []string{"a dibao", "2  internal", "c dibao"}, linesOf(t, w.Body))
}

// dialog is a batch over a real connection that is written line by line.
type dialog struct {
	t    *testing.T
	to   *io.PipeWriter
	from *bufio.Reader
	body io.Closer
}

func converse(t *testing.T, s *Server) *dialog {
	t.Helper()
	web := httptest.NewServer(s.Handler())
	t.Cleanup(web.Close)
	body, to := io.Pipe()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, web.URL+"/v1/assess?on=2020-10-01", body)
	require.NoError(t, err)
	r.Header.Set("Content-Type", mediaLines)
	answer := make(chan *http.Response, 1)
	go func() {
		got, err := web.Client().Do(r)
		if err == nil {
			answer <- got
		}
		close(answer)
	}()
	_, err = io.WriteString(to, family("first")+"\n")
	require.NoError(t, err)
	got := <-answer
	require.NotNil(t, got)
	t.Cleanup(func() { got.Body.Close() })
	return &dialog{t, to, bufio.NewReader(got.Body), got.Body}
}

func (d *dialog) say(line string) {
	d.t.Helper()
	_, err := io.WriteString(d.to, line+"\n")
	require.NoError(d.t, err)
}

func (d *dialog) hear() string {
	d.t.Helper()
	line, err := d.from.ReadBytes('\n')
	require.NoError(d.t, err)
	return linesOf(d.t, bytes.NewReader(line))[0]
}

// A client gets each answer before it sends the next line.
func TestBatchIsAnsweredWhileItArrives(t *testing.T) {
	d := converse(t, quiet())
	assert.Equal(t, "first dibao", d.hear())
	for _, id := range []string{"b", "c"} {
		d.say(family(id))
		assert.Equal(t, id+" dibao", d.hear())
	}
	require.NoError(t, d.to.Close())
	_, err := d.from.ReadByte()
	assert.Equal(t, io.EOF, err)
}

// When the service stops, what was answered arrives, and the last line says where it stopped.
func TestStopEndsABatchThatWaits(t *testing.T) {
	s := quiet()
	d := converse(t, s)
	assert.Equal(t, "first dibao", d.hear())
	d.say(family("b"))
	assert.Equal(t, "b dibao", d.hear())
	s.Stop()
	assert.Equal(t, "3  stopping", d.hear())
	_, err := d.from.ReadByte()
	assert.Equal(t, io.EOF, err)
}

// A client that sends nothing for too long is told so, after all that was answered.
func TestSlowClient(t *testing.T) {
	limits := DefaultLimits()
	limits.Stall = 50 * time.Millisecond
	d := converse(t, New(nil, slog.New(slog.DiscardHandler), limits))
	assert.Equal(t, "first dibao", d.hear())
	assert.Equal(t, "2  too-slow", d.hear())
	_, err := d.from.ReadByte()
	assert.Equal(t, io.EOF, err)
}

// A client that breaks off gives its place back, and others go on.
func TestClientThatBreaksOff(t *testing.T) {
	s := quiet()
	web := httptest.NewServer(s.Handler())
	defer web.Close()
	connection, err := net.Dial("tcp", web.Listener.Addr().String())
	require.NoError(t, err)
	_, err = fmt.Fprintf(connection, "POST /v1/assess?on=2020-10-01 HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: 100000\r\n\r\n%s\n{\"id\":", mediaLines, family("a"))
	require.NoError(t, err)
	head, err := bufio.NewReader(connection).ReadString('\n')
	require.NoError(t, err)
	assert.Equal(t, "HTTP/1.1 200 OK\r\n", head)
	require.NoError(t, connection.Close())
	assert.Eventually(t, func() bool { return len(s.room) == 0 }, 5*time.Second, 5*time.Millisecond)
	answer, err := web.Client().Get(web.URL + "/healthz")
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, answer.StatusCode)
	require.NoError(t, answer.Body.Close())
}

// A connection that carried a batch carries the next request too, however long after the batch.
func TestConnectionAfterABatch(t *testing.T) {
	limits := DefaultLimits()
	limits.Stall = 50 * time.Millisecond
	web := httptest.NewServer(New(nil, slog.New(slog.DiscardHandler), limits).Handler())
	defer web.Close()
	for range 2 {
		answer, err := web.Client().Post(web.URL+"/v1/assess?on=2020-10-01", mediaLines, strings.NewReader(family("a")+"\n"))
		require.NoError(t, err)
		assert.Equal(t, []string{"a dibao"}, linesOf(t, answer.Body))
		require.NoError(t, answer.Body.Close())
		time.Sleep(2 * limits.Stall)
	}
}
