package server

import (
	"net/http"
	"net/url"
	"slices"
	"sync"

	"github.com/openminzheng/zhuzhou/standards"
)

// maxDays is for how many days standards are kept ready.
const maxDays = 64

// days makes the standards of a day once, and keeps those asked for.
type days struct {
	tables *standards.Tables
	mu     sync.RWMutex
	sets   map[standards.Date]*standards.Set
}

// at returns the standards of a day.
func (d *days) at(day standards.Date) (*standards.Set, error) {
	d.mu.RLock()
	set := d.sets[day]
	d.mu.RUnlock()
	if set != nil {
		return set, nil
	}
	set, err := d.tables.At(day)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.sets) >= maxDays || d.sets == nil {
		d.sets = make(map[standards.Date]*standards.Set, maxDays)
	}
	d.sets[day] = set
	return set, nil
}

// day returns the standards of the day that the parameter on names. There is no clock: without it
// nothing is decided.
func (s *Server) day(r *http.Request) (*standards.Set, error) {
	query, err := parameters(r, "on")
	if err != nil {
		return nil, err
	}
	if !query.Has("on") {
		return nil, problem(dayMissing, parameterFault("on", "required", "例如 ?on=2020-10-01", "such as ?on=2020-10-01"))
	}
	day, err := standards.ParseDate(query.Get("on"))
	if err != nil {
		return nil, problem(badParameter, parameterFault("on", "date-format",
			"不是日期（格式如 2020-10-01）", "not a date such as 2020-10-01"))
	}
	return s.days.at(day)
}

// parameterFault is a fault of a query parameter.
func parameterFault(name, code, zh, en string) Fault {
	return Fault{Parameter: name, Code: code, Zh: zh, En: en}
}

// parameters returns the query parameters, each known and there once.
func parameters(r *http.Request, known ...string) (url.Values, error) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, problem(badParameter, Fault{Code: "syntax", Zh: "查询参数的写法不对", En: "the query cannot be read"})
	}
	var faults []Fault
	for name, values := range query {
		switch {
		case !slices.Contains(known, name):
			faults = append(faults, parameterFault(name, "unknown-parameter", "没有这个参数", "there is no such parameter"))
		case len(values) > 1:
			faults = append(faults, parameterFault(name, "repeated-parameter", "参数重复", "the parameter stands more than once"))
		}
	}
	if len(faults) > 0 {
		slices.SortFunc(faults, func(a, b Fault) int { return compare(a.Parameter, b.Parameter) })
		return nil, problem(badParameter, faults...)
	}
	return query, nil
}
