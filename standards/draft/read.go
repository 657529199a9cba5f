package draft

import (
	"bytes"
	"crypto/sha256"
	"encoding"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// Limits of one file.
const (
	MaxSize = 4 << 20 // bytes
	MaxRows = 1000
)

// Blank stands in a [Template] where something is to be filled in. A file in which it is left is
// refused with [wire.CodeRequired], as is one with an empty text.
const Blank = "待填 / to be filled in"

// Read reads a tables file from r as [Parse] does. An error of r is handed back wrapped, and where
// there is no r that is the error.
func Read(r io.Reader) (standards.Overlay, error) {
	if r == nil {
		return standards.Overlay{}, wire.Missing("reader")
	}
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return standards.Overlay{}, fmt.Errorf("draft: %w", err)
	}
	return Parse(data)
}

// Parse reads a tables file (数据表文件). The overlay's SHA256 is that of data. It reports a
// [*wire.SyntaxError] if data is not one JSON value or is above [MaxSize], otherwise all faults
// together as [wire.Errors].
func Parse(data []byte) (standards.Overlay, error) {
	if len(data) > MaxSize {
		return standards.Overlay{}, &wire.SyntaxError{Line: 1, Column: 1, Code: wire.CodeTooLong}
	}
	v, err := wire.Parse(bytes.TrimPrefix(data, []byte("\uFEFF")))
	if err != nil {
		return standards.Overlay{}, err
	}
	var p parser
	o := p.file(v)
	if err := p.Err(); err != nil {
		return standards.Overlay{}, err
	}
	o.SHA256 = sha256.Sum256(data)
	return o, nil
}

// A parser turns JSON values into what they state. What it returns is of use only if it noted no
// fault.
type parser struct{ wire.Faults }

var (
	fileFields = []string{"id", "kind", "title", "number", "issuer", "issued", "approvedBy", "rows", "readings", "carry",
		"note"}
	rowFields = []string{"key", "place", "residence", "of", "yuan", "per", "ratio", "percent", "count", "age", "bound",
		"strike", "from", "until", "clause",
		"printed", "at", "document", "standing", "file", "completeness", "sha256", "address", "note"}
)

func (p *parser) file(v wire.Value) standards.Overlay {
	o := p.Object(v, "", fileFields...)
	p.Required(o, "id")
	p.Required(o, "kind")
	read := standards.Overlay{
		ID:         p.text(o, "id"),
		Kind:       wordOf[standards.OverlayKind](p, o, "kind"),
		Title:      p.text(o, "title"),
		Number:     p.text(o, "number"),
		Issuer:     p.text(o, "issuer"),
		Issued:     p.date(o, "issued"),
		ApprovedBy: p.text(o, "approvedBy"),
		Rows:       p.rows(o),
		Choices:    p.choices(o),
		Carry:      p.date(o, "carry"),
	}
	p.aside(o, "note")
	return read
}

func (p *parser) rows(o wire.Obj) []standards.Standard {
	v, ok := o.Get("rows")
	if !ok {
		return nil
	}
	elems, _ := p.Array(v, "rows")
	if len(elems) > MaxRows {
		p.Add("rows", wire.CodeTooMany, strconv.Itoa(len(elems)))
		return nil
	}
	var rows []standards.Standard
	for i, elem := range elems {
		rows = append(rows, p.row(elem, wire.Index("rows", i)))
	}
	return rows
}

func (p *parser) row(v wire.Value, path string) standards.Standard {
	o := p.Object(v, path, rowFields...)
	for _, name := range [...]string{"key", "place", "from"} {
		p.Required(o, name)
	}
	row := standards.Standard{
		Key:       wordOf[standards.Key](p, o, "key"),
		Place:     word(p, o, "place", rowPlace, wire.CodeUnknownPlace),
		Residence: wordOf[standards.Residence](p, o, "residence"),
		Of:        p.text(o, "of"),
	}
	info := row.Key.Info()
	if row.Key == 0 {
		info.Form, info.Residence = ^standards.Form(0), true // no key is known, so nothing is known to be out of place
	}
	p.allow(o, "residence", info.Residence)
	p.allow(o, "bound", info.Form != standards.Listing)
	p.value(o, info, &row)
	row.Bound = wordOf[standards.Bound](p, o, "bound")
	if row.Bound == 0 && !row.Key.IsList() {
		row.Bound = standards.Exactly
	}
	p.allow(o, "strike", info.Form&standards.Listing != 0)
	if v, ok := o.Get("strike"); ok {
		row.Struck, _ = p.Bool(v, o.Path("strike"))
	}
	row.From = p.date(o, "from")
	row.Until = p.date(o, "until")
	row.Basis.Clause = p.text(o, "clause")
	row.Basis.Printed = p.text(o, "printed")
	row.Basis.At = p.text(o, "at")
	p.aside(o, "document", "standing", "file", "completeness", "sha256", "address", "note")
	return row
}

