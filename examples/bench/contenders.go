package main

import "slices"

// contender is one way to decide households by the rule.
type contender struct {
	name   string
	module string // whose version the table shows; empty: none
	how    string // how it is used
	sums   string // what sums are computed in
	// naive contenders keep yuan in float64, as one would at first. That their figures differ is
	// counted, and is no failure.
	naive bool
	most  int // how many households it is timed on at most; 0: all
	// prepare puts households into the form that the contender takes them in, which is not timed.
	prepare func([]household) (engine, error)
}

// engine decides the households that it was prepared with.
type engine struct {
	decide func(i int) (due, error) // decides household i
	run    func(i int) error        // the same, with what is due left in the contender's own form; nil: decide
	all    func() (due, error)      // decides them all and returns the sums; nil: one by one
}

// fewer is how many households the slow engines are timed on.
const fewer = 2_000

// ours is the name of this library, and wholeFen is what most sums are kept in.
const (
	ours     = "zhuzhou"
	wholeFen = "fen, int64"
)

// contenders are all that are compared, in the order of the table. The first is the one that ratios
// are taken to.
func contenders() []contender {
	const (
		opa     = "github.com/open-policy-agent/opa"
		exprLib = "github.com/expr-lang/expr"
		grule   = "github.com/hyperjumptech/grule-rule-engine"

		exact     = "yuan, decimal"
		fenFloat  = "fen, int64; divides in float64 only"
		floatYuan = "yuan, float64"
		byHand    = "by hand"
		written   = "written in yuan"
	)
	return slices.Concat([]contender{
		{name: "int64 loop", how: byHand, sums: wholeFen, prepare: loop},
		{name: "float64 loop", how: byHand, sums: floatYuan, naive: true, prepare: prepareFloat},
		{name: "udecimal", module: "github.com/quagmt/udecimal", how: byHand, sums: exact, prepare: udecimals.prepare},
		{name: "govalues/decimal", module: "github.com/govalues/decimal", how: byHand, sums: exact,
			prepare: govaluesDecimals.prepare},
		{name: "cockroachdb/apd", module: "github.com/cockroachdb/apd/v3", how: byHand, sums: exact,
			prepare: apdDecimals.prepare},
		{name: "shopspring/decimal", module: "github.com/shopspring/decimal", how: byHand, sums: exact,
			prepare: shopspringDecimals.prepare},
		{name: "expr", module: exprLib, how: "compiled", sums: fenFloat, most: fewer, prepare: prepareExpr},
		{name: "expr", module: exprLib, how: written, sums: floatYuan, naive: true, most: fewer, prepare: prepareExprInYuan},
		{name: "grule", module: grule, how: "sums by Go methods", sums: fenFloat, most: fewer, prepare: prepareGrule},
		{name: "grule", module: grule, how: written, sums: floatYuan, naive: true, most: fewer, prepare: prepareGruleInYuan},
		{name: "cel-go", module: "cel.dev/cel-go", how: "compiled", sums: wholeFen, most: fewer, prepare: prepareCEL},
		{name: "OPA", module: opa, how: "prepared query", sums: "fen, JSON numbers", most: fewer, prepare: prepareOPA},
	}, library)
}

// String names c with the version and how it is used.
func (c *contender) String() string {
	name := c.name
	if v := versionOf(c.module); v != "" {
		name += " " + v
	}
	if c.how != "" {
		name += ", " + c.how
	}
	return name
}
