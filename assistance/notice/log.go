package notice

import "log/slog"

// LogValue implements slog.LogValuer: a notice is logged as its decision, without what it says.
func (n Notice) LogValue() slog.Value { return n.Decision.LogValue() }