// rowPlace reads a place that a row holds for. A town's or a village's code is none: its figure
// would be taken for the county's.
func rowPlace(s string) (standards.Place, bool) {
	p, ok := standards.Parse[standards.Place](s)
	return p, ok && p != standards.Elsewhere && (len(s) == len("430223") || !isDigits(s))
}

// allow notes a fault if the field name stands there and may not.
func (p *parser) allow(o wire.Obj, name string, allowed bool) {
	if v, ok := o.Get(name); ok && !allowed {
		p.Add(o.Path(name), wire.CodeNotAllowed, v.Text())
	}
}

// valueFields are the fields that state a value, each with the form that it is of.
var valueFields = [...]struct {
	name string
	form standards.Form
}{
	{"yuan", standards.Money}, {"ratio", standards.Ratio}, {"percent", standards.Share}, {"count", standards.Count},
	{"age", standards.Age},
}

// value reads the one value of a row.
func (p *parser) value(o wire.Obj, info standards.KeyInfo, row *standards.Standard) {
	stated, missing, misplaced := "", "", false
	for _, field := range valueFields {
		v, ok := o.Get(field.name)
		switch {
		case info.Form&field.form == 0:
			p.allow(o, field.name, false)
			misplaced = misplaced || ok
		case ok && stated != "":
			p.Add(o.Path(field.name), wire.CodeConflict, v.Text())
		case ok:
			stated = field.name
			p.read(o, field.form, row)
		case missing == "":
			missing = field.name
		}
	}
	if stated == "" && !misplaced && info.Form&standards.Listing == 0 {
		p.Required(o, missing)
	}
	if _, ok := o.Get("yuan"); !ok {
		p.allow(o, "per", stated == "" && info.Form&standards.Money != 0)
	}
}

// read reads the value of the given form.
func (p *parser) read(o wire.Obj, form standards.Form, row *standards.Standard) {
	switch form {
	case standards.Money:
		var fen int64
		if v, ok := p.filled(o, "yuan"); ok {
			fen, _ = p.Money(v, o.Path("yuan"))
		}
		p.Required(o, "per")
		row.Amount = standards.Fen(fen, wordOf[standards.Period](p, o, "per"))
	case standards.Ratio:
		row.Number = word(p, o, "ratio", parseRatio, wire.CodeNotAValue)
	case standards.Share:
		row.Number = p.percent(o)
	case standards.Count:
		row.Number = p.whole(o, "count")
	case standards.Age:
		row.Number = p.whole(o, "age")
	}
}

// whole reads a count or an age. The range of each key is for With to know.
func (p *parser) whole(o wire.Obj, name string) standards.Fraction {
	const most = 1_000_000_000
	v, ok := p.filled(o, name)
	if !ok {
		return standards.Fraction{}
	}
	n, _ := p.Int(v, o.Path(name), 0, most)
	return standards.Whole(int64(n))
}

// parseRatio reads a ratio such as 3/2. It is not reduced.
func parseRatio(s string) (standards.Fraction, bool) {
	over, under, _ := strings.Cut(s, "/")
	n, ok := parseWhole(over)
	d, okUnder := parseWhole(under)
	return standards.Fraction{Num: n, Den: d}, ok && okUnder && d != 0
}

