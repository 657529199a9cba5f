package engine

import (
	"encoding/json"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// decideReply is a decision as the page shows it. Where there are faults there is nothing else.
type decideReply struct {
	Faults    []Fault `json:"faults"`
	Household string  `json:"household,omitempty"` // JSON, as the library writes it
	Decision  string  `json:"decision,omitempty"`  // JSON, byte for byte as the command line writes it with steps
	Category  string  `json:"category,omitempty"`
	Word      string  `json:"word,omitempty"` // of the category
	Total     string  `json:"total,omitempty"`
	Range     string  `json:"range,omitempty"` // what the total can come to, where something is open
	Parts     []part  `json:"parts,omitempty"`
	Needs     []need  `json:"needs,omitempty"` // those that settle most first
	Offers    []need  `json:"offers,omitempty"`
	Notice    string  `json:"notice,omitempty"` // a page of HTML, byte for byte as the command line writes it
}

// part is what is decided of one benefit.
type part struct {
	Name    string `json:"name"`
	Member  string `json:"member,omitempty"`
	Verdict string `json:"verdict"`
	Text    string `json:"text"`
	Payment string `json:"payment,omitempty"`
}

// decide decides the household of s. Every fault of what was typed is in the reply.
func (e *Engine) decide(s scenario) (any, error) {
	set, h, faults := e.read(s)
	if len(faults) > 0 {
		return decideReply{Faults: faults}, nil
	}
	d, err := assistance.Explain(set, h)
	if err != nil {
		return decideReply{Faults: faultsOf(err, s.Lang)}, nil
	}
	reply := decideReply{Faults: []Fault{}, Category: d.Category.Text(s.Lang), Word: d.Category.String(),
		Total: d.Total.Text(s.Lang)}
	household, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	decision, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	reply.Household, reply.Decision = string(household), string(decision)
	for of, p := range d.Parts() {
		reply.Parts = append(reply.Parts, part{of.Part.Text(s.Lang), of.Member, p.Verdict.String(), p.Verdict.Text(s.Lang),
			paymentText(of.Part, p, s.Lang)})
	}
	if isOpen(&d) {
		between, err := whatif.Between(set, h)
		if err != nil {
			return nil, err
		}
		reply.Range = between.Text(s.Lang)
	}
	reply.Needs, reply.Offers = ask(set, h, d, s.Lang)
	reply.Notice = notice.Notice{Decision: d, Household: h, Set: set}.HTML(s.Lang)
	return reply, nil
}

// isOpen reports whether a part of d is undetermined.
func isOpen(d *assistance.Decision) bool {
	for _, p := range d.Parts() {
		if p.Verdict == benefit.Undetermined {
			return true
		}
	}
	return false
}

// paymentText says what is paid, or would be if all that is open were met.
func paymentText(name benefit.Name, p benefit.Part, l standards.Lang) string {
	switch {
	case !benefit.Paying.Has(name):
		return ""
	case p.Payment.Stated():
		return p.Payment.Text(l)
	case p.IfMet.Stated():
		return l.In("如符合条件，", "if met, ") + p.IfMet.Text(l)
	case p.Verdict == benefit.Eligible:
		return l.In("金额无据可查", "the amount is not on record")
	}
	return ""
}

// read reads the day and the household of s, with every fault of either.
func (e *Engine) read(s scenario) (*standards.Set, assistance.Household, []Fault) {
	var faults []Fault
	set, err := e.day(s.On)
	if err != nil {
		faults = append(faults, Fault{"on", "day", textOf(err, s.Lang)})
	}
	h, err := typedHousehold(s.Household)
	if err != nil {
		faults = append(faults, faultsOf(err, s.Lang)...)
	} else if set != nil {
		if _, err := assistance.Check(set, h); err != nil {
			faults = append(faults, faultsOf(err, s.Lang)...)
		}
	}
	return set, h, faults
}

func (e *Engine) day(typed string) (*standards.Set, error) {
	day, err := standards.ParseDate(Day(typed))
	if err != nil {
		return nil, notADay{}
	}
	return e.tables.At(day)
}

// notADay says that no day was typed.
type notADay struct{}

func (notADay) Error() string { return notADay{}.Text(standards.English) }

// Text says it in language l.
func (notADay) Text(l standards.Lang) string {
	return l.In("不是日期，请按 2020-10-01 的形式填写", "not a day; write it as 2020-10-01")
}

type nearestReply struct {
	Ways []string `json:"ways"`
}

// nearest says what is nearest to change what is refused or open.
func (e *Engine) nearest(s scenario) (any, error) {
	reply := nearestReply{Ways: []string{}}
	set, h, faults := e.read(s)
	if len(faults) > 0 {
		return reply, nil
	}
	ways, err := whatif.Nearest(set, h)
	if err != nil {
		return nil, err
	}
	for _, way := range ways {
		reply.Ways = append(reply.Ways, way.Text(s.Lang))
	}
	return reply, nil
}
