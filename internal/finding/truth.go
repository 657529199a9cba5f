package finding

import "github.com/openminzheng/zhuzhou/standards/benefit"

// Truth says what is known of one condition. The zero Truth means that it was not examined.
type Truth uint8

const (
	Met     Truth = iota + 1 // 符合
	NotMet                   // 不符合
	Unknown                  // 尚不清楚
)

// If returns Met or NotMet.
func If(met bool) Truth {
	if met {
		return Met
	}
	return NotMet
}

// Of returns a verdict on one part as a condition of another.
func Of(v benefit.Verdict) Truth { return Truth(v) }

// And joins conditions: one not met refuses; otherwise one unknown leaves it unknown.
func (t Truth) And(u Truth) Truth {
	if t == NotMet || u == NotMet {
		return NotMet
	}
	return max(t, u)
}

// Or joins alternatives: one met suffices; otherwise one unknown leaves it unknown. The zero Truth
// joins as nothing.
func (t Truth) Or(u Truth) Truth {
	if t == Met || u == Met {
		return Met
	}
	return max(t, u)
}

// Verdict returns the verdict of a conjunction known as t.
func (t Truth) Verdict() benefit.Verdict { return benefit.Verdict(t) }

// Result returns the result of a step about a condition known as t.
func (t Truth) Result() benefit.Result { return benefit.Result(t) }
