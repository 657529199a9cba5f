package main

import (
	"fmt"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
)

// exprRule is the rule in expr. Its division is one of float64, whatever the operands.
const exprRule = `
let figures = Figures[H.Place];
let urban = H.Urban;
let counted = filter(H.Members, .Counted);
let income = sum(counted, sum(
	filter(.Incomes, .Kind not in ["veterans-pension", "disability-subsidy"] and (urban or .Kind != "reward")),
	.Amount * .Times));
let lack = (urban ? figures.Urban : figures.Rural) * len(counted) - income;
let eligible = H.Within and lack > 0;
let certified = filter(H.Members, .Grade > 0 and not .WorkInjury);
[
	eligible ? ROUNDED : 0,
	eligible ? figures.Living * count(certified, .Counted) : 0,
	figures.Nursing * count(certified, .Grade <= 2)
]`

// A twelfth of the lack, up to the fen. In fen the remainder is taken off before dividing, so that
// the quotient is exact.
const (
	exprFen  = `int((lack + 11 - (lack + 11) % 12) / 12)`
	exprYuan = `ceil(lack / 12 * 100) / 100`
)

// exprEnv is what the rule sees.
type exprEnv[N int | float64] struct {
	H       *form[N]
	Figures []formFigures[N]
}

func prepareExpr(households []household) (engine, error) {
	return exprEngine(households, asIs[int], exprFen, func(v any) (int64, error) {
		n, ok := v.(int)
		if !ok {
			return 0, fmt.Errorf("expr: a sum of type %T", v)
		}
		return int64(n), nil
	})
}

func prepareExprInYuan(households []household) (engine, error) {
	return exprEngine(households, inYuan, exprYuan, func(v any) (int64, error) {
		switch n := v.(type) {
		case float64:
			return inFen(n), nil
		case int:
			return int64(n) * 100, nil
		}
		return 0, fmt.Errorf("expr: a sum of type %T", v)
	})
}

func exprEngine[N int | float64](households []household, amount func(int64) N, rounded string,
	fen func(any) (int64, error)) (engine, error) {
	program, err := expr.Compile(strings.Replace(exprRule, "ROUNDED", rounded, 1), expr.Env(&exprEnv[N]{}))
	if err != nil {
		return engine{}, err
	}
	forms, tables := formsOf(households, amount)
	var machine vm.VM
	env := exprEnv[N]{Figures: tables}
	return engine{decide: func(i int) (due, error) {
		env.H = &forms[i]
		out, err := machine.Run(program, &env)
		if err != nil {
			return due{}, err
		}
		return dueOf(out, fen)
	}}, nil
}

// dueOf reads a list of three sums.
func dueOf(out any, fen func(any) (int64, error)) (due, error) {
	list, ok := out.([]any)
	if !ok || len(list) != 3 {
		return due{}, fmt.Errorf("a result that is no list of three: %v", out)
	}
	var sums [3]int64
	for i := range list {
		n, err := fen(list[i])
		if err != nil {
			return due{}, err
		}
		sums[i] = n
	}
	return due{sums[0], sums[1], sums[2]}, nil
}
