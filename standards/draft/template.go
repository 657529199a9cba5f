package draft

import (
	"fmt"
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
)

// Template writes a supplement for p that is still to be filled in: one row for each figure that p
// may state itself and that t has not on record exactly for it on the day on. Each row's note says
// what it is about, and which floor (下限) is on record, if one is. What is to be filled in stands
// there as [Blank], which [Parse] refuses; a row or field that does not apply is struck out.
//
// The floors on the average payment (月人均救助水平) are the city's and have no row. A place that has no
// figures of its own has no rows: every one that is neither in Zhuzhou nor Zhuzhou itself. Outside
// [standards.Span] nothing is on record, so every row is there.
func Template(t *standards.Tables, p standards.Place, on standards.Date) []byte {
	set, _ := t.At(on) // outside the span there is none, in which nothing is on record
	f := fileWriter{dst: []byte{'{'}}
	f.text("id", fmt.Sprintf("%s-%04d", p, on.Year))
	f.text("kind", standards.Supplement.String())
	f.text("note", fmt.Sprintf("请将“%s”换成本地文件的内容；不适用的行和字段删去；until 是期满后的第一天，无期限的不写。 / "+
		"Replace each blank by what the place's own document says; strike out rows and fields that do not apply; until is the first day after, left out where there is no end.", Blank))
	for _, name := range [...]string{"title", "number", "issuer", "issued", "approvedBy"} {
		f.text(name, Blank)
	}
	f.beginRows()
	for _, b := range blanks(set, p) {
		f.beginRow()
		f.dst = b.append(f.dst, t)
	}
	f.endRows()
	return f.end()
}

// A blank is a figure that is not on record exactly: the floor, where there is one, otherwise a row
// without a value.
type blank struct {
	standards.Standard
	place standards.Place // where the figure is wanted; the floor may be for a wider one
}

// blanks finds what is not on record exactly for p in set.
func blanks(set *standards.Set, p standards.Place) []blank {
	if !p.In(standards.Zhuzhou) {
		return nil
	}
	var found []blank
	for _, info := range standards.Keys() {
		if !info.Local || info.Key.IsAverage() || info.Key == standards.Key(standards.EldercareSubsidy) &&
			anyRow(set, info.Key, p) {
			continue
		}
		kinds, words := []standards.Residence{0}, []string{""}
		if info.Residence {
			kinds = []standards.Residence{standards.Urban, standards.Rural}
		}
		if info.OfNeeded {
			words = info.Of
		}
		for _, r := range kinds {
			for _, of := range words {
				row, ok := set.Find(info.Key, p, r, of)
				if ok && row.Bound == standards.Exactly {
					continue
				}
				row.Key, row.Residence, row.Of = info.Key, r, of
				found = append(found, blank{row, p})
			}
		}
	}
	return found
}

// anyRow reports whether a row of k holds in p, whatever it is of.
func anyRow(set *standards.Set, k standards.Key, p standards.Place) bool {
	return slices.ContainsFunc(set.Rows(), func(row standards.Standard) bool { return row.Key == k && p.In(row.Place) })
}

// append writes b as a row, with what is on record in its note.
func (b blank) append(dst []byte, t *standards.Tables) []byte {
	o := object{dst: append(dst, '{')}
	o.subject(b.Key, b.place, b.Residence, b.Of)
	info := b.Key.Info()
	for _, field := range valueFields {
		if info.Form&field.form == 0 {
			continue
		}
		o.text(field.name, Blank)
		if field.form == standards.Money {
			o.text("per", b.period(info))
		}
		break
	}
	o.text("bound", standards.Exactly.String())
	o.text("from", Blank)
	o.text("clause", Blank)
	o.text("note", b.note(t, standards.Chinese)+" / "+b.note(t, standards.English))
	return append(o.dst, '}')
}

// period is the only one that the key's amounts may be for; where it may be either, the document
// must say which.
func (b blank) period(info standards.KeyInfo) string {
	if info.Per == 0 {
		return Blank
	}
	return info.Per.String()
}

func (b blank) note(t *standards.Tables, l standards.Lang) string {
	note := b.place.Text(l) + l.In("", ", ")
	if b.Residence != 0 {
		note += b.Residence.Text(l) + l.In("", ", ")
	}
	note += b.Key.Text(l)
	if b.Of != "" {
		note += l.In("（", " (") + b.Of + l.In("）", ")")
	}
	note += l.In("：", ": ")
	switch {
	case b.Amount.Stated():
		note += l.In("不低于", "at least ") + b.Amount.Text(l)
	case b.Number.Stated():
		note += l.In("不低于", "at least ") + b.Number.String()
	default:
		note += l.In("无据可查", "not on record")
	}
	if document, ok := t.Document(b.Basis.Document); ok {
		if document.Title == (standards.Text{}) { // of a tables file without one
			document = document.Document.Info()
		}
		note += l.In("（", " (") + document.Cite(b.Basis.Clause, l) + l.In("）", ")")
	}
	switch b.Key {
	case standards.Key(standards.DibaoTopUp):
		note += l.In("；也可用 percent 代替 yuan 和 per；分年龄、等级的分行写，of 写作 elderly/80",
			"; percent may stand instead of yuan and per; several ages or grades are several rows, with of as elderly/80")
	case standards.Key(standards.EldercareSubsidy):
		note += l.In("；可按年龄、自理能力分行，of 写作 80、none 或 80/none",
			"; several rows may go by age and self-care, with of as 80, none or 80/none")
	}
	return note
}