// parseWhole reads at most nine digits without leading zeros.
func parseWhole(s string) (int64, bool) {
	n, _ := strconv.Atoi(s)
	return int64(n), isDigits(s) && len(s) <= 9 && (len(s) == 1 || s[0] != '0')
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

const maxDecimals = 4 // of a percent, so that its denominator divides standards.ShareDenominator

func (p *parser) percent(o wire.Obj) standards.Fraction {
	v, ok := p.filled(o, "percent")
	path := o.Path("percent")
	switch {
	case !ok:
		return standards.Fraction{}
	case v.Kind() != wire.Number:
		if _, ok := p.String(v, path); !ok {
			return standards.Fraction{}
		}
	}
	whole, decimals, point := strings.Cut(v.Text(), ".")
	n, ok := parseWhole(whole)
	if !ok || point && !isDigits(decimals) || len(decimals) > maxDecimals {
		p.Add(path, wire.CodeNotAValue, v.Text())
		return standards.Fraction{}
	}
	share := standards.Percent(n)
	for _, digit := range []byte(decimals) {
		share.Num, share.Den = 10*share.Num+int64(digit-'0'), 10*share.Den
	}
	if share.Num > share.Den {
		p.Add(path, wire.CodeNumberRange, v.Text())
	}
	return share
}

func (p *parser) choices(o wire.Obj) []standards.Choice {
	v, ok := o.Get("readings")
	if !ok {
		return nil
	}
	var names []string
	for _, info := range standards.AllReadings() {
		names = append(names, info.Name)
	}
	readings := p.Object(v, "readings", names...)
	var choices []standards.Choice
	seen := map[string]bool{}
	for _, field := range v.Fields() {
		r, ok := standards.Parse[standards.Reading](field.Name)
		if !ok || seen[field.Name] {
			continue // noted above
		}
		seen[field.Name] = true
		choices = append(choices, p.choice(readings, r))
	}
	return choices
}

// choice returns what is chosen for r, zero if it is none of its choices.
func (p *parser) choice(readings wire.Obj, r standards.Reading) (choice standards.Choice) {
	path := readings.Path(r.String())
	if v, ok := p.filled(readings, r.String()); ok {
		code, ok := p.String(v, path)
		if choice, _ = r.Choose(code); ok && choice == 0 {
			wire.NotOneOf(&p.Faults, path, code, r.Info().Choices)
		}
	}
	return choice
}

// filled returns the field name if it stands there, and notes a fault if it is still to be filled
// in.
func (p *parser) filled(o wire.Obj, name string) (wire.Value, bool) {
	v, ok := o.Get(name)
	blank := ok && v.Kind() == wire.String && (strings.TrimSpace(v.Text()) == "" || v.Text() == Blank)
	if blank {
		p.Add(o.Path(name), wire.CodeRequired, v.Text())
	}
	return v, ok && !blank
}

// text returns the text of the field name, "" if it is not there.
func (p *parser) text(o wire.Obj, name string) string {
	v, ok := p.filled(o, name)
	if !ok {
		return ""
	}
	s, _ := p.String(v, o.Path(name))
	if strings.ContainsFunc(s, unicode.IsControl) {
		p.Add(o.Path(name), wire.CodeNotAValue, s)
	}
	return s
}

// wordOf reads the field name, one of the words of T, zero if it is not there.
func wordOf[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](p *parser, o wire.Obj, name string) (read T) {
	if v, ok := p.filled(o, name); ok {
		p.WordAt(v, o.Path(name), P(&read))
	}
	return read
}

// word reads the field name, zero if it is not there. If parse does not know it, code is noted.
func word[T any](p *parser, o wire.Obj, name string, parse func(string) (T, bool), code string) (read T) {
	if v, ok := p.filled(o, name); ok {
		if s, ok := p.String(v, o.Path(name)); ok {
			if read, ok = parse(s); !ok {
				p.Add(o.Path(name), code, s)
			}
		}
	}
	return read
}

func (p *parser) date(o wire.Obj, name string) standards.Date {
	parse := func(s string) (standards.Date, bool) {
		d, err := standards.ParseDate(s)
		return d, err == nil
	}
	return word(p, o, name, parse, wire.CodeDateFormat)
}

// aside checks that fields which are not kept are texts.
func (p *parser) aside(o wire.Obj, names ...string) {
	for _, name := range names {
		if v, ok := o.Get(name); ok {
			p.String(v, o.Path(name))
		}
	}
}
