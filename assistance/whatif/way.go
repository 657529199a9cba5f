package whatif

import (
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// openWay is one of the ways in which a household is decided where its kind of hukou or the
// counting of a member is open; zero where nothing is.
type openWay struct {
	under   standards.Residence
	in, out string
}

func wayOf(s *benefit.Step) openWay {
	return openWay{s.Under, strings.Join(s.In, "\x00"), strings.Join(s.Out, "\x00")}
}

func isSameWay(a, b *benefit.Step) bool { return wayOf(a) == wayOf(b) }
