package assistance_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/assistancetest"
	"github.com/openminzheng/zhuzhou/assistance/assume"
	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/assistance/months"
	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/assistance/population"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/assistance/schema"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
	"github.com/openminzheng/zhuzhou/standards/source"
)

// exportedTypes has a pointer to a zero value of each exported type of the module.
var exportedTypes = []any{
	new(standards.Period), new(standards.Amount), new(standards.AmountError),
	new(standards.Date), new(standards.DateError), new(standards.Change), new(standards.Digest),
	new(standards.Document), new(standards.Standing), new(standards.Completeness), new(standards.DocumentInfo),
	new(standards.NotOnRecordError), new(standards.DayError), new(standards.RowError), new(standards.RowErrors),
	new(standards.Fraction), new(standards.IncomeKind), new(standards.IncomeKinds), new(standards.Key),
	new(standards.LineKey), new(standards.RateKey), new(standards.AverageKey), new(standards.NumberKey),
	new(standards.ListKey), new(standards.Form), new(standards.KeyInfo), new(standards.Publication),
	new(standards.PublicationError), new(standards.Lang), new(standards.Text),
	new(standards.OverlayKind), new(standards.Overlay), new(standards.Place), new(standards.Reading),
	new(standards.Choice), new(standards.ReadingInfo), new(standards.Choices),
	new(standards.Set), new(standards.TableRef), new(standards.Standard), new(standards.Basis), new(standards.Line),
	new(standards.Rate), new(standards.Average), new(standards.Number), new(standards.Tables),
	new(standards.Residence), new(standards.Bound), new(standards.Answer), new(standards.WordError),
	new(source.Gap), new(source.Status), new(source.Result), new(source.Report),
	new(benefit.Code), new(benefit.CodeInfo), new(benefit.Decided), new(benefit.Fact), new(benefit.Name),
	new(benefit.Names), new(benefit.Figure), new(benefit.Need), new(benefit.PartOf), new(benefit.Assumption),
	new(benefit.Relation), new(benefit.Absence), new(benefit.Property), new(benefit.Support),
	new(benefit.ChildScheme), new(benefit.Placement), new(benefit.Result), new(benefit.Quantity), new(benefit.Term),
	new(benefit.Step), new(benefit.Lang), new(benefit.Verdict), new(benefit.Payment), new(benefit.Part),
	new(benefit.Category),
	new(draft.Extra),
	new(disability.Category), new(disability.Component), new(disability.Certificate), new(disability.Grades),
	new(disability.Limits), new(disability.Person), new(disability.Rates),
	new(eldercare.Count), new(eldercare.Share), new(eldercare.Fault), new(eldercare.InputError),
	new(eldercare.InputErrors), new(eldercare.SelfCare), new(eldercare.Activity), new(eldercare.Activities),
	new(eldercare.Person), new(eldercare.Verdict), new(eldercare.Target), new(eldercare.City),
	new(eldercare.District), new(eldercare.Institutions), new(eldercare.Institution),
	new(assistance.FieldError), new(assistance.Errors), new(assistance.SyntaxError), new(assistance.Decision),
	new(assistance.Dibao), new(assistance.Lines), new(assistance.Tekun), new(assistance.MemberDecision),
	new(assistance.Household), new(assistance.Member), new(assistance.Income), new(assistance.Entry),
	new(fields.Field), new(fields.Word), new(fields.Kind), new(fields.Class),
	new(assume.Facts), new(assume.Fact), new(assume.Error),
	new(verify.ChangeKind), new(verify.Change), new(verify.Verification), new(verify.TablesDifference),
	new(verify.FieldDifference), new(verify.FigureDifference),
	new(whatif.Range), new(whatif.QuantityKind), new(whatif.Quantity), new(whatif.Side), new(whatif.Boundary),
	new(whatif.QuantityError), new(whatif.RemedyKind), new(whatif.Remedy), new(whatif.Way), new(whatif.Reversal),
	new(register.Error), new(register.Errors), new(register.Level), new(register.Options), new(register.Record),
	new(register.PaidOf), new(register.Claims), new(register.File), new(register.Skipped), new(register.Finding),
	new(register.Checked), new(register.Row), new(register.Column), new(register.Value),
	new(caseload.Payments), new(caseload.AverageCheck), new(caseload.Changes), new(caseload.Difference),
	new(caseload.Turn), new(caseload.Lack), new(caseload.Comparison), new(caseload.DecideOptions),
	new(caseload.Result), new(caseload.RenderError), new(caseload.Outcomes), new(caseload.Groups),
	new(caseload.Reached), new(caseload.Reach), new(caseload.Tally), new(caseload.Paid), new(caseload.Cell),
	new(caseload.Totals), new(caseload.OverflowError),
	new(population.Population), new(population.RepackError), new(population.Search), new(population.Solution),
	new(population.AmountRange), new(population.SearchError), new(population.Spent),
	new(months.Cause), new(months.Share), new(months.Event), new(months.Row), new(months.Totals), new(months.Ledger),
	new(months.Calendar), new(months.Decided), new(months.MonthError), new(months.Status), new(months.Key),
	new(months.Due), new(months.History), new(months.Version), new(months.Grant), new(months.Payment),
	new(months.Account), new(months.Sum), new(months.Month), new(months.ReviewClass), new(months.Review),
	new(months.ReviewError), new(months.ReviewRule),
	new(notice.Notice), new(notice.Content), new(notice.Section), new(notice.Block), new(notice.Table),
	new(assistancetest.Case), new(assistancetest.CaseError), new(assistancetest.Mismatch),
	new(assistancetest.CoverageError), new(assistancetest.Errors), new(assistancetest.Generator),
	new(assistancetest.Invariant), new(assistancetest.InvariantError), new(assistancetest.TableError),
	new(assistancetest.UntouchedError),
}

