package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// kind is a kind of problem: how it is called, its status, and its title in both languages.
type kind struct {
	name   string
	status int
	title  standards.Text
}

// The kinds of problems.
var (
	dayMissing = kind{"day-missing", 400, standards.Text{Zh: "须用参数 on 指明按哪一天的标准",
		En: "the parameter on must say for which day to decide"}}
	badParameter = kind{"bad-parameter", 400, standards.Text{Zh: "查询参数有误",
		En: "a query parameter cannot be used"}}
	dayNotCovered = kind{"day-not-covered", 422, standards.Text{Zh: "该日不在已核对规定的期间内",
		En: "the rules were not checked for that day"}}
	notJSON = kind{"not-json", 400, standards.Text{Zh: "内容不是合法的 JSON",
		En: "the body is not JSON"}}
	unusable = kind{"unusable-input", 422, standards.Text{Zh: "内容有误，未予审核",
		En: "the input cannot be used; nothing was decided"}}
	bodyTooLarge = kind{"body-too-large", 413, standards.Text{Zh: "内容过长",
		En: "the body is too large"}}
	batchTooLong = kind{"batch-too-long", 413, standards.Text{Zh: "批次行数过多，其后各行未予审核",
		En: "the batch has too many lines; from here on nothing was decided"}}
	batchBroken = kind{"batch-broken", 400, standards.Text{Zh: "批次未能读完，其后各行未予审核",
		En: "the batch could not be read to its end; from here on nothing was decided"}}
	slowClient = kind{"too-slow", 408, standards.Text{Zh: "等待内容超时",
		En: "the body did not arrive in time"}}
	badMediaType = kind{"media-type", 415, standards.Text{Zh: "内容类型须为 application/json",
		En: "the content type is to be application/json"}}
	notAcceptable = kind{"not-acceptable", 406, standards.Text{Zh: "没有所要求的格式",
		En: "there is no such format"}}
	notFound = kind{"not-found", 404, standards.Text{Zh: "没有这个地址",
		En: "there is no such address"}}
	methodNotAllowed = kind{"method-not-allowed", 405, standards.Text{Zh: "此地址不接受这种方法",
		En: "the address does not take this method"}}
	busy = kind{"busy", 503, standards.Text{Zh: "请求过多，请稍后再试",
		En: "too many requests; try again shortly"}}
	stopping = kind{"stopping", 503, standards.Text{Zh: "服务即将停止，其后各行未予审核",
		En: "the service is stopping; from here on nothing was decided"}}
	pageNotYet = kind{"page-not-yet", 503, standards.Text{Zh: "页面正在生成，请稍候",
		En: "the page is being built; it will be there shortly"}}
	pageMissing = kind{"page-missing", 404,
		standards.Text{Zh: "本服务没有附带页面，也无法在此生成，接口照常可用。生成方法见 examples/README.md 中的“page”一节",
			En: "this service carries no page and cannot build one here; its interface answers as ever. How to build the page stands in examples/README.md under page"}}
	internal = kind{"internal", 500, standards.Text{Zh: "服务内部出错，未予审核",
		En: "the service failed; nothing was decided"}}
)

// retryAfter says after how many seconds a client may try again.
const retryAfter = "2"

// typeBase is what the types of problems begin with. Nothing needs to be fetched from there.
const typeBase = "https://github.com/openminzheng/zhuzhou/problems/"

// Problem says why a request, or one line of a batch, was not answered (RFC 9457).
type Problem struct {
	Type   string  `json:"type"`
	Title  string  `json:"title"` // in the language that the client asks for
	Status int     `json:"status"`
	Zh     string  `json:"zh"` // the title in both languages
	En     string  `json:"en"`
	Line   int     `json:"line,omitempty"` // of a batch, from 1
	ID     string  `json:"id,omitempty"`   // of its household, where it could be read
	Errors []Fault `json:"errors,omitempty"`

	kind kind
}

// Fault is one fault of a request: where it is, a stable code, and what it is in both languages.
type Fault struct {
	Pointer   *string `json:"pointer,omitempty"`   // a JSON Pointer into the body; empty: the whole body
	Parameter string  `json:"parameter,omitempty"` // the query parameter
	Code      string  `json:"code"`
	Zh        string  `json:"zh"`
	En        string  `json:"en"`
}

// Error returns the English title.
func (p *Problem) Error() string { return p.kind.name + ": " + p.kind.title.En }

// problem returns a problem of kind k with its faults.
func problem(k kind, faults ...Fault) *Problem {
	return &Problem{Type: typeBase + k.name, Title: k.title.Zh, Status: k.status, Zh: k.title.Zh, En: k.title.En,
		Errors: faults, kind: k}
}

// tooLarge is the problem of a body, or a line, of more than limit bytes.
func tooLarge(limit int64) *Problem {
	return problem(bodyTooLarge, fieldFault("", bodyTooLarge.name, fmt.Sprintf("至多 %d 字节", limit),
		fmt.Sprintf("at most %d bytes", limit)))
}

// text is an error of the library, which speaks both languages.
type text interface {
	error
	Text(standards.Lang) string
}

// problemOf turns what the library or the reader of a body reports into a problem. Faults of a
// value that stands inside the body at pointer are told from there.
func problemOf(err error, pointer string) *Problem {
	var own *Problem
	var faults assistance.Errors
	var day *standards.DayError
	var large *http.MaxBytesError
	var other text
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &large):
		return tooLarge(large.Limit)
	case errors.As(err, &faults):
		return problem(unusable, faultsOf(faults, pointer)...)
	case errors.As(err, &day):
		return problem(dayNotCovered, parameterFault("on", dayNotCovered.name, day.Text(standards.Chinese),
			day.Text(standards.English)))
	case errors.As(err, &other):
		return problem(notJSON, Fault{Pointer: &pointer, Code: notJSON.name, Zh: other.Text(standards.Chinese),
			En: other.Text(standards.English)})
	}
	return problem(internal)
}

// faultsOf lists every fault of a value that stands at pointer.
func faultsOf(errs assistance.Errors, pointer string) []Fault {
	faults := make([]Fault, len(errs))
	for i, err := range errs {
		at := pointer + err.Pointer()
		faults[i] = Fault{Pointer: &at, Code: err.Code, Zh: err.Text(standards.Chinese), En: err.Text(standards.English)}
	}
	return faults
}

// writeProblem answers with a problem.
func (s *Server) writeProblem(w http.ResponseWriter, r *http.Request, p *Problem) {
	l := language(r)
	p.Title = p.kind.title.In(l)
	body, err := json.Marshal(p)
	if err != nil {
		body = []byte("{}") // its fields are texts and numbers: it can be written
	}
	h := w.Header()
	h.Set("Content-Type", mediaProblem)
	h.Set("Content-Language", tag(l))
	if p.Status == http.StatusServiceUnavailable {
		h.Set("Retry-After", retryAfter)
	}
	w.WriteHeader(p.Status)
	_, _ = w.Write(append(body, '\n')) // a client that is gone is told nothing
}
