package notice

import (
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// readings names the choices that the decision turns on.
func (w *writer) readings() {
	for _, info := range standards.AllReadings() {
		if c := w.Decision.Readings.Of(info.Reading); c != 0 {
			zh := info.Question.Zh + "取“" + c.Text(standards.Chinese) + "”"
			en := w.capital(info.Question.En) + " Here: " + c.Text(standards.English)
			w.item(layout.Pad(info.ID, 3)+" ", w.in(zh, en))
		}
	}
}

// documents lists the documents that the steps cite: number, issuer, date, how well each is known,
// and the text that was read.
func (w *writer) documents() {
	var cited []standards.Document
	for _, s := range w.Decision.Steps {
		if s.Document != "" && !slices.Contains(cited, s.Document) {
			cited = append(cited, s.Document)
		}
	}
	for _, d := range cited {
		info, _ := w.Set.Tables().Document(d)
		if info.Document == "" {
			info = d.Info()
		}
		w.item(bullet, w.document(info))
	}
}

// document describes one document.
func (w *writer) document(info standards.DocumentInfo) string {
	parts := []string{layout.Passage(info.Name(w.lang))}
	add := func(part string) {
		if part != "" {
			parts = append(parts, layout.Passage(part))
		}
	}
	add(info.Number)
	add(info.Issuer)
	if !info.Issued.IsZero() {
		add(w.in(w.date(info.Issued)+"公布", "published "+w.date(info.Issued)))
	}
	if !info.From.IsZero() {
		from := w.in("自"+w.date(info.From)+"起施行", "in force from "+w.date(info.From))
		if info.DateUnverified {
			from += w.in("（日期未核实）", " (date not verified)")
		}
		add(from)
	}
	add(info.Standing.Text(w.lang) + w.textRead(info))
	return strings.Join(parts, w.in("，", ", "))
}

// textRead says which text of a document was read: how much of it, by which digest it is known
// again, and where it was found.
func (w *writer) textRead(info standards.DocumentInfo) string {
	if info.SHA256 == "" {
		return ""
	}
	digest := "SHA-256 " + info.SHA256[:min(shownDigest, len(info.SHA256))]
	parts := []string{w.in("存本：", "file: ") + info.Completeness.Text(w.lang), digest}
	if info.Address != "" {
		parts = append(parts, w.in("读自 ", "read at ")+info.Address)
	}
	return w.in("（"+strings.Join(parts, "，")+"）", " ("+strings.Join(parts, ", ")+")")
}

// data names the state of the rows, the tables files laid over them, and what a draft carries on.
func (w *writer) data() {
	d := &w.Decision
	tables := w.Set.Tables()
	w.say("数据版本：%s", "data version %s", d.DataVersion)
	for _, ref := range d.Tables {
		w.item(w.in("数据表：", "tables file: "), w.overlay(ref, tables))
	}
	if len(d.Carried) > 0 {
		w.item(bullet, w.carried(d.Carried))
	}
	w.say("标准摘要 %s　家庭摘要 %s", "standards %s, household %s", short(d.Digest), short(d.Input))
}

// carried names the figures of the city that a draft lets go on, and the day whose figures they
// are.
func (w *writer) carried(figures []benefit.Figure) string {
	names := make([]string, len(figures))
	var day standards.Date
	for i, f := range figures {
		names[i] = w.figure(f)
		if row, ok := w.Set.Find(f.Key, f.Place, f.Residence, f.Of); ok && !row.Carried.IsZero() {
			day = row.Carried
		}
	}
	list := strings.Join(names, w.in("、", "; "))
	if day.IsZero() {
		return w.in("沿用的标准：", "carried on: ") + list
	}
	return w.in("沿用"+w.date(day)+"的标准：", "carried on as on "+w.date(day)+": ") + list
}

// overlay describes a tables file.
func (w *writer) overlay(ref standards.TableRef, tables *standards.Tables) string {
	info, _ := tables.Document(standards.Document(ref.ID))
	kind := w.in("补充", "supplement")
	if ref.Kind == standards.Draft {
		kind = w.in("草案", "draft")
	}
	parts := []string{ref.ID, kind}
	for _, part := range [...]string{w.in(info.Title.Zh, info.Title.En), info.Number, info.Issuer, w.date(info.Issued),
		"SHA-256 " + short(ref.SHA256)} {
		if part != "" {
			parts = append(parts, layout.Passage(part))
		}
	}
	return strings.Join(parts, w.in("，", ", "))
}

// shownDigest is how much of a digest is shown, enough to tell two apart. The whole one stands in
// the JSON form, and of a document in the tables.
const shownDigest = 12

func short(d standards.Digest) string { return d.String()[:min(shownDigest, len(d.String()))] }
