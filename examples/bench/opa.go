package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// regoRule is the rule in Rego.
const regoRule = `package dibao

figures := data.figures[input.place]

line := figures.urban if input.urban
line := figures.rural if not input.urban

counts(kind) if not kind in {"veterans-pension", "disability-subsidy", "reward"}
counts("reward") if input.urban

counted := [m | some m in input.members; m.counted]
income := sum([year | some m in counted; some i in m.incomes; counts(i.kind); year := i.fen * i.times])
lack := (line * count(counted)) - income

default eligible := false
eligible if {
	input.within
	lack > 0
}

certified := [m | some m in input.members; m.grade > 0; not m.workInjury]

default monthly := 0
monthly := ceil(lack / 12) if eligible

default living := 0
living := figures.living * count([m | some m in certified; m.counted]) if eligible

nursing := figures.nursing * count([m | some m in certified; m.grade <= 2])

due := [monthly, living, nursing]
`

func prepareOPA(households []household) (engine, error) {
	ctx := context.Background()
	query, err := rego.New(rego.Query("data.dibao.due"), rego.Module("dibao.rego", regoRule),
		rego.Store(inmem.NewFromObject(map[string]any{"figures": regoFigures()}))).PrepareForEval(ctx)
	if err != nil {
		return engine{}, err
	}
	inputs := make([]ast.Value, len(households))
	for i := range households {
		if inputs[i], err = ast.InterfaceToValue(regoInput(&households[i])); err != nil {
			return engine{}, err
		}
	}
	return engine{decide: func(i int) (due, error) {
		out, err := query.Eval(ctx, rego.EvalParsedInput(inputs[i]))
		if err != nil {
			return due{}, err
		}
		if len(out) != 1 {
			return due{}, fmt.Errorf("rego: %d results", len(out))
		}
		return dueOf(out[0].Expressions[0].Value, func(v any) (int64, error) {
			n, ok := v.(json.Number)
			if !ok {
				return 0, fmt.Errorf("rego: a sum of type %T", v)
			}
			return n.Int64()
		})
	}}, nil
}

func regoFigures() []any {
	tables := make([]any, len(places))
	for p := range places {
		f := figuresOf(uint8(p))
		tables[p] = map[string]any{"urban": f.urban, "rural": f.rural, "living": f.living, "nursing": f.nursing}
	}
	return tables
}

func regoInput(h *household) map[string]any {
	members := make([]any, len(h.members))
	for j := range h.members {
		m := &h.members[j]
		incomes := make([]any, len(m.incomes))
		for k, in := range m.incomes {
			incomes[k] = map[string]any{"kind": kindWords[in.kind], "fen": in.fen, "times": in.times()}
		}
		members[j] = map[string]any{"counted": m.counted, "grade": int(m.grade), "workInjury": m.workInjury,
			"incomes": incomes}
	}
	return map[string]any{"place": int(h.place), "urban": h.urban, "within": h.within, "members": members}
}
