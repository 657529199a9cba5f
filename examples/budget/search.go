package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// percent is what -per states of a share of the line or of a multiple.
const percent = "percent"

// mostShares is the most shares or multiples that are tried: each is decided over the whole register.
const mostShares = 10_000

// searchWords are what the flags say of the search.
type searchWords struct{ figure, from, to, step, per, budget, of string }

// wanted is what is searched for: amounts of a line or a rate, or shares in hundredths of a percent.
type wanted struct {
	population.Search
	shares         bool
	from, to, step int64 // of shares
}

// read reads the words. A fault says in language l which flag cannot be used, and what may be written.
func (w *searchWords) read(l standards.Lang) (q wanted, fault string) {
	if q.Figure, fault = w.readFigure(l); fault != "" {
		return q, "-figure " + fault
	}
	q.shares = w.per == percent
	if fault = w.readPer(&q.Figure, l); fault != "" {
		return q, fault
	}
	if q.shares {
		fault = w.readShares(&q, l)
	} else {
		fault = w.readAmounts(&q, l)
	}
	if fault != "" {
		return q, fault
	}
	var code string
	if q.Budget, code = wire.ParseFen(w.budget); code != "" {
		return q, fmt.Sprintf(l.In("-budget 须写每月的资金（元），例如 12000 或 12000.50，不是 %q",
			"-budget is what there is a month in yuan, such as 12000 or 12000.50, not %q"), w.budget)
	}
	q.Of, fault = readOf(w.of, l)
	return q, fault
}

// readFigure reads the figure as needs are written, as the row of a draft.
func (w *searchWords) readFigure(l standards.Lang) (row standards.Standard, fault string) {
	f, fault := cli.ParseFigure(w.figure, l)
	if fault != "" {
		return row, fault
	}
	info := f.Key.Info()
	if !isSearchable(&info) {
		return row, fmt.Sprintf(l.In("%s 不能求解；可求：%s", "%s cannot be searched for; these can: %s"),
			f.Key, strings.Join(searchable(), l.In("、", ", ")))
	}
	row = standards.Standard{Key: f.Key, Place: f.Place, Residence: f.Residence, Of: f.Of, Bound: standards.Exactly}
	return row, ""
}

// isSearchable reports whether a key is of a line, a rate or a multiple that households are paid by.
func isSearchable(info *standards.KeyInfo) bool {
	switch info.Key {
	case standards.Key(standards.EldercareSubsidy), standards.Key(standards.DibaoBand):
		return false
	}
	return info.Key.IsLine() || info.Key.IsRate() || info.Form&standards.Ratio != 0
}

// searchable lists the keys that can be searched for.
func searchable() []string {
	var list []string
	for _, info := range standards.Keys() {
		if isSearchable(&info) {
			list = append(list, info.Name)
		}
	}
	return list
}

// readPer checks what the amounts are for against the key.
func (w *searchWords) readPer(row *standards.Standard, l standards.Lang) (fault string) {
	info := row.Key.Info()
	var may []string
	if info.Form&standards.Money != 0 {
		may = append(may, standards.PerMonth.String())
		if info.Per != standards.PerMonth {
			may = append(may, standards.PerYear.String())
		}
	}
	if info.Form&(standards.Share|standards.Ratio) != 0 {
		may = append(may, percent)
	}
	if slices.Contains(may, w.per) {
		return ""
	}
	return fmt.Sprintf(l.In("%s 的 -per 可写 %s，不是 %q", "-per of %s is %s, not %q"), info.Name, strings.Join(may, l.In("、", " or ")), w.per)
}

// readAmounts reads the amounts to try.
func (w *searchWords) readAmounts(q *wanted, l standards.Lang) (fault string) {
	for _, one := range []struct {
		flag, word string
		into       *standards.Amount
	}{{"-from", w.from, &q.From}, {"-to", w.to, &q.To}, {"-step", w.step, &q.Step}} {
		amount, err := standards.ParseAmount(one.word, w.per)
		if err != nil {
			return fmt.Sprintf(l.In("%s 须写金额（元），例如 600 或 600.50，不是 %q",
				"%s is an amount in yuan, such as 600 or 600.50, not %q"), one.flag, one.word)
		}
		*one.into = amount
	}
	return faultOfRange(q.From.Fen(), q.To.Fen(), q.Step.Fen(), l)
}

// readShares reads the shares to try, which have at most two decimals as amounts do.
func (w *searchWords) readShares(q *wanted, l standards.Lang) (fault string) {
	for _, one := range []struct {
		flag, word string
		into       *int64
	}{{"-from", w.from, &q.from}, {"-to", w.to, &q.to}, {"-step", w.step, &q.step}} {
		hundredths, code := wire.ParseFen(one.word)
		if code != "" || hundredths > shareUnit*100 {
			return fmt.Sprintf(l.In("%s 须写百分数，例如 150 或 12.5，不是 %q",
				"%s is a percentage, such as 150 or 12.5, not %q"), one.flag, one.word)
		}
		*one.into = hundredths
	}
	if fault = faultOfRange(q.from, q.to, q.step, l); fault != "" {
		return fault
	}
	if n := (q.to-q.from)/q.step + 1; n > mostShares {
		return fmt.Sprintf(l.In("要试的百分数有 %d 个，最多 %d 个；请加大 -step",
			"there are %d percentages to try, and at most %d are; make -step larger"), n, mostShares)
	}
	return ""
}

