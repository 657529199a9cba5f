package server

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// loadedService asks the test binary to be the service under load: a process of its own, on one
// core, so that its time and memory are told apart from those of its clients. Its value is all, for
// the whole service, or plain, for one that only takes and sends what the service does.
const loadedService = "ZHUZHOU_LOADED_SERVICE"

func TestMain(m *testing.M) {
	kind := os.Getenv(loadedService)
	if kind == "" {
		os.Exit(m.Run())
	}
	runtime.GOMAXPROCS(1)
	// It logs as the program does, to nowhere.
	handler := New(nil, slog.New(slog.NewTextHandler(io.Discard, nil)), DefaultLimits()).Handler()
	if kind == "plain" {
		handler = plain(handler)
	}
	if err := serveUnderLoad(handler); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// plain reads each body and sends what of answered to the example: what net/http takes by itself.
func plain(of http.Handler) http.Handler {
	answers := map[string][]byte{}
	for _, path := range loadedPaths {
		w := httptest.NewRecorder()
		of.ServeHTTP(w, httptest.NewRequest(http.MethodPost, path+"?on=2020-10-01", bytes.NewReader(exampleHousehold)))
		answers[path] = w.Body.Bytes()
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		_ = writeBody(w, answers[r.URL.Path])
	})
}

// serveUnderLoad serves until its input ends.
func serveUnderLoad(handler http.Handler) error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/", handler)
	mux.HandleFunc("GET /heap", func(w http.ResponseWriter, _ *http.Request) {
		runtime.GC()
		var memory runtime.MemStats
		runtime.ReadMemStats(&memory)
		fmt.Fprint(w, memory.HeapInuse)
	})
	fmt.Println(listener.Addr())
	go func() { _ = http.Serve(listener, mux) }()
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// loadedPaths are asked under load.
var loadedPaths = []string{"/v1/assess", "/v1/explain"}

// What the load is: so many connections at a time, so many requests before the other service has its
// turn, and so many turns at half the load.
const (
	connections = 8
	turn        = 1000
	halfTurns   = 9
)

// BenchmarkLoopback measures the service over loopback: its time of one core for a request, how many
// times that of a plain service it is, and the requests a second that it answers; and at half that
// load the time that 99 of 100 requests take at most, beside that of the plain one. Both services
// are asked by turns, and of the turns at half load the median counts, so that this holds on a
// machine that does other things as well. The heap is told after the first half and at the end: it
// does not grow with the requests.
func BenchmarkLoopback(b *testing.B) {
	for _, path := range loadedPaths {
		b.Run(path[len("/v1/"):], func(b *testing.B) {
			rate := measureRate(b, path)
			b.StopTimer()
			measureHalfLoad(b, path, rate/2)
			b.ReportMetric(0, "ns/op")
		})
	}
}

// measureRate asks as fast as the services answer, and returns how many requests a second that is.
func measureRate(b *testing.B, path string) float64 {
	b.Helper()
	whole, plain := startLoaded(b, "all"), startLoaded(b, "plain")
	b.ResetTimer()
	var took time.Duration
	var half float64
	for sent := 0; sent < b.N; sent += turn {
		n := min(turn, b.N-sent)
		began := time.Now()
		whole.send(b, path, n, 0)
		took += time.Since(began)
		plain.send(b, path, n, 0)
		if half == 0 && 2*(sent+n) >= b.N {
			half = whole.heap(b)
		}
	}
	rate := float64(b.N) / took.Seconds()
	b.ReportMetric(half, "half-heap-MB")
	b.ReportMetric(whole.heap(b), "heap-MB")
	b.ReportMetric(rate, "requests/s")
	core, plainCore := whole.end(b), plain.end(b)
	b.ReportMetric(core/float64(b.N), "core-µs/request")
	b.ReportMetric(core/plainCore, "times-plain")
	return rate
}

// measureHalfLoad asks rate times a second.
func measureHalfLoad(b *testing.B, path string, rate float64) {
	b.Helper()
	pause := time.Duration(connections * float64(time.Second) / rate)
	for name, kind := range map[string]string{"p99-ms-at-half-load": "all", "plain-p99-ms": "plain"} {
		child := startLoaded(b, kind)
		n := min(b.N, turn)
		slowest := make([]time.Duration, halfTurns)
		for i := range slowest {
			slowest[i] = child.send(b, path, n, pause)[n*99/100]
		}
		child.end(b)
		slices.Sort(slowest)
		b.ReportMetric(float64(slowest[halfTurns/2].Microseconds())/1000, name)
	}
}

// loaded is the service under load.
type loaded struct {
	*exec.Cmd
	stdin io.Closer
	addr  string
}

func startLoaded(b *testing.B, kind string) *loaded {
	b.Helper()
	command := exec.CommandContext(b.Context(), os.Args[0])
	command.Env = append(os.Environ(), loadedService+"="+kind)
	command.Stderr = os.Stderr
	stdin, err := command.StdinPipe()
	require.NoError(b, err)
	stdout, err := command.StdoutPipe()
	require.NoError(b, err)
	require.NoError(b, command.Start())
	addr, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(b, err)
	return &loaded{command, stdin, strings.TrimSpace(addr)}
}

// end ends the service and returns the microseconds of a core that it took.
func (l *loaded) end(b *testing.B) float64 {
	b.Helper()
	require.NoError(b, l.stdin.Close())
	require.NoError(b, l.Wait())
	return float64((l.ProcessState.UserTime() + l.ProcessState.SystemTime()).Microseconds())
}

// heap returns the megabytes that the heap of the service takes.
func (l *loaded) heap(b *testing.B) float64 {
	b.Helper()
	answer, err := http.Get("http://" + l.addr + "/heap")
	require.NoError(b, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	require.NoError(b, err)
	bytes, err := strconv.Atoi(string(text))
	require.NoError(b, err)
	return float64(bytes) / (1 << 20)
}

// send sends n requests over the connections, each of which begins one every so often, or as soon as
// the one before is answered. It returns how long each took from when it was to begin, sorted.
func (l *loaded) send(b *testing.B, path string, n int, every time.Duration) []time.Duration {
	b.Helper()
	request := fmt.Sprintf("POST %s?on=2020-10-01 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		path, len(exampleHousehold), exampleHousehold)
	all := make([][]time.Duration, connections)
	var next atomic.Int64
	var sending sync.WaitGroup
	for i := range connections {
		sending.Go(func() {
			connection, err := net.Dial("tcp", l.addr)
			if err != nil {
				b.Error(err)
				return
			}
			defer connection.Close()
			answers := bufio.NewReader(connection)
			due := time.Now().Add(every * time.Duration(i) / connections)
			for next.Add(1) <= int64(n) {
				if every == 0 {
					due = time.Now()
				}
				time.Sleep(time.Until(due))
				if err := one(connection, answers, request); err != nil {
					b.Error(err)
					return
				}
				all[i] = append(all[i], time.Since(due))
				due = due.Add(every)
			}
		})
	}
	sending.Wait()
	times := slices.Concat(all...)
	slices.Sort(times)
	if !b.Failed() {
		require.Len(b, times, n)
	}
	return times
}

// one sends one request and takes its answer.
func one(to io.Writer, from *bufio.Reader, request string) error {
	if _, err := io.WriteString(to, request); err != nil {
		return err
	}
	answer, err := http.ReadResponse(from, nil)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", answer.StatusCode)
	}
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}
