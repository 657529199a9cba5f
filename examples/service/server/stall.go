package server

import (
	"os"
	"sync"
	"time"
)

// stallingReader reads the body of a batch. A client may take as long as it likes for the whole,
// but not for the next bytes; and it is not waited for when the service stops.
type stallingReader struct{ *batch }

func (s stallingReader) Read(p []byte) (int, error) {
	_ = s.control.SetReadDeadline(time.Now().Add(s.limits.Stall)) // not every connection has one
	if s.stopped.Load() {
		return 0, os.ErrDeadlineExceeded
	}
	return s.r.Body.Read(p)
}

// watch wakes the batch when the service stops while it waits for its client. What it returns ends
// the watch, and leaves the connection without a deadline for the next request.
func (b *batch) watch() (end func()) {
	done := make(chan struct{})
	var watching sync.WaitGroup
	watching.Go(func() {
		select {
		case <-b.stopping:
			_ = b.control.SetReadDeadline(time.Now())
		case <-done:
		}
	})
	return func() {
		close(done)
		watching.Wait()
		_ = b.control.SetWriteDeadline(time.Time{})
	}
}