// exportedFunctions has each exported function of the module.
var exportedFunctions = []any{
	standards.Fen, standards.Yuan, standards.ParseAmount, standards.Day,
	standards.ParseDate, standards.Diff, standards.Documents, standards.Whole,
	standards.Percent, standards.Keys,
	standards.Divisions, standards.ParseDivision, standards.AllReadings,
	standards.Parse[standards.Answer], standards.Span, standards.Published, standards.At, standards.Residences,
	source.NotOnRecord, source.ClauseText, source.PassageText, source.Check, source.Find, source.Words,
	benefit.Codes, benefit.Of, benefit.Monthly,
	draft.Format, draft.Append, draft.AppendRow, draft.KeyTable, draft.Read, draft.Parse, draft.Template,
	disability.LimitsOf, disability.RatesOf, disability.Living, disability.Nursing,
	eldercare.CountOf, eldercare.ShareOf, eldercare.ActivitiesOf,
	eldercare.Assess, eldercare.Subsidy, eldercare.Together,
	assistance.Assess, assistance.Explain, assistance.Needs, assistance.Check, assistance.ValidID, assistance.Fields,
	assistance.Read,
	assume.All, assume.Parse, assume.Of,
	verify.Changes, verify.Decision,
	whatif.Between, whatif.BetweenWithin, whatif.Boundaries, whatif.Nearest, whatif.ReversalOf,
	schema.FS, schema.Household, schema.Decision, schema.Tables, schema.Account, schema.Cases, schema.Reform,
	schema.Summary, schema.Budget,
	register.Masked, register.Households, register.Open, register.OpenRows, register.Read, register.OfPeople,
	register.KindOf, register.Vocabulary, register.Knows, register.ParseDivision, register.ParseResidence,
	register.ParseProperty,
	caseload.CheckAverage, caseload.Compare, caseload.CompareOn, caseload.Aged, caseload.Decide, caseload.Band,
	caseload.KindOf, caseload.Weight,
	population.Lay, population.Pack,
	months.NewCalendar, months.MonthOf, months.ParseMonth, months.ReviewRulesOn, months.Read,
	notice.Capitals, notice.Page,
	assistancetest.RunCases, assistancetest.Coverage, assistancetest.NewGenerator, assistancetest.CheckInvariants,
	assistancetest.CheckHouseholds, assistancetest.ReadCases, assistancetest.Results,
	assistancetest.Untouched,
}

// The two lists have every exported type and function of the packages that importers see.
func TestExportedListsAreComplete(t *testing.T) {
	listed := map[string]bool{}
	tree, err := parser.ParseFile(token.NewFileSet(), "exported_test.go", nil, parser.SkipObjectResolution)
	require.NoError(t, err)
	ast.Inspect(tree, func(n ast.Node) bool {
		if selector, ok := n.(*ast.SelectorExpr); ok {
			if pkg, ok := selector.X.(*ast.Ident); ok {
				listed[pkg.Name+"."+selector.Sel.Name] = true
			}
		}
		return true
	})
	exported := exportedNames(t)
	assert.Greater(t, len(exported), 300)
	for _, name := range exported {
		assert.True(t, listed[name], "%s is in no list of exported_test.go", name)
	}
}

// exportedNames are the types and functions that the packages of the module export, by package and
// name.
func exportedNames(t *testing.T) []string {
	t.Helper()
	var names []string
	require.NoError(t, filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := d.Name(); d.IsDir() && name != ".." && (base == "internal" || base == "examples" || base == "testdata" || base[0] == '.') {
			return filepath.SkipDir
		}
		if d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err == nil {
			names = append(names, namesOf(tree)...)
		}
		return err
	}))
	return names
}

// namesOf are the types and functions that a file exports.
func namesOf(tree *ast.File) (names []string) {
	add := func(name *ast.Ident) {
		if name.IsExported() {
			names = append(names, tree.Name.Name+"."+name.Name)
		}
	}
	for _, decl := range tree.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Recv == nil {
				add(decl.Name)
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				if of, ok := spec.(*ast.TypeSpec); ok {
					add(of.Name)
				}
			}
		}
	}
	return names
}
