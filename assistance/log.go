package assistance

import (
	"crypto/sha256"
	"log/slog"

	"github.com/openminzheng/zhuzhou/internal/logged"
	"github.com/openminzheng/zhuzhou/standards"
)

// LogValue implements slog.LogValuer: a log has the id and the digest, and no fact. An id that may
// be a name or an identity number is withheld.
func (h Household) LogValue() slog.Value {
	return slog.GroupValue(logged.ID(h.ID), slog.String("input", h.digest().String()))
}

// LogValue implements slog.LogValuer, as [Household.LogValue] does.
func (m Member) LogValue() slog.Value {
	digest := standards.Digest(sha256.Sum256(m.canonical(nil)))
	return slog.GroupValue(logged.ID(m.ID), slog.String("input", digest.String()))
}

// LogValue implements slog.LogValuer: no amount of a family stands in a log.
func (i Income) LogValue() slog.Value { return slog.StringValue(i.Kind.String()) }

// LogValue implements slog.LogValuer: the line, and the household as it logs itself.
func (e Entry) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("line", e.Line), slog.Any("household", e.Household))
}

// LogValue implements slog.LogValuer: what was decided stays out of a log; the id, the day and the
// digests tell which decision it is.
func (d Decision) LogValue() slog.Value {
	return slog.GroupValue(logged.ID(d.ID), slog.String("on", d.On.String()), slog.String("input", d.Input.String()),
		slog.String("standards", d.Digest.String()))
}

// LogValue implements slog.LogValuer, as [Decision.LogValue] does.
func (m MemberDecision) LogValue() slog.Value { return slog.GroupValue(logged.ID(m.ID)) }
