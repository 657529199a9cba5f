package register

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/assistance"
)

// The columns of a fact are those that its table names.
func TestColumnsAreThoseOfTheFields(t *testing.T) {
	for _, f := range assistance.Fields() {
		if len(f.Columns) > 0 {
			assert.Equal(t, f.Columns, columnNames[columnOf(f.Columns[0])], f.Name)
		}
	}
}
