package main

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// The words of -set for an entry of a list.
const (
	listed = "listed"
	struck = "strike"
)

// setting is a figure and what a change on the spot makes of it.
type setting struct {
	figure benefit.Figure
	word   string // as written
	sign   int64  // 1 and -1: so much more or less than is in force; 0: the value itself
	value  string // without sign, percent sign and period
	share  bool   // a percent
	per    standards.Period
}

// parseSettings reads what one -set changes, separated by commas. A fault says in language l what
// cannot be used.
func parseSettings(s string, l standards.Lang) (all []setting, fault string) {
	for one := range strings.SplitSeq(s, ",") {
		figure, word, ok := strings.Cut(one, "=")
		if !ok || word == "" {
			return nil, fmt.Sprintf(l.In("%q 须写作 项目@地方/户籍=数值，例如 dibao-line@city-five/urban=+10",
				"%q is to be KEY@PLACE/KIND=VALUE, such as dibao-line@city-five/urban=+10"), one)
		}
		x := setting{word: word}
		if x.figure, fault = cli.ParseFigure(figure, l); fault != "" {
			return nil, fault
		}
		if slices.ContainsFunc(all, func(o setting) bool { return o.figure == x.figure }) {
			return nil, fmt.Sprintf(l.In("%s 写了两次", "%s stands there twice"), x.figure)
		}
		x.parse(word)
		if fault = x.misfit(l); fault != "" {
			return nil, fault
		}
		all = append(all, x)
	}
	return all, ""
}

// parse takes the word of a value apart.
func (x *setting) parse(word string) {
	switch word[0] {
	case '+':
		x.sign, word = 1, word[1:]
	case '-':
		x.sign, word = -1, word[1:]
	}
	for _, per := range [...]standards.Period{standards.PerMonth, standards.PerYear} {
		if rest, ok := strings.CutSuffix(word, "/"+per.String()); ok {
			x.per, word = per, rest
		}
	}
	x.value, x.share = strings.CutSuffix(word, "%")
}

// misfit says in language l what of the value does not fit its key, nothing if all of it may.
func (x *setting) misfit(l standards.Lang) string {
	form := x.figure.Key.Info().Form
	money, fault := form&standards.Money != 0, false
	switch {
	case form&standards.Listing != 0:
		fault = x.word != listed && x.word != struck
	case x.share && x.sign != 0: // so many percent more or less of an amount
		_, ok := percentOf(x.value)
		fault = !money || !ok || x.per != 0
	case x.share:
		_, ok := percentOf(x.value)
		fault = form&standards.Share == 0 || !ok || x.per != 0
	case money:
		_, code := wire.ParseFen(x.value)
		fault = code != "" || x.per != 0 && x.figure.Key.Info().Per != 0 && x.per != x.figure.Key.Info().Per
	case form&standards.Ratio != 0:
		var f standards.Fraction
		err := f.UnmarshalText([]byte(x.value))
		fault = err != nil || !f.Stated() || x.sign != 0
	default:
		var f standards.Fraction
		err := f.UnmarshalText([]byte(x.value))
		fault = err != nil || f.Den != 1 || x.per != 0
	}
	if fault {
		return fmt.Sprintf(l.In("%s 不能取 %q；%s", "%s cannot be %q; %s"), x.figure, x.word, valueHint(form, l))
	}
	return ""
}

// valueHint says in language l how a value of a form is written.
func valueHint(form standards.Form, l standards.Lang) string {
	switch {
	case form&standards.Listing != 0:
		return l.In("列表项写 listed（列入）或 strike（删去）", "an entry of a list is listed or strike")
	case form&standards.Money != 0 && form&standards.Share != 0:
		return l.In("写金额、增减额或百分比，如 610、+10、20%", "write an amount, a change or a percent, such as 610, +10 or 20%")
	case form&standards.Money != 0:
		return l.In("写金额（元）、增减额或增减百分比，如 610、610/month、+10、+5%",
			"write yuan or a change, such as 610, 610/month, +10 or +5%")
	case form&standards.Share != 0:
		return l.In("写百分比，如 20%", "write a percent, such as 20%")
	case form&standards.Ratio != 0:
		return l.In("写分数，如 3/2", "write a ratio, such as 3/2")
	}
	return l.In("写整数或增减数，如 60、+1", "write a whole number or a change, such as 60 or +1")
}

// percentOf reads a percent with at most two decimals, in hundredths of one.
func percentOf(s string) (hundredths int64, ok bool) {
	fen, code := wire.ParseFen(s)
	return fen, code == "" && fen <= 1000_00
}

// rows are the rows of a draft that makes the change of what is in force in a set, under a clause. A
// fault says in language l why it cannot be made.
func (x *setting) rows(in *standards.Set, on standards.Date, clause string, l standards.Lang) (all []standards.Standard, fault string) {
	for _, row := range inForce(in, x.figure) {
		row.From, row.Until, row.Basis = on, standards.Date{}, standards.Basis{Clause: clause}
		if fault = x.change(&row, l); fault != "" {
			return nil, fault
		}
		all = append(all, row)
	}
	return all, ""
}

