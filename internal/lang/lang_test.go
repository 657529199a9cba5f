package lang_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

type fault struct{ text lang.Text }

func (f *fault) Error() string           { return "room: " + f.Text(lang.English) }
func (f *fault) Text(l lang.Lang) string { return f.text.In(l) }
func faults(texts ...lang.Text) (list lang.List[*fault]) {
	for _, t := range texts {
		list = append(list, &fault{t})
	}
	return list
}

func TestList(t *testing.T) {
	list := faults(lang.Text{Zh: "甲", En: "one"}, lang.Text{Zh: "乙", En: "two"})
	assert.Equal(t, "room: one; two", list.Error())
	assert.Equal(t, "甲\n乙", list.Text(lang.Chinese))
	assert.Equal(t, "one\ntwo", list.Text(lang.English))
	assert.Equal(t, []error{list[0], list[1]}, list.Unwrap())
	var found *fault
	require.ErrorAs(t, list.Err(), &found)
	assert.Same(t, list[0], found)
	assert.ErrorIs(t, list.Err(), error(list[1]))
}

func TestEmptyListIsNoError(t *testing.T) {
	assert.NoError(t, faults().Err())
	assert.Empty(t, faults().Error())
	assert.NotErrorIs(t, faults(lang.Text{}).Err(), errors.ErrUnsupported)
}
