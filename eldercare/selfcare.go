package eldercare

import (
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// SelfCare grades how far a person manages daily life (生活自理能力). The zero SelfCare means that it is
// not stated.
type SelfCare uint8

const (
	Full    SelfCare = iota + 1 // 具备生活自理能力
	Partial                     // 部分丧失生活自理能力
	None                        // 完全丧失生活自理能力
)

var selfCareWords = [...]string{"", "full", "partial", "none"}

// String returns the word of the wire formats: full, partial or none.
func (s SelfCare) String() string {
	if int(s) < len(selfCareWords) {
		return selfCareWords[s]
	}
	return ""
}

// Text returns the grade in language l.
func (s SelfCare) Text(l standards.Lang) string {
	switch s {
	case Full:
		return l.In("具备生活自理能力", "full self-care")
	case Partial:
		return l.In("部分丧失生活自理能力", "self-care partly lost")
	case None:
		return l.In("完全丧失生活自理能力", "self-care wholly lost")
	}
	return l.In("生活自理能力未载明", "self-care not stated")
}

// MarshalText implements encoding.TextMarshaler.
func (s SelfCare) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *SelfCare) UnmarshalText(text []byte) error {
	return wire.ReadWord(s, text, selfCareWords[:])
}

// Activity is one of the six activities by which self-care is assessed (自理能力指标).
type Activity uint8

const (
	Eating   Activity = iota + 1 // 自主吃饭
	Dressing                     // 自主穿衣
	Bed                          // 自主上下床
	Toilet                       // 自主如厕
	Walking                      // 室内自主行走
	Bathing                      // 自主洗澡
)

var activityWords = [...]string{"", "eating", "dressing", "bed", "toilet", "walking", "bathing"}

// String returns the word of the wire formats.
func (a Activity) String() string {
	if int(a) < len(activityWords) {
		return activityWords[a]
	}
	return ""
}

// MarshalText implements encoding.TextMarshaler.
func (a Activity) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (a *Activity) UnmarshalText(text []byte) error {
	return wire.ReadWord(a, text, activityWords[:])
}

// Activities is a set of activities, such as those that a person cannot manage.
type Activities uint8

// ActivitiesOf returns the set of these activities.
func ActivitiesOf(activities ...Activity) Activities {
	var s Activities
	for _, a := range activities {
		s |= 1 << a
	}
	return s
}

// Has reports whether a is in the set.
func (s Activities) Has(a Activity) bool { return s>>a&1 == 1 }

// Assess returns the self-care of someone who cannot manage the activities of cannot: full if all
// are managed, partly lost up to three, wholly lost beyond (民发〔2021〕43号 arts. 21, 22; the 2016 text
// the same). Only activities on the list of the day count.
func Assess(set *standards.Set, cannot Activities) SelfCare {
	lost := 0
	for a := Eating; a <= Bathing; a++ {
		if _, listed := set.Listed(standards.SelfCareActivity, standards.China, 0, a.String()); listed && cannot.Has(a) {
			lost++
		}
	}
	switch most, ok := set.Find(standards.Key(standards.SelfCarePartly), standards.China, 0, ""); {
	case lost == 0:
		return Full
	case ok && lost <= most.Number.Int():
		return Partial
	}
	return None
}
