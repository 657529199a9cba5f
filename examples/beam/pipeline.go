package main

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	beamregister "github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/openminzheng/zhuzhou/assistance/caseload"
	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// The files that the pipeline writes.
const (
	totalsFile    = "totals.json"
	refusedFile   = "refused.txt"
	warnedFile    = "warned.txt"
	decisionsFile = "decisions.jsonl"
)

// Sum is what the households of some files come to. Sums are added up in any order.
type Sum struct {
	Totals  caseload.Totals
	Files   int64
	Refused int64 // households that could not be decided and are in no total
	Warned  int64 // households of which something may be wrong
}

// merge adds the households of other files.
func (s *Sum) merge(other *Sum) {
	s.Totals.Merge(&other.Totals)
	s.Files += other.Files
	s.Refused += other.Refused
	s.Warned += other.Warned
}

// encodeSum is the form in which sums travel between machines: its integers, each in eight bytes.
func encodeSum(s Sum) ([]byte, error) { return binary.Append(nil, binary.LittleEndian, &s) }

func decodeSum(data []byte) (s Sum, err error) {
	_, err = binary.Decode(data, binary.LittleEndian, &s)
	return s, err
}

// addSums is the combiner: it adds sums up.
type addSums struct{}

// MergeAccumulators is all that Beam asks of a combiner whose input, sum and output are of one
// type.
func (*addSums) MergeAccumulators(a, b Sum) Sum {
	a.merge(&b)
	return a
}

// decideFile decides registers. Its exported fields travel to the
// machines that decide.
type decideFile struct {
	On        standards.Date
	Tables    []string // the texts of tables files, in the order in which they are laid
	Lang      standards.Lang
	Decisions bool // whether decisions are written

	// What the registers do not say of themselves, as in register.Options.
	Names     map[string]string
	Division  standards.Place     `json:",omitzero"`
	Residence standards.Residence `json:",omitzero"`
	Property  benefit.Property    `json:",omitzero"`

	set *standards.Set
}

// Setup makes the standards of the day.
func (f *decideFile) Setup() error {
	overlays := make([]standards.Overlay, len(f.Tables))
	for i, text := range f.Tables {
		var err error
		if overlays[i], err = draft.Parse([]byte(text)); err != nil {
			return err
		}
	}
	tables, err := standards.Published().With(overlays...)
	if err != nil {
		return err
	}
	f.set, err = tables.At(f.On)
	return err
}

// ProcessElement decides the households of a file and emits their sum, a line for each fault of one
// that is refused, a line for each warning, and the decisions if they are asked for. A file that is
// not read to its end, or whose rows are no members of households, fails the pipeline.
func (f *decideFile) ProcessElement(ctx context.Context, file fileio.ReadableFile,
	sums func(Sum), refused, warned, decisions func(string)) error {
	content, err := file.Open(ctx)
	if err != nil {
		return err
	}
	defer content.Close()
	sum, err := f.decide(ctx, file.Metadata.Path, content, refused, warned, decisions)
	if err == nil {
		sums(sum)
	}
	return err
}

// decide decides the households of a register that is called name, and returns what they come to.
func (f *decideFile) decide(ctx context.Context, name string, content io.Reader,
	refused, warned, decisions func(string)) (Sum, error) {
	sum := Sum{Files: 1}
	records := register.OfPeople(register.Open(content, register.Options{
		Names: f.Names, Division: f.Division, Residence: f.Residence, Property: f.Property, On: f.On}))
	for result, err := range caseload.Decide(ctx, f.set, records, caseload.DecideOptions{Explain: f.Decisions}) {
		if err != nil && result.Rows == 0 {
			return sum, fmt.Errorf("%s: %s", name, cli.Text(err, f.Lang))
		}
		if len(result.Warnings) > 0 {
			sum.Warned++
			f.say(name, &result, result.Warnings, warned)
		}
		if err != nil {
			sum.Refused++
			f.say(name, &result, err, refused)
			continue
		}
		sum.Totals.Add(&result.Household, &result.Decision)
		if !f.Decisions {
			continue
		}
		text, err := result.Decision.AppendJSON(nil)
		if err != nil {
			return sum, fmt.Errorf("%s: %w", name, err)
		}
		decisions(string(text))
	}
	return sum, nil
}

// say emits what is wrong with a household, one fault a line.
func (f *decideFile) say(name string, r *caseload.Result, err error, line func(string)) {
	var text strings.Builder
	program := cli.Program{Lang: f.Lang}
	program.Say(&text, name, r.Household.ID, err)
	for fault := range strings.Lines(text.String()) {
		line(strings.TrimSuffix(fault, "\n"))
	}
}

// Result is what is written of a run: the sum, and the standards that it was decided by.
type Result struct {
	On          standards.Date
	DataVersion string
	Digest      standards.Digest
	Sum
}

// writeResult makes the text of the result. Its field travels as that text does.
type writeResult struct{ Result Result }

// ProcessElement returns the text of the result with a sum.
func (w *writeResult) ProcessElement(sum Sum) (string, error) {
	w.Result.Sum = sum
	text, err := json.Marshal(w.Result)
	return string(text), err
}

func init() {
	beam.RegisterCoder(reflect.TypeFor[Sum](), encodeSum, decodeSum)
	beamregister.Combiner1[Sum](&addSums{})
	beamregister.DoFn6x1[context.Context, fileio.ReadableFile, func(Sum),
		func(string), func(string), func(string), error](&decideFile{})
	beamregister.Emitter1[Sum]()
	beamregister.DoFn1x2[Sum, string, error](&writeResult{})
}

// build builds the pipeline: the files, spread over the machines, are decided, and their sums are
// added up. It writes to folder.
func build(s beam.Scope, names []string, decide *decideFile, result Result, folder string) {
	files := fileio.MatchAll(s, beam.CreateList(s, names), fileio.MatchEmptyDisallow())
	readable := fileio.ReadMatches(s, beam.Reshuffle(s, files), fileio.ReadDirectoryDisallow())
	sums, refused, warned, decisions := beam.ParDo4(s, decide, readable)
	write := func(name string, lines beam.PCollection) { textio.Write(s, inFolder(folder, name), lines) }
	write(totalsFile, beam.ParDo(s, &writeResult{result}, beam.Combine(s, &addSums{}, sums)))
	write(refusedFile, refused)
	write(warnedFile, warned)
	if decide.Decisions {
		write(decisionsFile, decisions)
	}
}

// inFolder is a file in a folder of any file system, which may be written with a scheme.
func inFolder(folder, name string) string { return strings.TrimSuffix(folder, "/") + "/" + name }
