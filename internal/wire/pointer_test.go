package wire_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/wire"
)

func TestPointer(t *testing.T) {
	for path, want := range map[string]string{
		"":                            "",
		"division":                    "/division",
		"members[1].income[0].yuan":   "/members/1/income/0/yuan",
		"members[12]":                 "/members/12",
		"disability.grade":            "/disability/grade",
		`["a.b"]`:                     "/a.b",
		`members[0]["a]\"[.b"].c`:     `/members/0/a]"[.b/c`,
		`["a/b~c"]`:                   "/a~1b~0c",
		`members[0]["身份证号"]`:          "/members/0/身份证号",
		`[""]`:                        "/",
		`["unclosed`:                  `/"unclosed`,
		`members[`:                    "/members/",
		`members[1].disability.grade`: "/members/1/disability/grade",
	} {
		assert.Equal(t, want, (&wire.FieldError{Path: path}).Pointer(), path)
	}
}

// What the reader complains of is where the pointer points.
func TestPointerOfUnknownFields(t *testing.T) {
	for name, want := range map[string]string{"a.b": "/a.b", "a[0]": "/a[0]", "a/b": "/a~1b", `q"q`: `/q"q`, "x": "/x", "": "/"} {
		v, err := wire.Parse(append(append([]byte("{"), wire.AppendString(nil, name)...), ":1}"...))
		require.NoError(t, err)
		var f wire.Faults
		f.Object(v, "", "known")
		require.Len(t, f.All(), 1)
		assert.Equal(t, want, f.All()[0].Pointer(), name)
	}
}

func FuzzPointer(f *testing.F) {
	f.Add(`members[0]["a]\"[.b"].c`)
	f.Fuzz(func(t *testing.T, path string) { _ = (&wire.FieldError{Path: path}).Pointer() })
}
