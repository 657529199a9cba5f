package months

import (
	"log/slog"

	"github.com/openminzheng/zhuzhou/internal/logged"
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
