package months

import (
	"encoding/json"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
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

type wireDue struct {
	Part    benefit.Name    `json:"part"`
	Member  string          `json:"member,omitempty"`
	Status  Status          `json:"status"`
	Payment benefit.Payment `json:"payment"`
	Last    Month           `json:"last,omitzero"`
}

// MarshalJSON writes {"month","version","decision","due":[{"part","member","status","payment","last"}],"total","readings"}; version
// and decision are left out where no version was on record, the decision where the household has ended.
func (d Decided) MarshalJSON() ([]byte, error) {
	w := struct {
		Month    Month                `json:"month"`
		Version  *int                 `json:"version,omitempty"`
		Decision *assistance.Decision `json:"decision,omitempty"`
		Due      []wireDue            `json:"due"`
		Total    benefit.Payment      `json:"total"`
		Readings standards.Choices    `json:"readings,omitzero"`
	}{Month: d.Month, Due: []wireDue{}, Total: d.Total, Readings: d.Readings}
	if d.Version >= 0 {
		w.Version = &d.Version
	}
	if !d.Decision.On.IsZero() {
		w.Decision = &d.Decision
	}
	for _, due := range d.Due {
		w.Due = append(w.Due, wireDue{due.Part, due.Member, due.Status, due.Payment, due.Last})
	}
	return json.Marshal(w)
}

type wireEvent struct {
	On    standards.Date `json:"on"`
	What  string         `json:"what"`
	Cause Cause          `json:"cause,omitzero"`
	Yuan  Sum            `json:"yuan"`
}

// MarshalJSON writes {"on","what":"due|paid|returned","cause","yuan"}; a payment is not negative here.
func (e Event) MarshalJSON() ([]byte, error) {
	w := wireEvent{On: e.On, What: "due", Cause: e.Cause, Yuan: e.Sum}
	switch {
	case e.Paid && e.Sum < 0:
		w.What, w.Yuan = "paid", -e.Sum
	case e.Paid:
		w.What = "returned"
	}
	return json.Marshal(w)
}

// MarshalJSON writes {"month","part","member","due":{"yuan","per","bound"},"paid","difference","causes":[{"cause","yuan"}],"events":[]}.
func (r Row) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Month      Month           `json:"month"`
		Part       benefit.Name    `json:"part"`
		Member     string          `json:"member,omitempty"`
		Due        benefit.Payment `json:"due"`
		Paid       Sum             `json:"paid"`
		Difference Sum             `json:"difference"`
		Causes     []Share         `json:"causes"`
		Events     []Event         `json:"events"`
	}{r.Month, r.Part, r.Member, r.Due, r.Paid, r.Difference, listed(r.Causes), listed(r.Events)})
}

// MarshalJSON writes {"due","bound","paid","underpaid","overpaid","open"}.
func (t Totals) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Due       Sum             `json:"due"`
		Bound     standards.Bound `json:"bound"`
		Paid      Sum             `json:"paid"`
		Underpaid Sum             `json:"underpaid"`
		Overpaid  Sum             `json:"overpaid"`
		Open      Sum             `json:"open"`
	}(t))
}

// MarshalJSON writes {"id","known","from","to","rows","totals","causes","readings","unverified"}.
func (l Ledger) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		ID     string         `json:"id"`
		Known  standards.Date `json:"known"`
		From   Month          `json:"from"`
		To     Month          `json:"to"`
		Rows   []Row          `json:"rows"`
		Totals Totals         `json:"totals"`
		Causes []Share        `json:"causes"`

		Readings   standards.Choices    `json:"readings"`
		Unverified []standards.Document `json:"unverified"`
	}{l.ID, l.Known, l.From, l.To, listed(l.Rows), l.Totals, listed(l.Causes), l.Readings, listed(l.Unverified)})
}
