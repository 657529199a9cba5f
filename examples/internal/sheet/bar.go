package sheet

import (
	"encoding/xml"
	"fmt"
	"html/template"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/layout"
)

// Bar is a bar of a chart.
type Bar struct {
	Name  string
	Size  int64  // not below zero
	Value string // what it says
	Fill  Fill
}

// Fill is how a bar is filled, so that bars can be told apart in black and white.
type Fill int

// The fills of bars.
const (
	Solid Fill = iota
	Light
	Hatched
)

var fills = [...]string{Solid: "#666", Light: "#ccc", Hatched: "url(#hatch)"}

// The chart of bars, in SVG units.
const (
	barHigh, barRow, barFont = 16, 24, 12
	barWide, barValue        = 380, 130
	charWide                 = 6.6 // of a narrow character
)

// Bars draws bars below each other, each with its name before it and its value behind it, as an SVG
// picture.
func Bars(bars []Bar) template.HTML {
	most, name := int64(1), 0
	for _, bar := range bars {
		most, name = max(most, bar.Size), max(name, int(float64(layout.Width(bar.Name))*charWide)+12)
	}
	var b strings.Builder
	high := max(barRow*len(bars), 1)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %[1]d %[2]d" width="%[1]d" height="%[2]d">`, name+barWide+barValue, high)
	b.WriteString(`<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
		`<rect width="6" height="6" fill="#fff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#333" stroke-width="3"/></pattern></defs>` + "\n")
	for i, bar := range bars {
		y, wide := barRow*i, max(1, int(float64(bar.Size)/float64(most)*barWide))
		Label(&b, name-8, y+barHigh, "end", barFont, bar.Name)
		fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s" stroke="#333" stroke-width="0.6"/>`+"\n", name, y+4, wide, barHigh, fills[bar.Fill])
		Label(&b, name+wide+6, y+barHigh, "start", barFont, bar.Value)
	}
	b.WriteString("</svg>")
	return template.HTML(b.String()) //nolint:gosec // Label escapes what it prints
}

// Label writes a text into an SVG picture. One that would never fit is cut.
func Label(b *strings.Builder, x, y int, anchor string, size int, text string) {
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="%s" font-size="%d">`, x, y, anchor, size)
	_ = xml.EscapeText(b, []byte(layout.Passage(text)))
	b.WriteString("</text>\n")
}
