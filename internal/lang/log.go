package lang

import (
	"log/slog"
	"strconv"
)

// LogValue implements slog.LogValuer: each error as it logs itself, else its English text.
func (list List[E]) LogValue() slog.Value {
	attrs := make([]slog.Attr, len(list))
	for i, one := range list {
		if valuer, ok := any(one).(slog.LogValuer); ok {
			attrs[i] = slog.Any(strconv.Itoa(i), valuer.LogValue())
		} else {
			attrs[i] = slog.String(strconv.Itoa(i), one.Text(English))
		}
	}
	return slog.GroupValue(attrs...)
}
