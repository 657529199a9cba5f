package engine

import (
	"encoding/json"
	"errors"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
)

// chartReply is the total against the income of one member, as exact as the decisions: between two
// boundaries the total is a straight line, and every point that is named was decided.
type chartReply struct {
	Member   string    `json:"member"`
	Kind     string    `json:"kind"` // of income that moves
	Segments []segment `json:"segments"`
	Cliffs   []cliff   `json:"cliffs"`
	Own      *point    `json:"own,omitempty"` // where the household stands
	Apart    bool      `json:"apart"`         // it has incomes that count otherwise, and does not stand on the line
	Until    int64     `json:"until"`         // the right end, in fen a month
	Most     int64     `json:"most"`          // the highest total that is drawn, in fen a month
	Bounds   []string  `json:"bounds"`        // every boundary in words
	Why      string    `json:"why,omitempty"` // there is no chart
}

// point is an income and a total, both in fen a month.
type point struct {
	X float64 `json:"x"`
	Y int64   `json:"y"`
}

// segment is a straight stretch of the total.
type segment struct {
	From    point `json:"from"`
	To      point `json:"to"`
	AtLeast bool  `json:"atLeast"` // the total is known as a lower limit only
	Open    bool  `json:"open"`    // something is undetermined: what is known of the total
}

// cliff is a jump of the total between two neighbouring fen.
type cliff struct {
	X      int64  `json:"x"`
	Before int64  `json:"before"`
	After  int64  `json:"after"`
	Text   string `json:"text"`
}

type chartRequest struct {
	Member string `json:"member"`
}

// chart draws the total of the household of s against the income of one member.
func (e *Engine) chart(s scenario, request []byte) (any, error) {
	var r chartRequest
	if err := json.Unmarshal(request, &r); err != nil {
		return nil, err
	}
	set, h, faults := e.read(s)
	if len(faults) > 0 {
		return chartReply{Why: faults[0].Text}, nil
	}
	m := h.Member(r.Member)
	if m == nil {
		return nil, errors.New("no such member")
	}
	c := charting{set: set, household: h, member: r.Member, kind: kindOf(m.Income)}
	q := whatif.Quantity{Kind: whatif.MemberIncome, Member: r.Member, Income: c.kind, Per: standards.PerMonth}
	bounds, err := whatif.Boundaries(e.tables, set.Day(), h, q)
	if err != nil {
		return chartReply{Why: textOf(err, s.Lang)}, nil
	}
	return c.draw(bounds, s.Lang)
}

// kindOf is the kind of income that moves: the first that is stated.
func kindOf(incomes []assistance.Income) standards.IncomeKind {
	if len(incomes) > 0 {
		return incomes[0].Kind
	}
	return standards.Wages
}

// charting is one chart in the making.
type charting struct {
	set       *standards.Set
	household assistance.Household
	member    string
	kind      standards.IncomeKind
	reply     chartReply
}

// draw puts the chart together from the boundaries, in order.
func (c *charting) draw(bounds []whatif.Boundary, l standards.Lang) (any, error) {
	c.reply = chartReply{Member: c.member, Segments: []segment{}, Cliffs: []cliff{}, Bounds: []string{}}
	c.reply.Kind = kindText(c.kind, l)
	own, err := c.own()
	if err != nil {
		return nil, err
	}
	until := int64(own.X) + 1
	if len(bounds) > 0 {
		until = max(until, bounds[len(bounds)-1].After.At)
	}
	c.reply.Until = until + until/8 + 100_00
	x, decision, err := int64(0), assistance.Decision{}, error(nil)
	if decision, err = c.at(0); err != nil {
		return nil, err
	}
	for i := range bounds {
		b := &bounds[i]
		c.stretch(x, decision, b.Before.At, b.Before.Decision)
		c.reply.Bounds = append(c.reply.Bounds, b.Text(l))
		if b.Cliff {
			c.reply.Cliffs = append(c.reply.Cliffs, cliff{b.After.At, totalOf(&b.Before.Decision), totalOf(&b.After.Decision),
				b.Text(l)})
		}
		x, decision = b.After.At, b.After.Decision
	}
	last, err := c.at(c.reply.Until)
	if err != nil {
		return nil, err
	}
	c.stretch(x, decision, c.reply.Until, last)
	return c.reply, nil
}

// stretch adds a straight stretch between two decisions.
func (c *charting) stretch(x0 int64, from assistance.Decision, x1 int64, to assistance.Decision) {
	one := segment{From: point{float64(x0), totalOf(&from)}, To: point{float64(x1), totalOf(&to)},
		AtLeast: from.Total.Bound == standards.AtLeast, Open: isOpen(&from)}
	c.reply.Most = max(c.reply.Most, one.From.Y, one.To.Y)
	c.reply.Segments = append(c.reply.Segments, one)
}

func totalOf(d *assistance.Decision) int64 { return d.Total.Amount.Fen() }

// at decides the household with an income of so many fen a month in place of those of the member.
func (c *charting) at(fen int64) (assistance.Decision, error) {
	h := c.household
	h.Members = slices.Clone(h.Members)
	h.Member(c.member).Income = []assistance.Income{{Kind: c.kind, Amount: standards.Fen(fen, standards.PerMonth)}}
	return assistance.Assess(c.set, h)
}

// own finds where the household stands: at what the member's incomes come to a month, with the
// total that is due. Of incomes that count otherwise the total may lie beside the line.
func (c *charting) own() (point, error) {
	m := c.household.Member(c.member)
	if m.Income == nil {
		return point{}, nil
	}
	var annual int64
	for _, in := range m.Income {
		annual += in.Annual()
	}
	d, err := assistance.Assess(c.set, c.household)
	if err != nil {
		return point{}, err
	}
	c.reply.Own = &point{float64(annual) / standards.MonthsPerYear, totalOf(&d)}
	c.reply.Most = max(c.reply.Most, c.reply.Own.Y)
	c.reply.Apart = slices.ContainsFunc(m.Income, func(in assistance.Income) bool { return in.Kind != c.kind })
	return *c.reply.Own, nil
}

// kindText names a kind of income in language l.
func kindText(kind standards.IncomeKind, l standards.Lang) string {
	for _, f := range assistance.Fields() {
		if f.Kind != fields.IncomesKind {
			continue
		}
		for _, w := range f.Words {
			if w.Word == kind.String() {
				return w.Label.In(l)
			}
		}
	}
	return ""
}
