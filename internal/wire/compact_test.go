package wire

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestValuesAreWrittenOnOneLine(t *testing.T) {
	v, err := Parse([]byte(" {\"a\" : [1.50, -2e3,\n true, null, {}], \"b<\": \"x\\n\\\"<\", \"c\": []}"))
	require.NoError(t, err)
	assert.Equal(t, `{"a":[1.50,-2e3,true,null,{}],"b<":"x\n\"<","c":[]}`, string(v.Append(nil)))
}
