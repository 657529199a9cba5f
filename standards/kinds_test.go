package standards_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The five kinds of figure are types of their own: what would be a wrong figure in the wrong place does not compile.
func TestKindsOfFigureDoNotMix(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks from source")
	}
	fset := token.NewFileSet()
	from := importer.ForCompiler(fset, "source", nil)
	check := func(body string) error {
		file, err := parser.ParseFile(fset, "snippet.go", `package snippet
			import s "github.com/openminzheng/zhuzhou/standards"
			func pay(s.Rate) {}
			func measure(s.Line) {}
			func f(set *s.Set, line s.Line, rate s.Rate, average s.Average, number s.Number, row s.Standard) { `+body+` }`, 0)
		require.NoError(t, err, body)
		_, err = (&types.Config{Importer: from}).Check("snippet", fset, []*ast.File{file}, nil)
		return err
	}
	for _, good := range []string{
		`set.Line(s.DibaoLine, s.Hetang, s.Urban)`,
		`set.Rate(s.DisabilityLiving, s.Hetang, s.Urban, "")`,
		`set.Average(s.AverageAssistance, s.Hetang, s.Urban)`,
		`set.Number(s.LowIncomeMultiple, s.China, 0, "")`,
		`set.Listed(s.Grace, s.Hetang, s.Rural, "")`,
		`set.OpenIncome(s.RuralExemptionsReading, s.DibaoNotIncome, s.Rural)`,
		`set.Find(s.Key(s.DibaoLine), s.Hetang, s.Rural, "")`,
		`pay(rate); measure(line)`,
		`_ = line.Amount.Compare(average.Amount)`,
		`_ = row == line.Standard`,
		`_ = s.Standard{Key: s.Key(s.TekunBasic), Amount: s.Fen(780_00, s.PerMonth)}`,
	} {
		assert.NoError(t, check(good), good)
	}
	for _, tt := range []struct{ bad, want string }{
		{`set.Line(s.AverageAssistance, s.Hetang, s.Urban)`, "AverageKey"},
		{`set.Line(s.DisabilityLiving, s.Hetang, s.Urban)`, "RateKey"},
		{`set.Rate(s.DibaoLine, s.Hetang, s.Urban, "")`, "LineKey"},
		{`set.Rate(s.AverageAssistance, s.Hetang, s.Urban, "")`, "AverageKey"},
		{`set.Rate(s.Key(s.DisabilityLiving), s.Hetang, s.Urban, "")`, "Key"},
		{`set.Average(s.DibaoLine, s.Hetang, s.Urban)`, "LineKey"},
		{`set.Number(s.DisabilityLiving, s.Hetang, s.Urban, "")`, "RateKey"},
		{`set.Listed(s.LowIncomeMultiple, s.Hetang, s.Urban, "")`, "NumberKey"},
		{`set.Line(s.DibaoLine, s.Urban, s.Hetang)`, "Residence"},
		{`pay(average)`, "Average"},
		{`pay(line)`, "Line"},
		{`pay(row)`, "Standard"},
		{`measure(average)`, "Average"},
		{`_ = average == rate`, "mismatched types"},
		{`_ = s.DibaoLine == s.TekunBasic`, "mismatched types"},
		{`_ = s.Exactly == s.Yes`, "mismatched types"},
		{`var a s.Amount = 600; _ = a`, "Amount"},
		{`_ = s.Amount{600_00, s.PerMonth}`, "unexported"},
		{`_ = line.Amount < rate.Amount`, "not defined"},
		{`_ = line.Amount + rate.Amount`, "not defined"},
		{`_ = line.Amount == number.Number`, "mismatched types"},
	} {
		assert.ErrorContains(t, check(tt.bad), tt.want, tt.bad)
	}
}
