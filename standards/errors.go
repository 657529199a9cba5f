package standards

import (
	"fmt"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

// NotOnRecordError says that no row gives a figure: for that place, that kind of hukou, on that
// day. It is never replaced by a default, another year's figure or another place's.
type NotOnRecordError struct {
	Key       Key
	Place     Place
	Residence Residence
	Of        string
	On        Date
}

func (e *NotOnRecordError) Error() string { return "standards: " + e.Text(English) }

// Text says in language l what is not on record.
func (e *NotOnRecordError) Text(l Lang) string {
	if e == nil {
		return ""
	}
	what := e.Key.Text(l)
	if e.Of != "" {
		what += " (" + wire.Shown(e.Of) + ")"
	}
	if l == English {
		kind := ""
		if e.Residence != 0 {
			kind = ", " + e.Residence.Text(l)
		}
		return fmt.Sprintf("%s of %s%s is not on record on %s", what, e.Place.Text(l), kind, e.On)
	}
	kind := ""
	if e.Residence != 0 {
		kind = e.Residence.Text(l)
	}
	return e.On.String() + e.Place.Text(l) + kind + what + "无据可查"
}

// DayError says that a day lies outside the span in which the national rules were checked. On the
// day after it a notice (《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》, 2022-10-20) opens rules that
// are not encoded.
type DayError struct{ Day, First, Last Date }

func (e *DayError) Error() string { return "standards: " + e.Text(English) }

// Text says it in language l.
func (e *DayError) Text(l Lang) string {
	if e == nil {
		return ""
	}
	text := fmt.Sprintf(l.In("%s不在已核对国家规定的期间（%s至%s）内",
		"%s is outside the days for which the national rules were checked, %s to %s"),
		e.Day, e.First, e.Last)
	if e.Last.Before(e.Day) && e.Day.Valid() {
		text += fmt.Sprintf(l.In("：自%s起施行的低保扩围通知开启的规定尚未编入",
			": the notice extending dibao from %s opens rules that are not encoded"), e.Last.Next())
	}
	return text
}

// quoted quotes s for a message.
func quoted(s string) string { return `"` + wire.Shown(s) + `"` }
