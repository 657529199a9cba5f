// Package column gives words, days and digests the one form in which a database stores them: their
// text, and NULL for what is not stated. What has no such form says so when it is stored or read,
// instead of being stored as the number behind it.
package column

import (
	"database/sql/driver"
	"encoding"
	"fmt"

	"github.com/openminzheng/zhuzhou/internal/lang"
)

// Error says that a value cannot be stored in a column, or read from one.
type Error struct {
	Type string    // of the value, such as standards.IncomeKinds
	Why  lang.Text // what is wrong, and what to store instead
}

// Error returns the English text.
func (e *Error) Error() string { return e.Text(lang.English) }

// Text says in language l what cannot be stored or read.
func (e *Error) Text(l lang.Lang) string { return e.Type + l.In("：", ": ") + e.Why.In(l) }

// readable is a pointer to a value that reads its own text.
type readable[T any] interface {
	*T
	encoding.TextUnmarshaler
}

// Value returns the text of v for a database, and nil, which is NULL, for the zero value. It
// reports an [Error] for a value that its text does not give back, such as a number outside an
// enumeration.
func Value[T comparable, P readable[T]](v T, text string) (driver.Value, error) {
	var zero, back T
	if v == zero {
		return nil, nil
	}
	if err := P(&back).UnmarshalText([]byte(text)); err != nil || back != v {
		return nil, &Error{typeOf(v), lang.Text{Zh: "不是已知的取值，不予存储", En: "it is not a known value, and is not stored"}}
	}
	return text, nil
}

// Scan reads src, which a database returned, into a value. NULL and the empty text are the zero
// value. It reports an [Error] where into is nil.
func Scan[T any, P readable[T]](into P, src any) error {
	var read T
	if into == nil {
		return &Error{typeOf(read), lang.Text{Zh: "没有可读入的变量", En: "there is no variable to read into"}}
	}
	var text []byte
	switch src := src.(type) {
	case nil:
	case string:
		text = []byte(src)
	case []byte:
		text = src
	default:
		return &Error{typeOf(read), lang.Text{Zh: "须由文本列读取，不是 " + typeOf(src),
			En: "it is read from a column of text, not from " + typeOf(src)}}
	}
	if len(text) > 0 {
		if err := P(&read).UnmarshalText(text); err != nil {
			return err
		}
	}
	*into = read
	return nil
}

// NotNull reports an [Error] where src, which a database returned, is NULL or the empty text. It is
// for a type T whose zero value is a value like any other, and so does not stand for NULL.
func NotNull[T any](src any) error {
	text, isText := src.(string)
	bytes, isBytes := src.([]byte)
	if src != nil && (!isText || text != "") && (!isBytes || len(bytes) > 0) {
		return nil
	}
	var zero T
	return &Error{typeOf(zero), lang.Text{Zh: "NULL 不是取值；可为 NULL 的列须以 sql.Null 读取",
		En: "NULL is no value of it; a column that may be NULL is read into a sql.Null"}}
}

// None reports for a type T that has no one form in a database what to store instead.
func None[T any](instead lang.Text) error {
	var zero T
	return &Error{typeOf(zero), lang.Text{Zh: "没有唯一的列形式；" + instead.Zh, En: "it has no one form as a column; " +
		instead.En}}
}

func typeOf(v any) string { return fmt.Sprintf("%T", v) }