// faultOfRange says what is wrong with what is to be tried, nothing if it can be.
func faultOfRange(from, to, step int64, l standards.Lang) string {
	switch {
	case step == 0:
		return l.In("-step 不能为 0", "-step cannot be 0")
	case to < from:
		return l.In("-to 不能小于 -from", "-to cannot be less than -from")
	}
	return ""
}

// readOf reads the benefits that the budget pays, zero for all.
func readOf(words string, l standards.Lang) (of benefit.Names, fault string) {
	if words == "" {
		return 0, ""
	}
	for name := range strings.SplitSeq(words, ",") {
		var n benefit.Name
		if err := n.UnmarshalText([]byte(name)); err != nil || !benefit.Paying.Has(n) || of.Has(n) {
			var may []string
			for _, one := range benefit.Paying.List() {
				may = append(may, one.String())
			}
			return of, fmt.Sprintf(l.In("-of %s：%q 不可用；可写 %s，各一次，用逗号分隔",
				"-of %s: %q cannot be used; it takes %s, each once, separated by commas"), words, name, strings.Join(may, l.In("、", ", ")))
		}
		of |= benefit.Of(n)
	}
	return of, ""
}

// shareUnit is 100 percent in hundredths of a percent.
const shareUnit = 100_00

// shareText writes hundredths of a percent in percent.
func shareText(hundredths int64) string { return wire.FormatFen(hundredths) }

// rowAt is the row of the figure with the amount or the share at position i.
func (q *wanted) rowAt(i int64) standards.Standard {
	row := q.Figure
	if q.shares {
		row.Number = standards.Fraction{Num: q.from + i*q.step, Den: shareUnit}
	} else {
		row.Amount = standards.Fen(q.From.Fen()+i*q.Step.Fen(), q.From.Per())
	}
	return row
}

// neededKind says in language l that the figure has to name a kind of hukou, where the two kinds have
// figures of their own there; nothing where it need not.
func (q *wanted) neededKind(set *standards.Set, l standards.Lang) string {
	row := &q.Figure
	if row.Residence != 0 || !row.Key.Info().Residence {
		return ""
	}
	for _, place := range standards.Divisions() {
		if !place.In(row.Place) {
			continue
		}
		urban, isUrban := set.Find(row.Key, place, standards.Urban, row.Of)
		rural, isRural := set.Find(row.Key, place, standards.Rural, row.Of)
		if isUrban == isRural && urban.Amount == rural.Amount && urban.Bound == rural.Bound && urban.Number == rural.Number {
			continue
		}
		at := row.Key.String() + "@" + row.Place.String()
		return fmt.Sprintf(l.In("-figure %[1]s：%[2]s城市和农村的标准不同，须写明户籍类别：%[1]s/urban 或 %[1]s/rural",
			"-figure %[1]s: in %[2]s the urban and the rural figure differ, so name the kind of hukou: %[1]s/urban or %[1]s/rural"), at, place.Text(l))
	}
	return ""
}

// governed lists the places of the figure where it is the one that decides under set, and those where
// a row of a nearer place does.
func (q *wanted) governed(set *standards.Set) (here, elsewhere []standards.Place) {
	row := &q.Figure
	kinds := []standards.Residence{row.Residence}
	if row.Residence == 0 && row.Key.Info().Residence {
		both := standards.Residences()
		kinds = both[:]
	}
	for _, place := range standards.Divisions() {
		if !place.In(row.Place) {
			continue
		}
		decides := false
		for _, kind := range kinds {
			found, ok := set.Find(row.Key, place, kind, row.Of)
			decides = decides || ok && found.Place == row.Place
		}
		if decides {
			here = append(here, place)
		} else {
			elsewhere = append(elsewhere, place)
		}
	}
	return here, elsewhere
}

// nearer says in language l that a row of a nearer place decides somewhere rather than the figure, and
// which; nothing where there is none.
func (q *wanted) nearer(set *standards.Set, places []standards.Place, l standards.Lang) string {
	if len(places) == 0 {
		return ""
	}
	kind := q.Figure.Residence
	if kind == 0 && q.Figure.Key.Info().Residence {
		kind = standards.Urban
	}
	found, _ := set.Find(q.Figure.Key, places[0], kind, q.Figure.Of)
	names := make([]string, len(places))
	for i, p := range places {
		names[i] = p.Text(l)
	}
	return fmt.Sprintf(l.In("%[1]s：在%[2]s起作用的是 %[3]s@%[4]s，不是所求的标准", "%[1]s: in %[2]s it is %[3]s@%[4]s that decides, not the figure sought"),
		q.Figure.Key.String()+"@"+q.Figure.Place.String(), strings.Join(names, l.In("、", ", ")), found.Key, found.Place)
}
