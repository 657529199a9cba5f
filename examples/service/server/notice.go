package server

import (
	"io"
	"net/http"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/standards"
)

// noticeFormat is a form in which a notice is handed out.
type noticeFormat struct {
	media string
	write func(n notice.Notice, l standards.Lang) string
}

// noticeFormats are the forms of a notice, the usual one first.
var noticeFormats = []noticeFormat{
	{mediaText, notice.Notice.Text},
	{mediaHTML, notice.Notice.HTML},
}

// notice answers with the notice of the decision on a household, in the form and the language that
// Accept and Accept-Language ask for.
func (s *Server) notice(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Vary", "Accept, Accept-Language")
	format, ok := formatOf(r)
	if !ok {
		return problem(notAcceptable, Fault{Code: notAcceptable.name, Zh: "可用格式：" + strings.Join(offered(), "、"),
			En: "the forms are " + strings.Join(offered(), ", ")})
	}
	set, h, err := s.asked(w, r)
	if err != nil {
		return err
	}
	var d assistance.Decision
	if err := s.explain(&d, set, &h); err != nil {
		count(w, false)
		return err
	}
	count(w, true)
	l := language(r)
	if format.media == mediaHTML {
		setHTML(w, l)
	}
	w.Header().Set("Content-Type", format.media+"; charset=utf-8")
	w.Header().Set("Content-Language", tag(l))
	_, err = io.WriteString(w, format.write(notice.Notice{Decision: d, Household: h, Set: set}, l))
	return err
}

// offered lists the media types of a notice.
func offered() []string {
	types := make([]string, len(noticeFormats))
	for i, f := range noticeFormats {
		types[i] = f.media
	}
	return types
}

// formatOf is the form that a request likes best, and false where it takes none that there is.
func formatOf(r *http.Request) (noticeFormat, bool) {
	media, ok := accepted(r, offered()...)
	for _, f := range noticeFormats {
		if ok && f.media == media {
			return f, true
		}
	}
	return noticeFormat{}, false
}
