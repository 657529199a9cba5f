package wire

import "strings"

// Pointer returns Path as a JSON Pointer (RFC 6901), such as /members/1/income/0/yuan. The pointer
// of the whole value is empty.
func (e *FieldError) Pointer() string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	for rest := e.Path; rest != ""; {
		var name string
		name, rest = cutName(rest)
		b.WriteByte('/')
		b.WriteString(pointerEscapes.Replace(name))
	}
	return b.String()
}

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

// cutName cuts the first name or index off a path that is not empty.
func cutName(path string) (name, rest string) {
	if path[0] != '[' {
		name, rest = path, ""
		if end := strings.IndexAny(path[1:], ".["); end >= 0 {
			name, rest = path[:end+1], path[end+1:]
		}
		return name, strings.TrimPrefix(rest, ".")
	}
	inside := path[1:]
	if strings.HasPrefix(inside, `"`) {
		if value, length, ok := quotedName(inside); ok {
			return value, strings.TrimPrefix(strings.TrimPrefix(inside[length:], "]"), ".")
		}
	}
	name, rest, _ = strings.Cut(inside, "]")
	return name, strings.TrimPrefix(rest, ".")
}

// quotedName reads the name in quotes that s begins with, and says how long it stands there.
func quotedName(s string) (name string, length int, ok bool) {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			v, err := Parse([]byte(s[:i+1]))
			return v.Text(), i + 1, err == nil
		}
	}
	return "", 0, false
}
