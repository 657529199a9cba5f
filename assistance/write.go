package assistance

import (
	"strconv"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// MarshalJSON writes h in the wire format, with the fields that are stated, in the order of the
// format.
func (h Household) MarshalJSON() ([]byte, error) {
	var o object
	writeFields(&o, householdFields[:], &h)
	o.begin("members")
	o.b = appendList(o.b, h.Members, func(b []byte, m *Member) []byte {
		var o object
		writeFields(&o, memberFields[:], m)
		return o.appendTo(b)
	})
	return o.appendTo(nil), nil
}

// object writes one JSON object, field by field.
type object struct{ b []byte }

func (o *object) begin(name string) {
	if o.b == nil {
		o.b = append(o.b, '{')
	} else {
		o.b = append(o.b, ',')
	}
	o.b = append(wire.AppendString(o.b, name), ':')
}

// text writes a field, and nothing for an empty text.
func (o *object) text(name, value string) {
	if value != "" {
		o.begin(name)
		o.b = wire.AppendString(o.b, value)
	}
}

// number writes a field, and nothing for 0.
func (o *object) number(name string, value int) {
	if value != 0 {
		o.begin(name)
		o.b = strconv.AppendInt(o.b, int64(value), 10)
	}
}

// amount writes the fields of an amount.
func (o *object) amount(a standards.Amount) {
	o.text("yuan", a.YuanText())
	o.text("per", a.Per().String())
}

// appendTo appends the object to b.
func (o *object) appendTo(b []byte) []byte {
	if o.b == nil {
		return append(b, "{}"...)
	}
	return append(append(b, o.b...), '}')
}

// appendList appends an array, each element by write.
func appendList[T any](b []byte, list []T, write func([]byte, *T) []byte) []byte {
	b = append(b, '[')
	for i := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = write(b, &list[i])
	}
	return append(b, ']')
}
