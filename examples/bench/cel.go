package main

import (
	"fmt"
	"reflect"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
	"cel.dev/cel-go/ext"
)

// celRule is the rule in CEL. CEL has no sum of a list: sum is the one function that Go supplies.
const celRule = `
cel.bind(f, figures[h.Place],
cel.bind(counted, h.Members.filter(m, m.Counted),
cel.bind(income, sum(counted.map(m, sum(m.Incomes
	.filter(i, !(i.Kind in ["veterans-pension", "disability-subsidy"]) && (h.Urban || i.Kind != "reward"))
	.map(i, i.Amount * i.Times)))),
cel.bind(lack, (h.Urban ? f.Urban : f.Rural) * size(counted) - income,
cel.bind(eligible, h.Within && lack > 0,
cel.bind(certified, h.Members.filter(m, m.Grade > 0 && !m.WorkInjury),
[
	eligible ? (lack + 11) / 12 : 0,
	eligible ? f.Living * size(certified.filter(m, m.Counted)) : 0,
	f.Nursing * size(certified.filter(m, m.Grade <= 2))
]))))))`

func prepareCEL(households []household) (engine, error) {
	program, err := celProgram()
	if err != nil {
		return engine{}, err
	}
	forms, tables := formsOf(households, asIs[int64])
	input := map[string]any{"figures": tables}
	return engine{decide: func(i int) (due, error) {
		input["h"] = &forms[i]
		out, _, err := program.Eval(input)
		if err != nil {
			return due{}, err
		}
		list, ok := out.(traits.Lister)
		if !ok {
			return due{}, fmt.Errorf("cel: a result of type %s", out.Type())
		}
		var sums [3]int64
		for k := range sums {
			n, ok := list.Get(types.Int(k)).(types.Int)
			if !ok {
				return due{}, fmt.Errorf("cel: result %d is no int", k)
			}
			sums[k] = int64(n)
		}
		return due{sums[0], sums[1], sums[2]}, nil
	}}, nil
}

func celProgram() (cel.Program, error) {
	h, err := types.NewNativeType(reflect.TypeFor[form[int64]]())
	if err != nil {
		return nil, err
	}
	figures, err := types.NewNativeType(reflect.TypeFor[formFigures[int64]]())
	if err != nil {
		return nil, err
	}
	list := []*cel.Type{cel.ListType(cel.IntType)}
	env, err := cel.NewEnv(
		ext.NativeTypes(reflect.TypeFor[form[int64]](), reflect.TypeFor[formMember[int64]](),
			reflect.TypeFor[formIncome[int64]](), reflect.TypeFor[formFigures[int64]]()),
		ext.Bindings(),
		cel.Variable("figures", cel.ListType(cel.ObjectType(figures.TypeName()))),
		cel.Variable("h", cel.ObjectType(h.TypeName())),
		cel.Function("sum", cel.Overload("sum_list_int", list, cel.IntType, cel.UnaryBinding(celSum))),
	)
	if err != nil {
		return nil, err
	}
	ast, issues := env.Compile(celRule)
	if err := issues.Err(); err != nil {
		return nil, err
	}
	return env.Program(ast)
}

func celSum(v ref.Val) ref.Val {
	sum := types.Int(0)
	for it := v.(traits.Iterable).Iterator(); it.HasNext() == types.True; {
		sum += it.Next().(types.Int)
	}
	return sum
}
