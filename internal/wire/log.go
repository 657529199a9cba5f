package wire

import "log/slog"

// LogValue implements slog.LogValuer: the path and the code. What stood there may be anybody's and
// stays out of a log, and so does a path that is not made of known fields.
func (e *FieldError) LogValue() slog.Value {
	if e == nil {
		return slog.GroupValue()
	}
	switch e.Code {
	case CodeUnknownField, CodeFieldCase, CodeRepeatedField:
		return slog.GroupValue(slog.String("code", e.Code))
	}
	return slog.GroupValue(slog.String("path", e.Path), slog.String("code", e.Code))
}
