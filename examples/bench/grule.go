package main

import (
	"strings"

	"github.com/hyperjumptech/grule-rule-engine/ast"
	"github.com/hyperjumptech/grule-rule-engine/builder"
	grule "github.com/hyperjumptech/grule-rule-engine/engine"
	"github.com/hyperjumptech/grule-rule-engine/pkg"
)

// gruleRules are the rule in GRL. It has no loops: the counts and the sum of income are methods in
// Go. Its division is one of float64, whatever the operands.
const gruleRules = `
rule UrbanLine "the line of those with urban hukou" salience 30 {
	when D.Line == 0 && H.Urban
	then D.Line = T.Places[H.Place].Urban;
}
rule RuralLine "the line of those with rural hukou" salience 30 {
	when D.Line == 0 && !H.Urban
	then D.Line = T.Places[H.Place].Rural;
}
rule Eligible "income below the line and property within the limit" salience 20 {
	when D.Line > 0 && H.Within && H.Income() < D.Line * H.People()
	then
		D.Lack = D.Line * H.People() - H.Income();
		D.Dibao = ROUNDED;
		D.Living = T.Places[H.Place].Living * H.Certified();
		Retract("Eligible");
}
rule Nursing "the nursing subsidy, whatever the income" salience 10 {
	when H.Severe() > 0
	then
		D.Nursing = T.Places[H.Place].Nursing * H.Severe();
		Retract("Nursing");
}`

// A twelfth of the lack, up to the fen. In fen the remainder is taken off before dividing, so that
// the quotient is exact.
const (
	gruleFen  = `(D.Lack + 11 - (D.Lack + 11) % 12) / 12`
	gruleYuan = `Ceil(D.Lack / 12 * 100) / 100`
)

// gruleHousehold is the fact H.
type gruleHousehold[N int64 | float64] struct {
	Place         int
	Urban, Within bool
	household     *household
	members       []formMember[N]
}

// People, Certified and Severe are the counts of household.count.
func (h *gruleHousehold[N]) People() int64 {
	people, _, _ := h.household.count()
	return people
}

func (h *gruleHousehold[N]) Certified() int64 {
	_, certified, _ := h.household.count()
	return certified
}

func (h *gruleHousehold[N]) Severe() int64 {
	_, _, severe := h.household.count()
	return severe
}

// Income is the income that counts, a year.
func (h *gruleHousehold[N]) Income() N {
	var sum N
	for i := range h.members {
		if m := &h.household.members[i]; m.counted {
			for j, in := range m.incomes {
				if h.household.counts(in.kind) {
					sum += h.members[i].Incomes[j].Amount * h.members[i].Incomes[j].Times
				}
			}
		}
	}
	return sum
}

// gruleTables is the fact T.
type gruleTables[N int64 | float64] struct{ Places []formFigures[N] }

// gruleDue is the fact D, which the rules fill.
type gruleDue[N int64 | float64] struct{ Line, Lack, Dibao, Living, Nursing N }

func prepareGrule(households []household) (engine, error) {
	return gruleEngine(households, asIs[int64], gruleFen, func(fen int64) int64 { return fen })
}

func prepareGruleInYuan(households []household) (engine, error) {
	return gruleEngine(households, inYuan, gruleYuan, inFen)
}

func gruleEngine[N int64 | float64](households []household, amount func(int64) N, rounded string,
	fen func(N) int64) (engine, error) {
	library := ast.NewKnowledgeLibrary()
	rules := pkg.NewBytesResource([]byte(strings.Replace(gruleRules, "ROUNDED", rounded, 1)))
	if err := builder.NewRuleBuilder(library).BuildRuleFromResource("dibao", "1", rules); err != nil {
		return engine{}, err
	}
	knowledge, err := library.NewKnowledgeBaseInstance("dibao", "1")
	if err != nil {
		return engine{}, err
	}
	forms, tables := formsOf(households, amount)
	facts := make([]gruleHousehold[N], len(households))
	for i := range households {
		facts[i] = gruleHousehold[N]{forms[i].Place, forms[i].Urban, forms[i].Within, &households[i], forms[i].Members}
	}
	machine := grule.NewGruleEngine()
	machine.ReturnErrOnFailedRuleEvaluation = true
	places := gruleTables[N]{tables}
	return engine{decide: func(i int) (due, error) {
		var d gruleDue[N]
		in := ast.NewDataContext()
		for name, fact := range map[string]any{"H": &facts[i], "T": &places, "D": &d} {
			if err := in.Add(name, fact); err != nil {
				return due{}, err
			}
		}
		if err := machine.Execute(in, knowledge); err != nil {
			return due{}, err
		}
		return due{fen(d.Dibao), fen(d.Living), fen(d.Nursing)}, nil
	}}, nil
}
