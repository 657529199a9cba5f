package notice

import (
	"strings"

	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// HTML returns n in language l as a page of its own: see [Page].
func (n Notice) HTML(l standards.Lang) string { return Page(n.Content(l)) }

// Page lays notices out as one HTML page fit for the screen and for printing on A4: each notice,
// and each annex, begins a sheet. It has no script, uses nothing from outside, and is set in fonts
// of the system. The language of the page is that of the first notice.
func Page(notices ...Content) string {
	var p page
	var first Content
	if len(notices) > 0 {
		first = notices[0]
	}
	p.raw("<!DOCTYPE html>\n<html lang=\"", htmlLang(first.Lang), "\">\n<head>\n<meta charset=\"utf-8\">\n",
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	p.line("title", first.Title)
	p.raw("<style>\n", pageStyle, "</style>\n</head>\n<body>\n")
	for i := range notices {
		p.notice(&notices[i])
	}
	p.raw("</body>\n</html>\n")
	return p.String()
}

// htmlLang is the language tag of a page.
func htmlLang(l standards.Lang) string { return l.In("zh-CN", "en") }

// page is HTML as it is written. What a notice says goes through text alone, which escapes it; raw
// is for marks that stand in this file.
type page struct{ strings.Builder }

// raw writes HTML.
func (p *page) raw(parts ...string) {
	for _, part := range parts {
		p.WriteString(part)
	}
}

// escaper makes any text one that HTML shows as it is: it writes what html/template writes between
// tags. That package itself is not used, since with it the library takes half as much again
// compiled for browsers.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "+", "&#43;")

// text writes a text to be shown as it is, but for characters that cannot be printed.
func (p *page) text(s string) {
	_, _ = escaper.WriteString(p, layout.PlainLines(s)) // a Builder takes everything
}

// element writes an element whose name may be followed by its class.
func (p *page) element(tag, s string) {
	name, class, _ := strings.Cut(tag, ".")
	p.raw("<", name)
	if class != "" {
		p.raw(" class=\"", class, "\"")
	}
	p.raw(">")
	p.text(s)
	p.raw("</", name, ">")
}

// line writes an element on a line of its own.
func (p *page) line(tag, s string) {
	p.element(tag, s)
	p.raw("\n")
}

func (p *page) notice(c *Content) {
	p.raw("<article lang=\"", htmlLang(c.Lang), "\">\n")
	if len(c.Warnings) > 0 {
		p.raw("<div class=\"warning\" role=\"alert\">")
		for _, warning := range c.Warnings {
			p.element("p", warning)
		}
		p.raw("</div>\n")
	}
	p.raw("<header>\n")
	p.line("h1", c.Title)
	if c.Number != "" {
		p.line("p.number", c.Number)
	}
	for _, about := range c.About {
		p.line("p", about)
	}
	p.raw("</header>\n")
	p.sections(c.Sections)
	p.raw("<footer>\n")
	for _, closing := range c.Closing {
		p.line("p", closing)
	}
	p.raw("</footer>\n")
	if len(c.Annex) > 0 {
		p.raw("<div class=\"annex\">\n")
		p.line("h1", c.AnnexTitle())
		for _, about := range c.About {
			p.line("p.about", about)
		}
		p.sections(c.Annex)
		p.raw("</div>\n")
	}
	p.raw("</article>\n")
}

func (p *page) sections(sections []Section) {
	for _, s := range sections {
		p.raw("<section>\n")
		p.line("h2", s.Number+s.Title)
		for rest := s.Blocks; len(rest) > 0; {
			n := itemsBefore(rest)
			switch {
			case n > 0:
				p.items(rest[:n])
			case rest[0].Table != nil:
				p.table(rest[0].Table)
			default:
				p.line("p", rest[0].Text)
			}
			rest = rest[max(n, 1):]
		}
		p.raw("</section>\n")
	}
}

// itemsBefore counts the items of a list with which blocks begin.
func itemsBefore(blocks []Block) int {
	for i := range blocks {
		if blocks[i].Table != nil || blocks[i].Mark == "" {
			return i
		}
	}
	return len(blocks)
}

// bullet is the mark of items that nothing tells apart.
const bullet = "- "

// items writes items as one list, with their marks where these tell them apart.
func (p *page) items(items []Block) {
	if items[0].Mark == bullet {
		p.raw("<ul>\n")
		for i := range items {
			p.line("li", items[i].Text)
		}
		p.raw("</ul>\n")
		return
	}
	p.raw("<dl>\n")
	for i := range items {
		p.raw("<div>")
		p.element("dt", items[i].Mark)
		p.element("dd", items[i].Text)
		p.raw("</div>\n")
	}
	p.raw("</dl>\n")
}

func (p *page) table(t *Table) {
	p.raw("<table>\n<thead><tr>")
	for i, head := range t.Head {
		p.raw("<th scope=\"col\"", rightOf(t, i), ">")
		p.text(head)
		p.raw("</th>")
	}
	p.raw("</tr></thead>\n<tbody>\n")
	for r, row := range t.Rows {
		p.raw("<tr")
		if t.Total && r == len(t.Rows)-1 {
			p.raw(" class=\"total\"")
		}
		p.raw(">")
		for i, cell := range row {
			p.raw("<td", rightOf(t, i), ">")
			p.text(cell)
			p.raw("</td>")
		}
		p.raw("</tr>\n")
	}
	p.raw("</tbody>\n</table>\n")
}

// rightOf is the class of a cell in column i.
func rightOf(t *Table, i int) string {
	if i < len(t.Right) && t.Right[i] {
		return " class=\"right\""
	}
	return ""
}

const pageStyle = `@page { size: A4; margin: 20mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #eef0f2; color: #1a1a1a; font: 15px/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
article { max-width: 210mm; margin: 24px auto; padding: 18mm 18mm 14mm; background: #fff; border: 1px solid #d5d9dd; overflow-wrap: anywhere; }
h1, h2 { font-weight: 600; line-height: 1.35; }
h1 { margin: 0 0 10px; font-size: 24px; text-align: center; }
h2 { margin: 22px 0 6px; padding-bottom: 3px; border-bottom: 1px solid #c3c9cf; font-size: 16px; break-after: avoid; }
p { margin: 4px 0; }
header { margin-bottom: 14px; }
header p, .about { text-align: center; color: #444; }
header + section { margin: 18px 0; padding: 2px 14px 8px; border-left: 4px solid #1f4e79; background: #f5f8fb; print-color-adjust: exact; }
header + section h2 { margin-top: 8px; border: 0; }
header + section p { font-size: 1.05em; }
header .number { color: #1a1a1a; }
ul { margin: 4px 0; padding-left: 1.4em; }
li { margin: 3px 0; break-inside: avoid; }
dl { margin: 4px 0; }
dl div { display: flex; gap: 0.8em; break-inside: avoid; margin: 3px 0; }
dt { flex: none; min-width: 3em; color: #444; }
dd { margin: 0; }
table { width: calc(100% - 2px); margin: 8px 1px; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 8px; border: 1px solid #c3c9cf; text-align: left; vertical-align: top; }
th { background: #f3f5f7; font-weight: 600; print-color-adjust: exact; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { white-space: nowrap; }
.right { text-align: right; white-space: nowrap; overflow-wrap: normal; }
.total td { font-weight: 600; }
footer { margin-top: 26px; text-align: right; break-inside: avoid; }
.warning { margin-bottom: 16px; padding: 8px 14px; border: 2px solid #a40000; color: #a40000; font-weight: 600; }
.annex { margin-top: 40px; padding-top: 20px; border-top: 3px double #999; }
.annex h1 { font-size: 20px; }
@media (max-width: 700px) {
  article { margin: 0; padding: 18px 14px; border: 0; overflow-x: auto; }
  th, td { padding: 4px 5px; }
  td { overflow-wrap: break-word; }
  .right { white-space: normal; }
}
@media (max-width: 480px) {
  table { font-size: 12px; }
  th, td { padding: 3px 2px; }
}
@media print {
  body { background: none; font-size: 10.5pt; line-height: 1.5; }
  article { max-width: none; margin: 0; padding: 0; border: 0; }
  article + article, .annex { break-before: page; }
  .annex { margin: 0; padding: 0; border: 0; }
  h1 { font-size: 17pt; }
  h2 { font-size: 11.5pt; }
  p, li { orphans: 2; widows: 2; }
}
`
