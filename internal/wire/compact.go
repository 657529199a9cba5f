package wire

// Append appends v as JSON on one line to dst: numbers as they were written, strings as
// [AppendString] does.
func (v Value) Append(dst []byte) []byte {
	switch v.kind {
	case String:
		return AppendString(dst, v.text)
	case Array:
		dst = append(dst, '[')
		for i, elem := range v.elems {
			dst = elem.Append(appendComma(dst, i))
		}
		return append(dst, ']')
	case Object:
		dst = append(dst, '{')
		for i, field := range v.fields {
			dst = append(AppendString(appendComma(dst, i), field.Name), ':')
			dst = field.Value.Append(dst)
		}
		return append(dst, '}')
	}
	return append(dst, v.Text()...)
}

func appendComma(dst []byte, i int) []byte {
	if i > 0 {
		return append(dst, ',')
	}
	return dst
}
