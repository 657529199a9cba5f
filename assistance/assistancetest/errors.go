package assistancetest

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Errors is everything that a check of this package found, in order.
type Errors []error

func (e Errors) Error() string { return e.Text(standards.English) }

// Unwrap returns what was found.
func (e Errors) Unwrap() []error { return e }

// Text says in language l what was found, one after the other.
func (e Errors) Text(l standards.Lang) string {
	texts := make([]string, len(e))
	for i, err := range e {
		texts[i] = textOf(err, l)
	}
	return strings.Join(texts, "\n")
}

func (e Errors) err() error {
	if len(e) == 0 {
		return nil
	}
	return e
}

func flatten(err error) Errors {
	if list, ok := err.(Errors); ok {
		return list
	}
	return Errors{err}
}

// textOf says in language l what err says, if it can.
func textOf(err error, l standards.Lang) string {
	var texter interface{ Text(standards.Lang) string }
	switch {
	case err == nil:
		return l.In("（未写明）", "(not stated)")
	case errors.As(err, &texter):
		return texter.Text(l)
	case errors.Is(err, errFolder):
		return l.In("是文件夹，不是文件", "it is a folder, not a file")
	case errors.Is(err, fs.ErrNotExist):
		return l.In("没有这个文件", "there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return l.In("没有读取权限", "it may not be read")
	case errors.Is(err, fs.ErrInvalid):
		return l.In("不是用例文件所在文件夹之内的路径", "it is no path inside the folder of the case file")
	}
	return wire.Printable(err.Error(), shownFile)
}

// prefixed puts the same before each line of text.
func prefixed(before, text string) string {
	return before + strings.ReplaceAll(text, "\n", "\n"+before)
}
