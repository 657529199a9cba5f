package months

import (
	"log/slog"

	"github.com/openminzheng/zhuzhou/internal/logged"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// LogValue implements slog.LogValuer: the id, and how many versions there are. No fact stands in a
// log.
func (h History) LogValue() slog.Value {
	return slog.GroupValue(logged.ID(h.ID), slog.Int("versions", len(h.Versions)))
}

// LogValue implements slog.LogValuer: the day, and the household as it logs itself. The note stays
// out of a log.
func (v Version) LogValue() slog.Value {
	return slog.GroupValue(slog.String("from", v.From.String()), slog.Any("household", v.Household))
}

// LogValue implements slog.LogValuer: the id, and the months. No sum stands in a log.
func (l Ledger) LogValue() slog.Value {
	return slog.GroupValue(logged.ID(l.ID), slog.String("from", l.From.String()), slog.String("to", l.To.String()))
}

// LogValue implements slog.LogValuer: the history as it logs itself, and how many payments there
// are.
func (a Account) LogValue() slog.Value {
	return slog.GroupValue(slog.Any("history", a.History), slog.Int("payments", len(a.Payments)))
}

// LogValue implements slog.LogValuer: the month, and the decision as it logs itself.
func (d Decided) LogValue() slog.Value {
	return slog.GroupValue(slog.String("month", d.Month.String()), slog.Any("decision", d.Decision))
}

// LogValue implements slog.LogValuer: the benefit. Whose it is and the sum stay out of a log.
func (d Due) LogValue() slog.Value { return slog.GroupValue(slog.String("part", d.Part.String())) }

// LogValue implements slog.LogValuer: the month and the benefit.
func (r Row) LogValue() slog.Value { return monthAndPart(r.Month, r.Part) }

// LogValue implements slog.LogValuer: the month and the benefit.
func (p Payment) LogValue() slog.Value { return monthAndPart(p.Month, p.Part) }

// LogValue implements slog.LogValuer: the benefit.
func (g Grant) LogValue() slog.Value { return slog.GroupValue(slog.String("part", g.Part.String())) }

func monthAndPart(m Month, n benefit.Name) slog.Value {
	return slog.GroupValue(slog.String("month", m.String()), slog.String("part", n.String()))
}
