package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/standards"
)

// csv is the table of costs for a spreadsheet: numbers are bare, and their bounds stand in columns of their own.
func (r *report) csv(l standards.Lang) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"place", "hukou", "benefit", "before_yuan", "before_bound", "after_yuan", "after_bound", "before_year_yuan", "after_year_yuan",
		"people_before", "people_after", "undetermined_before", "undetermined_after"}}
	for _, c := range r.everyCost() {
		row := append(c.names(l), c.Before.number(), c.Before.bound(), c.After.number(), c.After.bound(), c.BeforeYear.number(), c.AfterYear.number())
		for _, n := range [...]int64{c.Recipients[0], c.Recipients[1], c.Undetermined[0], c.Undetermined[1]} {
			people := strconv.FormatInt(n, 10)
			if c.Benefit == 0 {
				people = "" // of several benefits people are not added up
			}
			row = append(row, people)
		}
		rows = append(rows, row)
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// number is the sum in yuan without its bound.
func (s sum) number() string { return sum{fen: s.fen}.yuan() }

// bound is the word of the sum's bound.
func (s sum) bound() string {
	if s.atLeast {
		return standards.AtLeast.String()
	}
	return standards.Exactly.String()
}

// page is the report as one page to print: text, tables and charts, without a script and without anything to fetch.
type page struct {
	Title, Notice string
	Lang          string
	Drafts        []string
	Sections      []section
}

type section struct {
	Title string
	Rows  [][]string // the first is the header
	Texts int        // how many columns of Rows are text
	Lists []block
	Chart template.HTML
	Note  string
}

// html writes the report as a page in language l. The chart is an SVG picture of the households that were looked at.
func (r *report) html(l standards.Lang, overlays []standards.Overlay, chart []byte) ([]byte, error) {
	p := page{Lang: l.In("zh-CN", "en"), Title: fmt.Sprintf(l.In("草案比较：%s（之前）与 %s（之后）", "Reform: %s (before) against %s (after)"), r.Before, r.On)}
	for _, o := range overlays {
		p.Drafts = append(p.Drafts, o.ID+l.In("：", ": ")+o.Title)
	}
	if r.RecipientsOnly {
		p.Notice = l.In("注意：之前没有不符合低保条件的家庭，文件可能只有在保对象，看不出新增的对象。", "Warning: no household was ineligible for dibao before. The file may hold recipients only, and newly eligible ones cannot be seen.")
	}
	p.Sections = []section{
		{Title: fmt.Sprintf(l.In("共 %d 户 %d 人，退回 %d 户", "%d households, %d people; %d refused"), r.Households[0], r.People, r.Refused), Rows: r.sumRows(l), Texts: 1,
			Note: l.In("≥ 表示只知下限。年度金额按十二个月计。", "≥ marks what is known as a lower limit only. A year is twelve months.")},
		{Title: l.In("增减的分布（每户每月，元）", "The distribution of changes (yuan a month, by household)"), Chart: r.bars(l),
			Note: fmt.Sprintf(l.In("增加 %d 户，减少 %d 户，不变 %d 户，待定 %d 户", "%d households gain, %d lose, %d stay, %d undetermined"), r.Gainers, r.Losers, r.Unchanged, r.Open)},
		{Title: l.In("增加和减少最多的家庭", "The largest gains and losses"), Lists: r.gainsAndLosses(l)},
		{Title: l.In("按地方、户籍类别和项目（元/月；万元/年）", "By place, kind of hukou and benefit (yuan a month; 10,000 yuan a year)"), Rows: r.costRows(l), Texts: 3},
		{Title: l.In("断崖：草案新增和消除的", "Cliffs that the draft adds or removes"), Lists: r.cliffList(l), Chart: template.HTML(chart), //nolint:gosec // written by svg, which escapes what it prints
			Note: l.In("收入多一分，合计变动超过一分；仅为所查的家庭。", "A fen more income changes the total by more than a fen; of the households looked at.")},
	}
	var b bytes.Buffer
	err := pageTemplate.Execute(&b, &p)
	return b.Bytes(), err
}

// bars is the distribution as a picture: a bar for each band that has households, those that lose hatched.
func (r *report) bars(l standards.Lang) template.HTML {
	const row, name, width = 24, 230, 420
	most := int64(1)
	for _, b := range r.Distribution.Bands {
		most = max(most, b.Exact+b.AtLeast)
	}
	var b strings.Builder
	y := 0
	for i, band := range r.Distribution.Bands {
		n := band.Exact + band.AtLeast
		if n == 0 {
			continue
		}
		fill := "#666"
		switch {
		case i < caseload.ChangeBands:
			fill = "url(#hatch)"
		case i == caseload.ChangeBands:
			fill = "#ccc"
		}
		label(&b, name-8, y+16, "end", 12, bandText(i-caseload.ChangeBands, band, l))
		fmt.Fprintf(&b, `<rect x="%d" y="%d" width="%d" height="16" fill="%s" stroke="#333" stroke-width="0.6"/>`+"\n", name, y+4, max(1, int(n*width/most)), fill)
		label(&b, name+max(1, int(n*width/most))+6, y+16, "start", 12, strconv.FormatInt(n, 10))
		y += row
	}
	return template.HTML(fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">`+
		`<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>`+
		`<line x1="0" y1="0" x2="0" y2="6" stroke="#333" stroke-width="3"/></pattern></defs>`, name+width+60, max(y, 1), name+width+60, max(y, 1)) + b.String() + `</svg>`)
}

var pageTemplate = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="{{.Lang}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{.Title}}</title>
<style>
body{font:15px/1.5 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #999}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
td,th{border-bottom:1px solid #ddd;padding:.2rem .5rem;text-align:right;font-weight:normal}
th{border-bottom:1px solid #333;vertical-align:bottom}td.t,th.t{text-align:left}
.scroll{overflow-x:auto}.line{font-weight:600;margin:.8rem 0 .2rem}.below{margin:0 0 0 1.2rem;white-space:pre-line;overflow-wrap:anywhere}
.note{color:#444}.warn{border:2px solid #333;padding:.5rem 1rem}svg{max-width:100%;height:auto}
@media print{body{margin:0;max-width:none;font-size:11px}h2,tr,.line{break-after:avoid}tr,svg{break-inside:avoid}}
</style></head><body>
<h1>{{.Title}}</h1>
{{range .Drafts}}<p>{{.}}</p>{{end}}
{{with .Notice}}<p class="warn">{{.}}</p>{{end}}
{{range .Sections}}<h2>{{.Title}}</h2>
{{$texts := .Texts}}{{with .Rows}}<div class="scroll"><table>{{range $i, $row := .}}<tr>{{range $j, $cell := $row}}{{if $i}}<td{{if lt $j $texts}} class="t"{{end}}>{{$cell}}</td>{{else}}<th{{if lt $j $texts}} class="t"{{end}}>{{$cell}}</th>{{end}}{{end}}</tr>
{{end}}</table></div>{{end}}
{{range .Lists}}<p class="line">{{.Line}}{{with .By}}  ({{.}}){{end}}</p>{{range .Below}}<p class="below">{{.}}</p>{{end}}
{{end}}{{.Chart}}
{{with .Note}}<p class="note">{{.}}</p>{{end}}
{{end}}</body></html>
`))
