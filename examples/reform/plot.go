package main

import (
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
)

// plot is a line over an axis, both in hundredths of what the axes say.
type plot struct {
	title, across string
	dots          []dot
	marks         []mark
}

type dot struct{ x, y int64 }

// mark is a place on the axis that is named.
type mark struct {
	x    int64
	text string
}

// The picture of a plot, in SVG units.
const (
	plotPanel           = 250
	plotLeft, plotRight = 110, 30
	plotTop, plotBottom = 54, 46
	plotTitle           = 34
)

// plots draws plots below each other, under a title if there is one.
func plots(title string, all ...*plot) []byte {
	var b strings.Builder
	top := min(len(title), 1) * plotTitle
	high := top + plotPanel*len(all)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="%s" font-size="12">`, wide, high, wide, high, fonts)
	b.WriteString("\n" + `<rect width="100%" height="100%" fill="#fff"/>` + "\n")
	if title != "" {
		sheet.Label(&b, plotLeft, 22, "start", 15, title)
	}
	for i, p := range all {
		p.draw(&b, top+plotPanel*i)
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// draw draws one plot. The axis of what is drawn need not begin at none: its marks say where it
// does.
func (p *plot) draw(b *strings.Builder, y0 int) {
	low, high := p.dots[0], p.dots[0]
	for _, d := range p.dots {
		low.x, low.y = min(low.x, d.x), min(low.y, d.y)
		high.x, high.y = max(high.x, d.x), max(high.y, d.y)
	}
	stepX, stepY := round(max(high.x-low.x, 100)), round(max(high.y-low.y, 100))
	low.y, high.y = low.y/stepY*stepY, (high.y/stepY+1)*stepY
	bottom := y0 + plotPanel - plotBottom
	px := func(x int64) int {
		return plotLeft + int((x-low.x)*(wide-plotLeft-plotRight)/max(high.x-low.x, 1))
	}
	py := func(y int64) int {
		return bottom - int(float64(y-low.y)/float64(high.y-low.y)*float64(plotPanel-plotTop-plotBottom))
	}
	sheet.Label(b, plotLeft-90, y0+20, "start", 12, p.title)
	for y := low.y; y <= high.y; y += stepY {
		fmt.Fprintf(b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#ddd"/>`+"\n", plotLeft, py(y), wide-plotRight, py(y))
		sheet.Label(b, plotLeft-8, py(y)+4, "end", 11, fmt.Sprint(y/100))
	}
	for x := (low.x + stepX - 1) / stepX * stepX; x <= high.x; x += stepX {
		fmt.Fprintf(b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#000"/>`+"\n", px(x), bottom, px(x), bottom+5)
		sheet.Label(b, px(x), bottom+18, "middle", 11, yuanMark(x))
	}
	fmt.Fprintf(b, `<path d="M%d %dV%dH%d" fill="none" stroke="#000"/>`+"\n", plotLeft, y0+plotTop, bottom, wide-plotRight)
	sheet.Label(b, wide-plotRight, bottom+38, "end", 11, p.across)
	for _, m := range p.marks {
		if m.x >= low.x && m.x <= high.x {
			fmt.Fprintf(b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#333" stroke-dasharray="2 3"/>`+"\n", px(m.x), y0+plotTop-4, px(m.x), bottom)
			sheet.Label(b, px(m.x), y0+plotTop-8, "middle", 11, m.text+" "+yuanMark(m.x))
		}
	}
	p.line(b, px, py)
}

// line draws the line with its dots.
func (p *plot) line(b *strings.Builder, px, py func(int64) int) {
	var path strings.Builder
	for i, d := range p.dots {
		path.WriteString(string("ML"[min(i, 1)]) + fmt.Sprintf("%d %d", px(d.x), py(d.y)))
	}
	fmt.Fprintf(b, `<path d="%s" fill="none" stroke="#000" stroke-width="2"/>`+"\n", path.String())
	for _, d := range p.dots {
		fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="2.6" fill="#000"/>`+"\n", px(d.x), py(d.y))
	}
}

// yuanMark writes fen as yuan, without decimals where there are none.
func yuanMark(fen int64) string {
	return strings.TrimSuffix(sheet.Sum{Fen: fen}.Yuan(), ".00")
}
