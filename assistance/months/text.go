package months

import (
	"github.com/openminzheng/zhuzhou/standards"
)

var causeTexts = [causeCount][2]string{
	PublishedLate:  {"标准公布在后", "a figure was published late"},
	RecordedLate:   {"情况登记在后", "a fact was recorded late"},
	Corrected:      {"更正原登记", "a fact on record was corrected"},
	PaymentMissed:  {"漏发或少发", "a payment was missed or short"},
	PaymentDoubled: {"重发或多发", "a payment was doubled or too high"},
	NotDetermined:  {"应发金额待定", "what is due is not determined"},
}

// Text returns the cause in language l.
func (c Cause) Text(l standards.Lang) string {
	if c >= causeCount {
		return ""
	}
	return l.In(causeTexts[c][0], causeTexts[c][1])
}

var statusTexts = [...][2]string{
	Running:      {"发放", "due"},
	NotGranted:   {"未经批准，不发", "not granted, so not due"},
	NotOnDibao:   {"未享受低保，不发", "not on dibao, so not due"},
	Grace:        {"渐退期内照发", "due in the grace period"},
	Refused:      {"不符合条件，停发", "the conditions are not met, so not due"},
	Undetermined: {"待定", "undetermined"},
	WithinReview: {"核查期内，没有明显变化的不再调整", "within the review period, which adjusts nothing but marked changes"},
	Moved:        {"户籍已迁出，迁入地未批准，不发", "moved away, and not approved in the new place, so not due"},
	Ended:        {"家庭已终止，停发", "the household has ended, so not due"},
}

// Text returns the status in language l.
func (s Status) Text(l standards.Lang) string {
	if int(s) >= len(statusTexts) {
		return ""
	}
	return l.In(statusTexts[s][0], statusTexts[s][1])
}

// Text says in language l what is due and why, and in a grace period which month is the last.
func (d Due) Text(l standards.Lang) string {
	text := d.Part.Text(l)
	if d.Member != "" {
		text += l.In("（", " (") + d.Member + l.In("）", ")")
	}
	text += l.In("：", ": ") + d.Status.Text(l)
	if d.Payment.Amount.Fen() != 0 {
		text += l.In("，", ", ") + d.Payment.Text(l)
	}
	if !d.Last.IsZero() {
		text += l.In("，渐退期最后一个月为", "; the last month of the grace period is ") + d.Last.String()
	}
	return text
}
