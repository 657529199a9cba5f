package assistance

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNamedPlaces(t *testing.T) {
	named := namedPlaces{}
	named.add("members[1].income[2].yuan")
	named.add("members[0].disability")
	for path, want := range map[string]bool{
		"members[1].income[2]": true, "members[1].income[2].kind": true, "members[1].income[20].kind": false, "members[1].income": false,
		"members[0].disability.grade": true, "members[0].disability": true, "members[0].disabilityX": false, "members[0]": false, "id": false, "": false,
	} {
		assert.Equal(t, want, named.cover(path), path)
	}
	named.add("")
	assert.True(t, named.cover("id"), "a fault of the whole value")
}
