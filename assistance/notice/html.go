package notice

import (
	"html/template"
	"strings"
	"sync"

	"github.com/openminzheng/zhuzhou/standards"
)

// HTML returns n in language l as a page of its own: see [Page].
func (n Notice) HTML(l standards.Lang) (string, error) { return Page(n.Content(l)) }

// Page lays notices out as one HTML page fit for the screen and for printing on A4: each notice, and each annex,
// begins a sheet. It has no script, uses nothing from outside, and is set in fonts of the system. The language of
// the page is that of the first notice. It reports the error of the template, which no content causes.
func Page(notices ...Content) (string, error) {
	page, err := pageTemplate()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	shown := struct {
		Lang    standards.Lang
		Title   string
		Notices []Content
	}{Notices: notices}
	if len(notices) > 0 {
		shown.Lang, shown.Title = notices[0].Lang, notices[0].Title
	}
	err = page.Execute(&b, shown)
	return b.String(), err
}

// htmlLang is the language tag of a page.
func htmlLang(l standards.Lang) string { return l.In("zh-CN", "en") }

var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("page").Funcs(template.FuncMap{"tag": htmlLang, "grouped": grouped, "last": last}).Parse(pageText)
})

// group is paragraphs, items of one list, or a table, that follow one another.
type group struct {
	Items     []Block
	Numbered  bool // the marks of the items tell them apart
	Paragraph *Block
	Table     *Table
}

// grouped puts items that follow one another into one list.
func grouped(blocks []Block) []group {
	var groups []group
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Table != nil:
			groups = append(groups, group{Table: b.Table})
		case b.Mark == "":
			groups = append(groups, group{Paragraph: b})
		case len(groups) > 0 && len(groups[len(groups)-1].Items) > 0:
			groups[len(groups)-1].Items = append(groups[len(groups)-1].Items, *b)
		default:
			groups = append(groups, group{Items: []Block{*b}, Numbered: b.Mark != bullet})
		}
	}
	return groups
}

// bullet is the mark of items that nothing tells apart.
const bullet = "- "

// last reports whether row i of a table is its sum.
func last(t *Table, i int) bool { return t.Total && i == len(t.Rows)-1 }

const pageText = `<!DOCTYPE html>
<html lang="{{tag .Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<style>
` + pageStyle + `</style>
</head>
<body>
{{range .Notices}}<article lang="{{tag .Lang}}">
{{with .Warnings}}<div class="warning" role="alert">{{range .}}<p>{{.}}</p>{{end}}</div>
{{end}}<header>
<h1>{{.Title}}</h1>
{{with .Number}}<p class="number">{{.}}</p>
{{end}}{{range .About}}<p>{{.}}</p>
{{end}}</header>
{{range .Sections}}{{template "section" .}}{{end}}<footer>
{{range .Closing}}<p>{{.}}</p>
{{end}}</footer>
{{if .Annex}}<div class="annex">
<h1>{{.AnnexTitle}}</h1>
{{range .About}}<p class="about">{{.}}</p>
{{end}}{{range .Annex}}{{template "section" .}}{{end}}</div>
{{end}}</article>
{{end}}</body>
</html>
{{define "section"}}<section>
<h2>{{.Number}}{{.Title}}</h2>
{{range grouped .Blocks}}{{if .Table}}{{template "table" .Table}}{{else if .Paragraph}}<p>{{.Paragraph.Text}}</p>
{{else if .Numbered}}<dl>
{{range .Items}}<div><dt>{{.Mark}}</dt><dd>{{.Text}}</dd></div>
{{end}}</dl>
{{else}}<ul>
{{range .Items}}<li>{{.Text}}</li>
{{end}}</ul>
{{end}}{{end}}</section>
{{end}}{{define "table"}}{{$t := .}}<table>
<thead><tr>{{range $i, $h := .Head}}<th scope="col"{{if index $t.Right $i}} class="right"{{end}}>{{$h}}</th>{{end}}</tr></thead>
<tbody>
{{range $r, $row := .Rows}}<tr{{if last $t $r}} class="total"{{end}}>{{range $i, $c := $row}}<td{{if index $t.Right $i}} class="right"{{end}}>{{$c}}</td>{{end}}</tr>
{{end}}</tbody>
</table>
{{end}}`

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
.right { text-align: right; white-space: nowrap; }
.total td { font-weight: 600; }
footer { margin-top: 26px; text-align: right; break-inside: avoid; }
.warning { margin-bottom: 16px; padding: 8px 14px; border: 2px solid #a40000; color: #a40000; font-weight: 600; }
.annex { margin-top: 40px; padding-top: 20px; border-top: 3px double #999; }
.annex h1 { font-size: 20px; }
@media (max-width: 700px) {
  article { margin: 0; padding: 18px 14px; border: 0; }
  th, td { padding: 4px 5px; }
  .right { white-space: normal; }
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
