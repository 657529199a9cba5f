package logged_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/internal/logged"
)

func TestID(t *testing.T) {
	for id, want := range map[string]string{
		"":                   "",
		"h-17":               "h-17",
		"430223-2020-000017": "430223-2020-000017",
		"12345678901234":     "12345678901234",
		"430202199001011238": "withheld",
		"43020219900101123X": "withheld",
		"430202900101123":    "withheld",
		"张三":                 "withheld",
		"h-张":                "withheld",
	} {
		assert.Equal(t, want, logged.ID(id).Value.String(), id)
	}
}
