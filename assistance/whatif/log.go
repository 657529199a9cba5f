package whatif

import "log/slog"

// LogValue implements slog.LogValuer: the benefit. What would have to change tells of the family
// and stays out of a log.
func (w Way) LogValue() slog.Value { return slog.StringValue(w.Part.String()) }