// inForce are the rows that govern a figure, with its own place and kind: one, or one for each kind of
// hukou where they differ. Where none is on record, the row has no value.
func inForce(in *standards.Set, f benefit.Figure) []standards.Standard {
	find := func(kind standards.Residence) (standards.Standard, bool) {
		row, ok := in.Find(f.Key, f.Place, kind, f.Of)
		if !ok {
			row = standards.Standard{Bound: standards.Exactly}
		}
		row.Key, row.Place, row.Residence, row.Of = f.Key, f.Place, kind, f.Of
		row.Under, row.Carried, row.Struck = 0, standards.Date{}, false
		return row, ok
	}
	row, ok := find(f.Residence)
	if ok || f.Residence != 0 || !f.Key.Info().Residence {
		return []standards.Standard{row}
	}
	urban, okUrban := find(standards.Urban)
	rural, okRural := find(standards.Rural)
	if !okUrban && !okRural {
		return []standards.Standard{row}
	}
	return []standards.Standard{urban, rural}
}

// change makes the change in a row that is in force. A fault says in language l why it cannot be made.
func (x *setting) change(row *standards.Standard, l standards.Lang) (fault string) {
	form, was := row.Key.Info().Form, *row
	was.From = standards.Date{}
	if x.sign != 0 && !was.Amount.Stated() && !was.Number.Stated() {
		return fmt.Sprintf(l.In("%s 没有在案的数值可供增减，请写明数值",
			"%s has no value on record to be raised or lowered; state one"), figureOf(&was))
	}
	row.Amount, row.Number = standards.Amount{}, standards.Fraction{}
	switch {
	case form&standards.Listing != 0:
		row.Struck, row.Bound = x.word == struck, 0
		return ""
	case x.share && x.sign != 0:
		return x.raise(row, was.Amount, l)
	case x.share:
		hundredths, _ := percentOf(x.value)
		row.Number = standards.Fraction{Num: hundredths, Den: 100_00}
		if hundredths%100 == 0 {
			row.Number = standards.Percent(hundredths / 100)
		}
		return ""
	case form&standards.Money != 0:
		return x.setAmount(row, was.Amount, l)
	}
	_ = row.Number.UnmarshalText([]byte(x.value)) // it was read before
	if x.sign != 0 {
		row.Number = standards.Whole(was.Number.Num/was.Number.Den + x.sign*row.Number.Num)
	}
	if row.Number.Num < 0 {
		return x.below(&was, l)
	}
	return ""
}

// figureOf names what a row is about.
func figureOf(row *standards.Standard) benefit.Figure {
	return benefit.Figure{Key: row.Key, Place: row.Place, Residence: row.Residence, Of: row.Of}
}

// below says in language l that the change goes below zero.
func (x *setting) below(was *standards.Standard, l standards.Lang) string {
	return fmt.Sprintf(l.In("%s 减 %s 后低于零", "%s less %s is below zero"), figureOf(was), x.value)
}

// raise changes an amount by a percent, which must come to whole fen.
func (x *setting) raise(row *standards.Standard, was standards.Amount, l standards.Lang) string {
	if !was.Stated() {
		return fmt.Sprintf(l.In("%s 在案的不是金额，不能按百分比增减",
			"%s is no amount on record, and cannot be raised by a percent"), figureOf(row))
	}
	hundredths, _ := percentOf(x.value)
	exact := new(big.Int).Mul(big.NewInt(was.Fen()), big.NewInt(100_00+x.sign*hundredths))
	fen, rest := new(big.Int).QuoRem(exact, big.NewInt(100_00), new(big.Int))
	if rest.Sign() != 0 || !fen.IsInt64() {
		return fmt.Sprintf(l.In("%s 的 %s 不是整分，请写明金额",
			"%s of %s does not come to whole fen; state the amount"), x.word, was.Text(l))
	}
	row.Amount = standards.Fen(fen.Int64(), was.Per())
	if row.Amount.Fen() < 0 {
		return x.below(row, l)
	}
	return ""
}

// setAmount sets an amount, or changes it by one. An amount is for a month unless it says otherwise;
// where the law states a year, it must say.
func (x *setting) setAmount(row *standards.Standard, was standards.Amount, l standards.Lang) string {
	fen, _ := wire.ParseFen(x.value)
	per := x.per
	if per == 0 {
		if was.Per() == standards.PerYear {
			return fmt.Sprintf(l.In("%s 在案的是%s，须写明按月还是按年：%s/month 或 %s/year",
				"%s is stated as %s; write %s/month or %s/year"),
				figureOf(row), was.Text(l), x.word, x.word)
		}
		per = standards.PerMonth
	}
	switch {
	case x.sign == 0:
		row.Amount = standards.Fen(fen, per)
		return ""
	case !was.Stated():
		return fmt.Sprintf(l.In("%s 在案的不是金额，不能增减金额",
			"%s is no amount on record, and cannot be changed by one"), figureOf(row))
	case per == standards.PerMonth && was.Per() == standards.PerYear:
		fen *= standards.MonthsPerYear
	case per == standards.PerYear && was.Per() == standards.PerMonth:
		if fen%standards.MonthsPerYear != 0 {
			return fmt.Sprintf(l.In("%s 的十二分之一不是整分", "a twelfth of %s does not come to whole fen"), x.word)
		}
		fen /= standards.MonthsPerYear
	}
	row.Amount = standards.Fen(was.Fen()+x.sign*fen, was.Per())
	if row.Amount.Fen() < 0 {
		return x.below(row, l)
	}
	return ""
}
