package register

import "log/slog"

// LogValue implements slog.LogValuer: the line, and the household as it logs itself.
func (r Record) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("line", r.Line), slog.Any("household", r.Household))
}

// LogValue implements slog.LogValuer: where the fault is and what it is. What stood in the cell may
// be a name or an identity number and stays out of a log.
func (e *Error) LogValue() slog.Value {
	if e == nil {
		return slog.GroupValue()
	}
	return slog.GroupValue(slog.Int("line", e.Line), slog.String("column", e.Column), slog.String("code", e.Code))
}
