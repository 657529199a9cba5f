// Command bench runs one rule on the same households in the engines that a Go developer could pick,
// and in this library. It compares the results household by household, to the fen, and prints what
// a household costs. It is a module of its own, so that the engines stay out of the library's
// requirements.
//
//	go run -C examples/bench . -write ../../README.md    # compare, measure, and write the table into the README
//	go run -C examples/bench . -brief                    # compare a small population, measure nothing
//
// It exits with 0 when all agree, 1 when one does not or nothing could be measured, and 2 on wrong
// usage.
//
// # The rule
//
// Dibao (最低生活保障) is due where property is within the limit and the income a year that counts is
// strictly below the line times the members who count. It pays the difference, a twelfth of it a
// month, rounded up to the fen, once, at the end. Every counted member with a disability
// certificate of a family on dibao is due the living subsidy (困难残疾人生活补贴), and every member of grade
// 1 or 2 the nursing subsidy (重度残疾人护理补贴), but for those who get the nursing benefit of work-injury
// insurance. The districts have the city's figures of 2020; those of the counties are made up.
//
// # What the rule leaves out
//
// It does not decide tekun support, low-income families and their single-person cover, top-ups,
// grace periods, job costs, children's schemes, other allowances, families of both kinds of hukou,
// and members elsewhere. It takes the findings of the caseworker for facts: who counts, and that
// property is within. The households are invented so that nothing of this changes a figure: no
// support is stated, no family between the line and one and a half times the line has a member for
// single-person cover, every income and kind of hukou is stated. Had one more been due, its total
// would not agree.
//
// # What the library does beyond it
//
// Assess checks every field of the household, asks who may be tekun and whether the family is
// low-income, finds which documents and readings the decision turns on, lists what was taken for
// granted, and digests household and standards so that the decision can be verified. Explain
// records every step besides. The other engines compute three sums. Simulate gives totals by place,
// kind of hukou and benefit, and no decision.
//
// What an engine takes in is prepared before the clock starts: decimals are parsed, inputs are
// built, rules are compiled.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

const (
	briefHouseholds   = 1_000
	defaultHouseholds = 50_000
)

// options are what the command line says.
type options struct {
	households int
	seed       uint64
	brief      bool
	write      string
}

func run(args []string, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.IntVar(&o.households, "households", 0, "how many households are invented; 0: 50,000, with -brief 1,000")
	flags.Uint64Var(&o.seed, "seed", 1, "what determines the households")
	flags.BoolVar(&o.brief, "brief", false, "compare only, measure nothing")
	flags.StringVar(&o.write, "write", "", "the Markdown `file` whose section <!-- engines --> is replaced")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() > 0 || o.households < 0 || o.brief && o.write != "" {
		flags.Usage()
		return 2
	}
	if err := o.bench(contenders(), stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return 1
	}
	return 0
}

// bench compares, and measures unless it is brief.
func (o *options) bench(list []contender, stdout, progress io.Writer) error {
	count := o.households
	switch {
	case count > 0:
	case o.brief:
		count = briefHouseholds
	default:
		count = defaultHouseholds
	}
	households := invent(count, o.seed)
	lines := make([]line, len(list))
	for i := range list {
		c := &list[i]
		fmt.Fprintf(progress, "comparing %s\n", c)
		differ, err := compare(c, households)
		if err != nil {
			return err
		}
		lines[i] = line{contender: *c, differ: differ, compared: count}
	}
	if o.brief {
		return printAgreement(stdout, lines)
	}
	for i := range list {
		fmt.Fprintf(progress, "measuring %s\n", &list[i])
		var err error
		if lines[i].measurement, err = measure(&list[i], households); err != nil {
			return err
		}
	}
	text := section(censusOf(households), o.seed, lines)
	if _, err := io.WriteString(stdout, text); err != nil || o.write == "" {
		return err
	}
	return writeSection(o.write, text)
}

// printAgreement says who agrees.
func printAgreement(w io.Writer, lines []line) error {
	for _, l := range lines {
		said := "every figure agrees"
		if l.naive {
			said = fmt.Sprintf("wrong sums in %s, as float64 has it", grouped(int64(l.differ)))
		}
		if _, err := fmt.Fprintf(w, "%s: %s households, %s\n", &l.contender, grouped(int64(l.compared)), said); err != nil {
			return err
		}
	}
	return nil
}
