package main

import (
	"fmt"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/examples/internal/sheet"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The picture, in SVG units.
const (
	wide, panel = 760, 330
	left, right = 80, 24
	top, bottom = 62, 52
	plotWide    = wide - left - right
	plotHigh    = panel - top - bottom
)

// fonts are those of pictures.
const fonts = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, WenQuanYi Zen Hei, sans-serif"

// svg draws the curves below each other. Before is dashed and thin, after solid and thick, so that
// both can be told apart in black and white; a cliff is a hollow circle where the total stood last
// and a full one where it goes on; what is not settled is left out.
func svg(curves []curve, before, on standards.Date) []byte {
	var b strings.Builder
	high := 56 + panel*len(curves)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="%s" font-size="12">`, wide, high, wide, high, fonts)
	b.WriteString("\n" + `<rect width="100%" height="100%" fill="#fff"/>` + "\n")
	sheet.Label(&b, left, 24, "start", 15, "合计金额随收入的变化 / Total payment against income")
	fmt.Fprintf(&b, `<line x1="%d" y1="40" x2="%d" y2="40" stroke="#777" stroke-width="1.6" stroke-dasharray="6 4"/>`+"\n", left, left+34)
	sheet.Label(&b, left+40, 44, "start", 12, fmt.Sprintf("之前 / before %s", before))
	fmt.Fprintf(&b, `<line x1="%d" y1="40" x2="%d" y2="40" stroke="#000" stroke-width="2.6"/>`+"\n", left+220, left+254)
	sheet.Label(&b, left+260, 44, "start", 12, fmt.Sprintf("之后 / after %s", on))
	fmt.Fprintf(&b, `<circle cx="%d" cy="40" r="4" fill="#fff" stroke="#000" stroke-width="1.4"/><circle cx="%d" cy="40" r="4" fill="#000"/>`+"\n", left+440, left+454)
	sheet.Label(&b, left+464, 44, "start", 12, "断崖 / cliff")
	sheet.Label(&b, wide-right, 24, "end", 11, "待定部分不画 / undetermined parts are not drawn")
	for i := range curves {
		curves[i].draw(&b, 56+panel*i)
	}
	b.WriteString("</svg>\n")
	return []byte(b.String())
}

// spot is an income and a total, in fen.
type spot struct{ x, y int64 }

// settled reports whether no verdict and no amount of the total is open. An amount may be a lower
// limit.
func settled(s *whatif.Side) bool {
	for of, p := range s.Decision.Parts() {
		missing := p.Verdict == benefit.Eligible && !p.Payment.Stated() && benefit.Paying.Has(of.Part)
		if p.Verdict == benefit.Undetermined || missing {
			return false
		}
	}
	return true
}

// pieces are the straight pieces of one side of the curve that are settled, up to the income far.
func pieces(list []whatif.Boundary, far int64) [][2]spot {
	var all [][2]spot
	for i, b := range list {
		first := spot{b.Quantity.From, 0}
		if i > 0 {
			first = spotOf(&list[i-1].After)
		} else if b.Slopes[0] != nil {
			first.y = extended(&b.Before, b, 0, first.x)
		}
		if settled(&b.Before) {
			if i == 0 && b.Slopes[0] == nil {
				first = spotOf(&b.Before)
			}
			all = append(all, [2]spot{first, spotOf(&b.Before)})
		}
	}
	if n := len(list); n > 0 && settled(&list[n-1].After) {
		last := &list[n-1]
		end := spotOf(&last.After)
		if last.Slopes[1] != nil {
			end.y = extended(&last.After, *last, 1, far)
		}
		all = append(all, [2]spot{spotOf(&last.After), {far, end.y}})
	}
	return all
}

func spotOf(s *whatif.Side) spot { return spot{s.At, s.Decision.Total.Amount.Fen()} }

// extended is the total at x on the straight piece that s lies on.
func extended(s *whatif.Side, b whatif.Boundary, side int, x int64) int64 {
	slope := b.Slopes[side]
	y := (x - s.At) * slope.Num().Int64() / slope.Denom().Int64()
	return s.Decision.Total.Amount.Fen() + y
}

// round gives the step between marks of an axis of so many fen: about five of them.
func round(most int64) int64 {
	for unit := int64(1_00); ; unit *= 10 {
		for _, n := range [...]int64{1, 2, 5} {
			if most <= unit*n*6 {
				return unit * n
			}
		}
	}
}

func (c *curve) draw(b *strings.Builder, y0 int) {
	most, far := spot{1_00, 1_00}, int64(0)
	for _, list := range c.boundaries {
		for _, at := range list {
			far = max(far, at.After.At)
			if at.Cliff {
				most.y = max(most.y, spotOf(&at.Before).y, spotOf(&at.After).y)
			}
		}
	}
	far = max(far*5/4, 100_00)
	var sides [2][][2]spot
	for i, list := range c.boundaries {
		sides[i] = pieces(list, far)
		for _, p := range sides[i] {
			most.y = max(most.y, p[0].y, p[1].y)
		}
	}
	stepX, stepY := round(far), round(most.y)
	most.x, most.y = far, (most.y/stepY+1)*stepY
	px := func(x int64) int { return left + int(x*plotWide/most.x) }
	py := func(y int64) int { return y0 + top + plotHigh - int(y*plotHigh/most.y) }

	who := c.h.ID + "：" + c.h.Division.Text(0) + " / " + c.h.Division.Text(1)
	sheet.Label(b, left, y0+24, "start", 14, fmt.Sprintf("%s, %d人 / people", who, len(c.h.Members)))
	sheet.Label(b, left-60, y0+48, "start", 11, "合计（元/月）/ total (yuan a month)")
	for y := int64(0); y <= most.y; y += stepY {
		fmt.Fprintf(b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#ddd"/>`+"\n", left, py(y), wide-right, py(y))
		sheet.Label(b, left-8, py(y)+4, "end", 11, fmt.Sprint(y/100))
	}
	for x := int64(0); x <= most.x; x += stepX {
		fmt.Fprintf(b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="#000"/>`+"\n", px(x), py(0), px(x), py(0)+5)
		sheet.Label(b, px(x), py(0)+18, "middle", 11, fmt.Sprint(x/100))
	}
	fmt.Fprintf(b, `<path d="M%d %dV%dH%d" fill="none" stroke="#000"/>`+"\n", left, y0+top, py(0), wide-right)
	sheet.Label(b, wide-right, py(0)+38, "end", 11, fmt.Sprintf("成员 %s 的收入（元/月）/ income of member %s (yuan a month)", c.member, c.member))
	if len(sides[0])+len(sides[1]) == 0 {
		sheet.Label(b, left+plotWide/2, y0+top+plotHigh/2, "middle", 12, "全部待定 / undetermined throughout")
	}
	for i, style := range [...]string{`stroke="#777" stroke-width="1.6" stroke-dasharray="6 4"`, `stroke="#000" stroke-width="2.6"`} {
		for _, p := range sides[i] {
			fmt.Fprintf(b, `<line x1="%d" y1="%d" x2="%d" y2="%d" %s/>`+"\n", px(p[0].x), py(p[0].y), px(p[1].x), py(p[1].y), style)
		}
	}
	for i, color := range [...]string{"#777", "#000"} {
		for _, at := range c.boundaries[i] {
			if !at.Cliff {
				continue
			}
			from, to := spotOf(&at.Before), spotOf(&at.After)
			fmt.Fprintf(b, `<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="%s" stroke-width="0.8" stroke-dasharray="1 3"/>`+"\n", px(to.x), py(from.y), px(to.x), py(to.y), color)
			fmt.Fprintf(b, `<circle cx="%d" cy="%d" r="4" fill="#fff" stroke="%s" stroke-width="1.4"/><circle cx="%d" cy="%d" r="4" fill="%s"/>`+"\n",
				px(from.x), py(from.y), color, px(to.x), py(to.y), color)
			label := sheet.Sum{Fen: to.x}.Yuan()
			if y := py(max(from.y, to.y)); i == 0 { // to the left, and below the dashed line
				sheet.Label(b, px(to.x)-6, min(y+14, py(0)-6), "end", 10, label)
			} else {
				sheet.Label(b, px(to.x)+6, min(max(y-8, y0+top-2), py(0)-6), "start", 10, label)
			}
		}
	}
}
