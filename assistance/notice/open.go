package notice

import (
	"cmp"
	"slices"

	"github.com/openminzheng/zhuzhou/assistance/assume"
	"github.com/openminzheng/zhuzhou/eldercare"
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
	w.item(bullet, w.capital(f.Text(w.lang))+w.in("：", ": ")+w.names(whose)+w.forParts(parts))
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
	text += w.in("。请提供当地公布的该标准及其文件", "; supply the figure as the place publishes it, with its document")
	var parts benefit.Names
	for _, n := range w.Decision.Needs {
		if n.Fact == 0 && n.Figure == f {
			parts |= n.For
		}
	}
	w.item(bullet, w.capital(text)+w.forParts(parts))
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
		if grade, ok := standards.Parse[eldercare.SelfCare](class); ok {
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
		text := w.capital(a.Fact.Text(w.lang)) + w.in("：按“", ": ") + w.taken(a) + w.in("”处理", "")
		if len(a.Members) > 0 {
			text += w.in("（", " (") + w.names(a.Members) + w.in("）", ")")
		}
		w.item(bullet, text+w.otherwise(a.Fact))
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
		text := w.capital(assume.Of(f).Text(w.lang))
		if len(f.Members) > 0 {
			text += w.in("（", " (") + w.names(f.Members) + w.in("）", ")")
		}
		w.item(bullet, text)
	}
}

// otherwise says what follows where the fact is not as it was taken, of facts that no field states.
func (w *writer) otherwise(f benefit.Fact) string {
	switch f {
	case benefit.SupportOwedFact:
		return w.in("；应当给付的，须载明为本人的转移性收入", "; what is owed is to be stated as the member's transfer income")
	case benefit.GuideExclusionsFact:
		return w.in("；有其中情形的，不享受该项生活补贴", "; whoever one applies to is not due the living subsidy")
	}
	return ""
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
	case a.As == "none" && a.Fact == benefit.SupportOwedFact:
		return w.in("无", "none")
	case a.As == "none":
		return w.in("否", "no")
	case a.As == "within":
		return w.in("符合规定", "within the limit")
	}
	return a.As
}
