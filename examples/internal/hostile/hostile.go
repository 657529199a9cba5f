// Package hostile holds texts that would break out of a file, and tells of the files that programs
// write whether one of them did. It is for tests.
package hostile

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/internal/layout"
)

// Marks ends a text, an attribute, an element, a style and a comment, and begins a script. It has no
// space, so that it can be an id.
const Marks = `"'><script>alert(1)</script></style></title>--><!--&amp;`

// Controls moves a cursor, rings, turns lines around and hides.
const Controls = "\x1b[2J\a\u202e甲\u200b乙\u2028\u009b\u2066"

// Formulas are what a spreadsheet would compute, or might.
var Formulas = []string{"=cmd|'/C calc'!A0", "+1-1", "-A1", "@SUM(A1)", "\t=1+1", " =1+1", "＝1+1", "\u200b=1+1", "\n=1+1",
	`=HYPERLINK("http://localhost","x")`, "=1+1,=2+2"}

// mostOfText is how many characters of one text a page shows.
const mostOfText = 4100

// What stands in pages and pictures. All else came out of a text.
var (
	elements = strings.Fields(`html head meta title style body article header footer section div h1 h2 p ul li dl dt dd
		table thead tbody tr th td svg defs pattern rect line path circle text`)
	attributes = strings.Fields(`lang charset name content class scope role xmlns viewBox width height font-family
		font-size text-anchor x y x1 y1 x2 y2 cx cy r d fill stroke stroke-width stroke-dasharray id patternUnits
		patternTransform`)
)

// voids are the elements of HTML that nothing ends.
var voids = regexp.MustCompile(`<meta ([^<>]*)>`)

// HTML says what is wrong with a page: it is not well formed, it holds an element or an attribute that
// no page has, a character that cannot be printed, or a text that is too long to be read.
func HTML(page []byte) error {
	text, ok := bytes.CutPrefix(page, []byte("<!DOCTYPE html>\n"))
	if !ok {
		if text, ok = bytes.CutPrefix(page, []byte("<!doctype html>\n")); !ok {
			return errors.New("it does not begin as a page")
		}
	}
	return markup(voids.ReplaceAll(text, []byte("<meta $1/>")), "html")
}

// SVG is [HTML] for a picture.
func SVG(picture []byte) error { return markup(picture, "svg") }

func markup(text []byte, root string) error {
	read := xml.NewDecoder(bytes.NewReader(text))
	var open []string
	styles, roots := 0, 0
	for {
		token, err := read.RawToken() // it reads no name spaces
		if err == io.EOF && len(open) == 0 && roots == 1 && styles <= 1 {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w, with %v open, %d roots, %d styles", err, open, roots, styles)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(open) == 0 {
				roots++
			}
			if len(open) == 0 && token.Name.Local != root {
				return fmt.Errorf("it begins with <%s>", token.Name.Local)
			}
			if token.Name.Local == "style" {
				styles++
			}
			open = append(open, token.Name.Local)
			if err := element(token); err != nil {
				return err
			}
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != token.Name.Local {
				return fmt.Errorf("</%s> ends %v", token.Name.Local, open)
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if err := plain(string(token)); err != nil {
				return err
			}
			if n := utf8.RuneCount(token); n > mostOfText && !slices.Contains(open, "style") {
				return fmt.Errorf("a text of %d characters: %.60s", n, token)
			}
		default:
			return fmt.Errorf("a %T", token)
		}
	}
}

func element(e xml.StartElement) error {
	if !slices.Contains(elements, e.Name.Local) {
		return fmt.Errorf("an element <%s>", e.Name.Local)
	}
	for _, a := range e.Attr {
		if !slices.Contains(attributes, a.Name.Local) {
			return fmt.Errorf("an attribute %s of <%s>", a.Name.Local, e.Name.Local)
		}
		if strings.Contains(a.Value, "script") || plain(a.Value) != nil {
			return fmt.Errorf("an attribute %s=%q", a.Name.Local, a.Value)
		}
	}
	return nil
}

// plain says which character of a text cannot be printed.
func plain(text string) error {
	if layout.PlainLines(text) != text {
		return fmt.Errorf("what cannot be printed in %.120q", text)
	}
	return nil
}

// CSV says what is wrong with a table: it cannot be read, a row has more or fewer cells than the
// header, a spreadsheet would compute a cell, or a character cannot be printed.
func CSV(table []byte) error {
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(table, []byte("\ufeff")))).ReadAll()
	if err == nil && len(rows) == 0 {
		err = errors.New("it is empty")
	}
	for _, row := range rows {
		for _, cell := range row {
			if layout.Cell(cell) != cell {
				err = errors.Join(err, fmt.Errorf("a cell %.120q", cell))
			}
		}
	}
	return err
}

// JSON says what is wrong with JSON, of one value or lines of them: it is not valid, or has raw
// characters that move a cursor.
func JSON(text []byte) error {
	read := json.NewDecoder(bytes.NewReader(text))
	for count := 0; ; count++ {
		var value json.RawMessage
		err := read.Decode(&value)
		if err == io.EOF && count > 0 {
			break
		}
		if err != nil {
			return err
		}
	}
	for _, r := range string(text) {
		if r < ' ' && r != '\n' {
			return fmt.Errorf("a raw %U", r)
		}
	}
	return nil
}

// mostOfLine limits the bytes of a line that is shown.
const mostOfLine = 2000

// Text says which lines do not stay in their place where a person reads them.
func Text(text []byte) (err error) {
	for line := range strings.Lines(string(text)) {
		if len(line) > mostOfLine {
			return fmt.Errorf("a line of %d bytes: %.120q", len(line), line)
		}
		if err := plain(line); err != nil {
			return err
		}
	}
	return nil
}
