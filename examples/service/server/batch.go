package server

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
)

// batch decides the households of a body of JSON lines while it arrives, and answers each line with
// one line, in order: the decision, or the problem in its place. Where it cannot go on, a last line
// with a problem says from which line on nothing was decided.
type batch struct {
	*Server
	w        http.ResponseWriter
	r        *http.Request
	control  *http.ResponseController
	set      *standards.Set
	by       decider
	in       *bufio.Reader
	out      *bufio.Writer
	decision assistance.Decision // of the line, in the memory of the one before
	line     int
	overlong bool // the line is longer than a body may be
}

// batchBuffer is the size of what is read and written at a time.
const batchBuffer = 32 << 10

func (s *Server) newBatch(w http.ResponseWriter, r *http.Request, set *standards.Set, by decider) *batch {
	b := &batch{Server: s, w: w, r: r, control: http.NewResponseController(w), set: set, by: by}
	b.in = bufio.NewReaderSize(stallingReader{b}, batchBuffer)
	b.out = bufio.NewWriterSize(w, batchBuffer)
	return b
}

// run answers every line. Once it has begun to, every error but that of the client going away is a
// line of the answer.
func (b *batch) run() error {
	_ = b.control.EnableFullDuplex() // where there is none, as over HTTP/2, there is no need of it
	defer b.watch()()
	b.w.Header().Set("Content-Type", mediaLines)
	b.w.Header().Set("X-Accel-Buffering", "no")
	for {
		line, err := b.next()
		switch {
		case b.stopped.Load() && (err == nil || len(line) > 0):
			return b.end(problem(stopping))
		case err == io.EOF && len(line) == 0:
			return b.flush()
		case err != nil && err != io.EOF:
			return b.end(b.unread(err))
		case b.line > b.limits.Lines:
			return b.end(problem(batchTooLong, fieldFault("", batchTooLong.name,
				fmt.Sprintf("至多 %d 行", b.limits.Lines), fmt.Sprintf("at most %d lines", b.limits.Lines))))
		case b.r.Context().Err() != nil:
			return b.r.Context().Err()
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			b.answer(line)
		}
		if err := b.flushIfIdle(); err != nil {
			return err
		}
	}
}

// next reads the next line. Of one that is longer than a body may be, the rest is skipped.
func (b *batch) next() ([]byte, error) {
	b.line++
	b.overlong = false
	part, err := b.in.ReadSlice('\n')
	if err != bufio.ErrBufferFull {
		return part, err
	}
	line := bytes.Clone(part)
	for err == bufio.ErrBufferFull {
		part, err = b.in.ReadSlice('\n')
		if b.overlong = b.overlong || int64(len(line)+len(part)) > b.limits.Body; !b.overlong {
			line = append(line, part...)
		}
	}
	return line, err
}

// answer answers one line. A panic is a problem of that line alone.
func (b *batch) answer(line []byte) {
	defer func() {
		if caught := recover(); caught != nil {
			b.logPanic(caught, b.requests.Load())
			b.refuse(problem(internal), "")
		}
	}()
	if b.overlong {
		b.refuse(tooLarge(b.limits.Body), "")
		return
	}
	var h assistance.Household
	if err := h.UnmarshalJSON(line); err != nil {
		var syntax *assistance.SyntaxError
		if errors.As(err, &syntax) {
			syntax.Line = b.line // of the batch
		}
		b.refuse(problemOf(err, ""), idOf(line))
		return
	}
	if h.ID == "" {
		b.refuse(problem(unusable, fieldFault("id", "required", "缺少必填字段：批次中每户须有编号",
			"required field is missing: in a batch each household needs an id")), "")
		return
	}
	err := b.by(&b.decision, b.set, &h)
	if err == nil {
		var text []byte
		if text, err = b.decision.AppendJSON(b.out.AvailableBuffer()); err == nil {
			_, _ = b.out.Write(append(text, '\n')) // its error stays, and flush reports it
			count(b.w, true)
			return
		}
	}
	b.refuse(problemOf(err, ""), h.ID)
}

// refuse writes a problem in the place of the decision.
func (b *batch) refuse(p *Problem, id string) {
	b.writeLine(p, id)
	count(b.w, false)
}

// writeLine writes a problem as a line.
func (b *batch) writeLine(p *Problem, id string) {
	p.Line, p.ID, p.Title = b.line, id, p.kind.title.In(language(b.r))
	text, err := json.Marshal(p)
	if err != nil {
		text = []byte("{}") // its fields are texts and numbers: it can be written
	}
	_, _ = b.out.Write(append(text, '\n')) // its error stays, and flush reports it
}

// end writes a last line and sends all that was answered.
func (b *batch) end(p *Problem) error {
	b.writeLine(p, "")
	return b.flush()
}

// unread is the problem of a body that cannot be read on.
func (b *batch) unread(err error) *Problem {
	switch {
	case b.stopped.Load():
		return problem(stopping)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return problem(slowClient)
	}
	return problem(batchBroken)
}

// flushIfIdle sends what was answered when no further line is at hand: a client that waits for an
// answer before it sends the next line gets it.
func (b *batch) flushIfIdle() error {
	if ahead, _ := b.in.Peek(b.in.Buffered()); bytes.IndexByte(ahead, '\n') >= 0 {
		return nil
	}
	return b.flush()
}

func (b *batch) flush() error {
	_ = b.control.SetWriteDeadline(time.Now().Add(b.limits.Stall)) // not every writer has one
	if err := b.out.Flush(); err != nil {
		return err
	}
	return b.control.Flush()
}

// idOf reads the id of a household that cannot be used, where it can be read.
func idOf(line []byte) string {
	var h struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(line, &h) != nil || !assistance.ValidID(h.ID) {
		return ""
	}
	return h.ID
}
