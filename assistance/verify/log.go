package verify

import "log/slog"

// LogValue implements slog.LogValuer: the decision as it logs itself, and whether it stands. What
// differs may tell of the family and stays out of a log.
func (v Verification) LogValue() slog.Value {
	return slog.GroupValue(slog.Any("decision", v.Now), slog.Bool("same", v.Same()),
		slog.Bool("sameStandards", v.SameStandards()))
}
