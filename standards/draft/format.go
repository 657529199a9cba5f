package draft

import (
	"strconv"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Format writes o as a tables file, one row a line. [Parse] reads it back to the same overlay apart
// from SHA256, if o can be written: its rows are such as [standards.Tables.With] takes by
// themselves, its texts hold no control characters, and each share is over 100, 1000 or on to
// 1000000. Another share is written as the percent of the same value. What the format has no field
// for is left out: the document of a row, which is o itself, Under and Carried.
func Format(o standards.Overlay) []byte { return Append(nil, o) }

// Append is [Format], appended to dst.
func Append(dst []byte, o standards.Overlay) []byte {
	f := fileWriter{dst: append(dst, '{')}
	f.text("id", o.ID)
	f.text("kind", o.Kind.String())
	f.text("title", o.Title)
	f.text("number", o.Number)
	f.text("issuer", o.Issuer)
	f.text("issued", o.Issued.String())
	f.text("approvedBy", o.ApprovedBy)
	f.beginRows()
	for _, row := range o.Rows {
		f.beginRow()
		f.dst = AppendRow(f.dst, row, Extra{})
	}
	f.endRows()
	if len(o.Choices) > 0 {
		f.name("readings")
		readings := object{dst: append(f.dst, '{')}
		for _, c := range o.Choices {
			readings.text(c.Reading().String(), c.String())
		}
		f.dst = append(readings.dst, '}')
	}
	f.text("carry", o.Carry.String())
	return f.end()
}

// Extra holds notes on a row for its readers; [Parse] leaves them aside. A zero field is not
// written.
type Extra struct {
	Document standards.DocumentInfo // its name, how well it is known, and the archived file in which it was read
	Note     string
}

// AppendRow appends row to dst as one line of JSON, in the flat shape of tables files, with its
// clause and printed words where it has them, and with extra. It can be pasted among the rows of a
// file.
func AppendRow(dst []byte, row standards.Standard, extra Extra) []byte {
	o := object{dst: append(dst, '{')}
	o.subject(row.Key, row.Place, row.Residence, row.Of)
	if row.Amount.Stated() {
		o.text("yuan", row.Amount.YuanText())
		o.text("per", row.Amount.Per().String())
	}
	if row.Number.Stated() {
		o.number(row.Key.Info().Form, row.Number)
	}
	if !row.Key.IsList() {
		o.text("bound", row.Bound.String())
	}
	if row.Struck {
		o.name("strike")
		o.dst = append(o.dst, "true"...)
	}
	o.text("from", row.From.String())
	o.text("until", row.Until.String())
	o.text("clause", row.Basis.Clause)
	o.text("printed", row.Basis.Printed)
	o.text("at", row.Basis.At)
	o.text("document", string(extra.Document.Document))
	o.text("standing", extra.Document.Standing.String())
	o.text("file", extra.Document.File)
	o.text("completeness", extra.Document.Completeness.String())
	o.text("sha256", extra.Document.SHA256)
	o.text("address", extra.Document.Address)
	o.text("note", extra.Note)
	return append(o.dst, '}')
}

// An object writes the fields of a JSON object on one line.
type object struct {
	dst  []byte
	some bool
}

func (o *object) name(name string) {
	if o.some {
		o.dst = append(o.dst, ',')
	}
	o.some = true
	o.dst = append(wire.AppendString(o.dst, name), ':')
}

// text writes a field unless it is empty.
func (o *object) text(name, text string) {
	if text != "" {
		o.name(name)
		o.dst = wire.AppendString(o.dst, text)
	}
}

// subject writes what a row is about.
func (o *object) subject(k standards.Key, p standards.Place, r standards.Residence, of string) {
	o.text("key", k.String())
	o.text("place", p.String())
	o.text("residence", r.String())
	o.text("of", of)
}

// number writes n in the field of its form. Where it does not fit there, what is written is such
// that Parse refuses it.
func (o *object) number(form standards.Form, n standards.Fraction) {
	fraction := strconv.FormatInt(n.Num, 10) + "/" + strconv.FormatInt(n.Den, 10)
	switch {
	case form&standards.Ratio != 0:
		o.text("ratio", fraction)
	case form&standards.Share != 0:
		if text, ok := percent(n); ok {
			o.text("percent", text)
		} else {
			o.text("percent", fraction)
		}
	default:
		name := "count"
		if form&standards.Age != 0 {
			name = "age"
		}
		if n.Den != 1 {
			o.text(name, fraction)
			return
		}
		o.name(name)
		o.dst = strconv.AppendInt(o.dst, n.Num, 10)
	}
}

// percent writes n as a percent such as 12.5, with one decimal for each zero of its denominator
// above 100, and whether that can be done.
func percent(n standards.Fraction) (string, bool) {
	decimals := 0
	for den := int64(100); den != n.Den; den *= 10 {
		if decimals++; decimals > maxDecimals {
			return scaled(n)
		}
	}
	digits := strconv.FormatInt(n.Num, 10)
	for len(digits) <= decimals {
		digits = "0" + digits
	}
	if decimals == 0 {
		return digits, true
	}
	cut := len(digits) - decimals
	return digits[:cut] + "." + digits[cut:], true
}

// scaled is percent of a share over another denominator.
func scaled(n standards.Fraction) (string, bool) {
	const most = standards.ShareDenominator
	if n.Den < 1 || most%n.Den != 0 || n.Num < 0 || n.Num > n.Den {
		return "", false
	}
	n.Num, n.Den = n.Num*(most/n.Den), most
	for n.Den != 100 && n.Num%10 == 0 {
		n.Num, n.Den = n.Num/10, n.Den/10
	}
	return percent(n)
}

// A fileWriter writes the fields of a tables file, each on its own line.
type fileWriter struct {
	dst        []byte
	some, rows bool
}

func (f *fileWriter) name(name string) {
	if f.some {
		f.dst = append(f.dst, ',')
	}
	f.some = true
	f.dst = append(wire.AppendString(append(f.dst, "\n  "...), name), ": "...)
}

// text writes a field unless it is empty.
func (f *fileWriter) text(name, text string) {
	if text != "" {
		f.name(name)
		f.dst = wire.AppendString(f.dst, text)
	}
}

func (f *fileWriter) beginRows() {
	f.name("rows")
	f.dst = append(f.dst, '[')
}

func (f *fileWriter) beginRow() {
	if f.rows {
		f.dst = append(f.dst, ',')
	}
	f.rows = true
	f.dst = append(f.dst, "\n    "...)
}

func (f *fileWriter) endRows() {
	if f.rows {
		f.dst = append(f.dst, "\n  "...)
	}
	f.dst = append(f.dst, ']')
}

func (f *fileWriter) end() []byte { return append(f.dst, "\n}\n"...) }
