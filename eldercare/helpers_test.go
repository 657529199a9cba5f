package eldercare_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/standards"
)

func setOf(t testing.TB, tables *standards.Tables, day string) *standards.Set {
	t.Helper()
	d, err := standards.ParseDate(day)
	require.NoError(t, err)
	set, err := tables.At(d)
	require.NoError(t, err)
	return set
}

func onDay(t testing.TB, day string) *standards.Set {
	t.Helper()
	return setOf(t, standards.Published(), day)
}

// under returns the published standards of a day under other choices.
func under(t testing.TB, day string, choices ...standards.Choice) *standards.Set {
	t.Helper()
	return setOf(t, standards.Published().Choose(choices...), day)
}

// with returns the standards of a day with rows of a tables file laid over them.
func with(t testing.TB, day string, kind standards.OverlayKind, rows ...standards.Standard) *standards.Set {
	t.Helper()
	return setOf(t, laid(t, standards.Overlay{ID: "laid-over", Kind: kind, Rows: rows}), day)
}

func laid(t testing.TB, overlays ...standards.Overlay) *standards.Tables {
	t.Helper()
	tables, err := standards.Published().With(overlays...)
	require.NoError(t, err)
	return tables
}
