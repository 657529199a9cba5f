package notice

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// needs lists what undetermined verdicts and missing amounts wait for: facts, each with all those
// of whom it is needed for the same benefits, then figures.
func (w *writer) needs() {
	needs := w.Decision.Needs
	for i, n := range needs {
		same := func(other benefit.Need) bool { return other.Fact == n.Fact && other.For == n.For }
		if n.Fact != 0 && i == slices.IndexFunc(needs, same) {
			w.needFact(n.Fact, n.For)
		}
	}
	for i, n := range needs {
		if n.Fact == 0 && i == slices.IndexFunc(needs, func(other benefit.Need) bool { return other.Figure == n.Figure }) {
			w.needFigure(n.Figure)
		}
	}
}

func (w *writer) needFact(f benefit.Fact, parts benefit.Names) {
	var whose []string
	for _, n := range w.Decision.Needs {
		if n.Fact == f && n.For == parts {
			whose = append(whose, cmp.Or(n.Member, w.in("家庭", "household")))
		}
	}
	w.item("- ", f.Text(w.lang)+w.in("：", ": ")+w.names(whose)+w.forParts(parts))
}

// forParts names the benefits that wait.
func (w *writer) forParts(parts benefit.Names) string {
	var names []string
	for _, n := range parts.List() {
		names = append(names, n.Text(w.lang))
	}
	return w.in("（用于", " (for ") + w.names(names) + w.in("）", ")")
}

// needFigure says which figure is missing, what is on record of it, and how high it would have to
// be to change anything, for which benefits.
func (w *writer) needFigure(f benefit.Figure) {
	text := w.figure(f) + w.in("：", ": ")
	row, ok := w.Set.Find(f.Key, f.Place, f.Residence, f.Of)
	switch {
	case ok && row.Amount.Stated():
		text += w.in("只知不低于", "known only to be at least ") + w.both(row.Amount)
	default:
		text += w.in("无据可查", "not on record")
	}
	for _, n := range w.Decision.Needs {
		if n.Fact != 0 || n.Figure != f {
			continue
		}
		if n.Above.Stated() && n.Above.Fen() > 0 {
			text += w.in("，高于", "; above ") + w.both(n.Above) + w.in("才改变结果", " it would change the result")
		}
		text += w.forParts(n.For)
	}
	w.item("- ", text)
}

// figure names a figure: place, kind of hukou, what it is, and its class.
func (w *writer) figure(f benefit.Figure) string {
	kind := ""
	if f.Residence != 0 {
		kind = f.Residence.Text(w.lang)
	}
	of := ""
	if f.Of != "" {
		class := f.Of
		if grade, ok := eldercare.ParseSelfCare(class); ok {
			class = grade.Text(w.lang)
		}
		of = w.in("（"+class+"）", " ("+class+")")
	}
	if w.lang == standards.English {
		if kind != "" {
			kind = ", " + kind
		}
		return f.Key.Text(w.lang) + of + " of " + f.Place.Text(w.lang) + kind
	}
	return f.Place.Text(w.lang) + kind + f.Key.Text(w.lang) + of
}

// assumptions lists what is not stated and was taken for something, and apart from it what was
// filled by -assume.
func (w *writer) assumptions() {
	for _, a := range w.Decision.Assumed {
		text := a.Fact.Text(w.lang) + w.in("：按“", ": ") + w.taken(a) + w.in("”处理", "")
		if len(a.Members) > 0 {
			text += w.in("（", " (") + w.names(a.Members) + w.in("）", ")")
		}
		w.item("- ", text)
	}
	if len(w.Filled) == 0 {
		return
	}
	total := 0
	for _, f := range w.Filled {
		total += max(1, len(f.Members))
	}
	w.say("经办人以 -assume 假定%d项：", "Assumed by -assume, %d in all:", total)
	for _, f := range w.Filled {
		text := assistance.FillOf(f).Text(w.lang)
		if len(f.Members) > 0 {
			text += w.in("（", " (") + w.names(f.Members) + w.in("）", ")")
		}
		w.item("- ", text)
	}
}

// taken says what an unstated fact was taken for.
func (w *writer) taken(a benefit.Assumption) string {
	switch {
	case a.As == "no":
		return w.in("否", "no")
	case a.As == "capable":
		return w.in("有履行义务能力", "able to support")
	case a.As == "none" && a.Fact == benefit.IncomeFact:
		return w.in("无收入", "none")
	case a.As == "none":
		return w.in("否", "no")
	}
	return a.As
}

// readings names the choices that the decision turns on.
func (w *writer) readings() {
	for _, info := range standards.AllReadings() {
		if c := w.Decision.Readings.Of(info.Reading); c != 0 {
			choice := c.Info()
			w.item(layout.Pad(info.ID, 3)+" ",
				w.in(info.Question.Zh+"取“"+choice.Text.Zh+"”", capital(info.Question.En)+" Here: "+choice.Text.En))
		}
	}
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// data names the state of the rows, the tables files laid over them, and what a draft carries on.
func (w *writer) data() {
	d := &w.Decision
	tables := w.Set.Tables()
	w.say("数据版本：%s", "data version %s", d.DataVersion)
	for _, ref := range d.Tables {
		w.item(w.in("数据表：", "tables file: "), w.overlay(ref, tables))
	}
	if len(d.Carried) > 0 {
		w.item("- ", w.carried(d.Carried))
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
	title := w.in(info.Title.Zh, info.Title.En)
	for _, part := range [...]string{title, info.Number, info.Issuer, info.Issued.String(), "SHA-256 " + short(ref.SHA256)} {
		if part != "" {
			parts = append(parts, layout.Plain(part))
		}
	}
	return strings.Join(parts, w.in("，", ", "))
}

// short is the beginning of a digest, enough to tell two apart; the whole one stands in the JSON
// form.
func short(d standards.Digest) string { return d.String()[:min(12, len(d.String()))] }
