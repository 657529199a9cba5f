package server

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/openminzheng/zhuzhou/standards"
)

// metrics counts what the server does. No label tells of a family.
type metrics struct {
	routes  map[string]*routeMetrics // all there before the first request
	decided atomic.Int64
	refused atomic.Int64
	panics  atomic.Int64
}

// routeMetrics counts the requests of one route.
type routeMetrics struct {
	statuses [6]atomic.Int64 // by their first digit; 0: the client was gone
	buckets  [len(bounds)]atomic.Int64
	count    atomic.Int64
	took     atomic.Int64 // nanoseconds
}

// bounds are the upper bounds of the buckets of durations.
var bounds = [...]time.Duration{
	100 * time.Microsecond, 250 * time.Microsecond, 500 * time.Microsecond,
	time.Millisecond, 2500 * time.Microsecond, 5 * time.Millisecond, 10 * time.Millisecond, 50 * time.Millisecond,
	250 * time.Millisecond,
	time.Second, 10 * time.Second,
}

// route returns the figures of a route.
func (m *metrics) route(pattern string) *routeMetrics {
	if m.routes == nil {
		m.routes = map[string]*routeMetrics{}
	}
	if m.routes[pattern] == nil {
		m.routes[pattern] = &routeMetrics{}
	}
	return m.routes[pattern]
}

func (m *metrics) households(decided, refused int) {
	m.decided.Add(int64(decided))
	m.refused.Add(int64(refused))
}

// add counts one request.
func (m *routeMetrics) add(status int, took time.Duration) {
	m.statuses[min(status/100, len(m.statuses)-1)].Add(1)
	m.count.Add(1)
	m.took.Add(int64(took))
	for i, bound := range bounds {
		if took <= bound {
			m.buckets[i].Add(1)
		}
	}
}

// writeMetrics answers in the text format of Prometheus.
func (s *Server) writeMetrics(w http.ResponseWriter, _ *http.Request) error {
	var b strings.Builder
	s.metrics.write(&b, len(s.room))
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	_, err := io.WriteString(w, b.String())
	return err
}

func (m *metrics) write(b *strings.Builder, answering int) {
	patterns := slices.Sorted(maps.Keys(m.routes))
	head(b, "zhuzhou_data_info", "gauge", "The version of the published rows.")
	fmt.Fprintf(b, "zhuzhou_data_info{version=%q} 1\n", standards.DataVersion)
	head(b, "zhuzhou_households_total", "counter", "Households decided and refused.")
	fmt.Fprintf(b, "zhuzhou_households_total{result=\"decided\"} %d\n", m.decided.Load())
	fmt.Fprintf(b, "zhuzhou_households_total{result=\"refused\"} %d\n", m.refused.Load())
	head(b, "zhuzhou_panics_total", "counter", "Panics that were caught.")
	fmt.Fprintf(b, "zhuzhou_panics_total %d\n", m.panics.Load())
	head(b, "zhuzhou_requests_answering", "gauge", "Requests that are being answered.")
	fmt.Fprintf(b, "zhuzhou_requests_answering %d\n", answering)
	head(b, "zhuzhou_requests_total", "counter", "Requests answered, by route and class of status.")
	for _, pattern := range patterns {
		for class := range m.routes[pattern].statuses {
			if n := m.routes[pattern].statuses[class].Load(); n > 0 {
				fmt.Fprintf(b, "zhuzhou_requests_total{route=%q,status=\"%dxx\"} %d\n", pattern, class, n)
			}
		}
	}
	head(b, "zhuzhou_request_seconds", "histogram", "How long requests took.")
	for _, pattern := range patterns {
		m.routes[pattern].write(b, pattern)
	}
}

// write writes the durations of one route, unless there were none.
func (m *routeMetrics) write(b *strings.Builder, pattern string) {
	count := m.count.Load()
	if count == 0 {
		return
	}
	for i, bound := range bounds {
		fmt.Fprintf(b, "zhuzhou_request_seconds_bucket{route=%q,le=\"%s\"} %d\n", pattern, seconds(bound),
			min(m.buckets[i].Load(), count))
	}
	fmt.Fprintf(b, "zhuzhou_request_seconds_bucket{route=%q,le=\"+Inf\"} %d\n", pattern, count)
	fmt.Fprintf(b, "zhuzhou_request_seconds_sum{route=%q} %s\n", pattern, seconds(time.Duration(m.took.Load())))
	fmt.Fprintf(b, "zhuzhou_request_seconds_count{route=%q} %d\n", pattern, count)
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'g', -1, 64) }

func head(b *strings.Builder, name, kind, help string) {
	fmt.Fprintf(b, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind)
}
