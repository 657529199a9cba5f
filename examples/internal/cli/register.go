package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// registerFlags are what the flags say of a register that it does not say of itself.
type registerFlags struct{ names, division, residence, property string }

// TakeRegister adds the flags that say what a register does not say of itself: map, division,
// residence and property.
func (p *Program) TakeRegister() {
	p.Flags.StringVar(&p.register.names, "map", "", "")
	p.Flags.StringVar(&p.register.division, "division", "", "")
	p.Flags.StringVar(&p.register.residence, "residence", "", "")
	p.Flags.StringVar(&p.register.property, "property", "", "")
}

// RegisterOptions reads what these flags say. Where it reports false, the program ends with the
// exit code.
func (p *Program) RegisterOptions() (o register.Options, code int, ok bool) {
	if p.Set != nil {
		o.On = p.Set.Day()
	}
	f := &p.register
	if f.division != "" {
		if o.Division, ok = register.ParseDivision(f.division); !ok {
			return o, p.Misused("-division " + f.division), false
		}
	}
	if f.residence != "" {
		if o.Residence, ok = register.ParseResidence(f.residence); !ok {
			return o, p.Misused("-residence " + f.residence), false
		}
	}
	if f.property != "" {
		if o.Property, ok = register.ParseProperty(f.property); !ok {
			return o, p.Misused("-property " + f.property), false
		}
	}
	if f.names == "" {
		return o, OK, true
	}
	file, shown, ok := p.Input(f.names)
	if !ok {
		return o, Usage, false
	}
	defer file.Close()
	var fault string
	if o.Names, fault = readNames(file, p.Lang); fault != "" {
		return o, p.Failed(shown + p.Lang.In("：", ": ") + fault), false
	}
	return o, OK, true
}

// readNames reads a file of -map: a header and the column that it is, one pair a line, each header
// once. Blank lines and those that begin with # say nothing. A fault is in language l.
func readNames(r io.Reader, l standards.Lang) (names map[string]string, fault string) {
	names = map[string]string{}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		theirs, ours, ok := strings.Cut(strings.ReplaceAll(line, "＝", "="), "=")
		if theirs, ours = strings.TrimSpace(theirs), strings.TrimSpace(ours); !ok || theirs == "" || ours == "" {
			return nil, l.In("每行须是“他们的列名=本程序的列名”，不是 ", "each line is THEIR HEADER=OUR COLUMN, not ") + line
		}
		if _, again := names[theirs]; again {
			return nil, l.In("列名重复：", "a header stands there twice: ") + theirs
		}
		names[theirs] = ours
	}
	if err := lines.Err(); err != nil {
		return nil, err.Error()
	}
	return names, ""
}

// SayFile says on stderr how a register was read, where it is not the plain case: its encoding, its
// separator, the line of the header, and the columns that were passed through.
func (p *Program) SayFile(shown string, f *register.File) {
	if f.Err() != nil {
		return
	}
	var parts []string
	if f.Kind != "UTF-8" && f.Kind != "" {
		parts = append(parts, f.Kind)
	}
	if name, ok := separatorNames[f.Separator]; ok {
		parts = append(parts, p.Lang.In(name[0], name[1]))
	}
	if f.HeaderLine > 1 {
		parts = append(parts, fmt.Sprintf(p.Lang.In("表头在第 %d 行", "the header is on line %d"), f.HeaderLine))
	}
	if len(f.Kept) > 0 {
		parts = append(parts, p.Lang.In("原样保留、不据以审核的列：",
			"columns that are passed through and decide nothing: ")+strings.Join(f.Kept, p.Lang.In("、", ", ")))
	}
	if len(parts) > 0 {
		fmt.Fprintf(p.Stderr, "%s%s%s\n", shown, p.Lang.In("：", ": "), strings.Join(parts, p.Lang.In("；", "; ")))
	}
}

// separatorNames name what stands between cells, where it is no comma.
var separatorNames = map[string][2]string{
	"\t": {"制表符分隔", "separated by tabs"}, ";": {"分号分隔", "separated by semicolons"},
	"，": {"中文逗号分隔", "separated by Chinese commas"}, "|": {"竖线分隔", "separated by bars"},
}

// SkippedText says in language l which rows were left out, "" where none was.
func SkippedText(s register.Skipped, l standards.Lang) string {
	var parts []string
	for _, kind := range [...]struct {
		count  int
		zh, en string
	}{
		{s.Titles, "标题 %d 行", "%d title rows"}, {s.Headers, "重复的表头 %d 行", "%d repeated headers"},
		{s.Totals, "合计 %d 行", "%d sums"},
		{s.Signed, "制表、审核、备注 %d 行", "%d signatures and notes"}, {s.Blank, "空行 %d 行", "%d blank rows"},
	} {
		if kind.count > 0 {
			parts = append(parts, fmt.Sprintf(l.In(kind.zh, kind.en), kind.count))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return l.In("略过：", "left out: ") + strings.Join(parts, l.In("，", ", ")) + "\n"
}

// saidOfCause is how many faults of one cause are said in full.
const saidOfCause = 3

// Causes counts the faults of a register by what they are. The zero Causes has none.
type Causes struct {
	counts map[string]int
	order  []string
	lines  map[string][]string
	first  map[string]*register.Error
}

// add counts a fault, and reports whether it is one of the first of its cause.
func (c *Causes) add(e *register.Error) bool {
	if c.counts == nil {
		c.counts, c.lines, c.first = map[string]int{}, map[string][]string{}, map[string]*register.Error{}
	}
	key := e.Code + "\x00" + e.Column
	if c.counts[key] == 0 {
		c.order, c.first[key] = append(c.order, key), e
	}
	c.counts[key]++
	if c.counts[key] > saidOfCause {
		return false
	}
	c.lines[key] = append(c.lines[key], fmt.Sprint(e.Line))
	return true
}

// Text says in language l how often each cause stands that was not said in full each time; where
// said is false, nothing was said before.
func (c *Causes) Text(l standards.Lang, said bool) string {
	var b strings.Builder
	for _, key := range c.order {
		n, e := c.counts[key], c.first[key]
		column := ""
		if e.Column != "" {
			column = l.In("列“", `column "`) + e.Column + l.In("”：", `": `)
		}
		switch {
		case said && n > saidOfCause:
			fmt.Fprintf(&b, l.In("%s%s：另有 %d 处，共 %d 处\n", "%s%s: %d more, %d in all\n"), column, e.Cause(l), n-saidOfCause, n)
		case !said:
			more := l.In("、", ", ")
			fmt.Fprintf(&b, l.In("%s%s：%d 处（第 %s 行%s）\n", "%s%s: %d (line %s%s)\n"), column, e.Cause(l), n,
				strings.Join(c.lines[key], more),
				map[bool]string{true: l.In("等", " and others")}[n > saidOfCause])
		}
	}
	return b.String()
}

// Refuse says on w why a household of a register is refused, a line for each fault; of one cause it
// says the first on stderr and counts the others. Where w is another file, it has them all.
func (p *Program) Refuse(w io.Writer, at, household string, err error) {
	var faults register.Errors
	if !errors.As(err, &faults) {
		p.Say(w, at, household, err)
		return
	}
	say := make(register.Errors, 0, len(faults))
	for _, e := range faults {
		if first := p.Causes.add(e); first || w != p.Stderr {
			say = append(say, e)
		}
	}
	if len(say) > 0 {
		p.Say(w, at, household, say)
	}
}

// AssumedText says in language l what was taken for something without being stated, and in how many
// households, "" where nothing was.
func AssumedText(counts *[benefit.FactCount]int64, l standards.Lang) string {
	var parts []string
	for f, n := range counts {
		if fact := benefit.Fact(f); n > 0 {
			parts = append(parts, fmt.Sprintf(l.In("%s按“%s” %d 户", "%s as %s: %d"), fact.Text(l),
				AssumedWord(fact.AssumedAs(), l), n))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return l.In("登记表未载明而作了认定的（户数）：", "taken for something without being stated (households): ") +
		strings.Join(parts, l.In("；", "; ")) + "\n"
}

// AssumedCounts are the counts of households by the name of the fact that was taken for something.
func AssumedCounts(counts *[benefit.FactCount]int64) map[string]int64 {
	named := map[string]int64{}
	for f, n := range counts {
		if n > 0 {
			named[benefit.Fact(f).String()] = n
		}
	}
	return named
}

// AssumedWord says in language l what a fact is taken for.
func AssumedWord(word string, l standards.Lang) string {
	if chinese, ok := assumedWords[word]; ok && l == standards.Chinese {
		return chinese
	}
	return word
}

var assumedWords = map[string]string{"none": "无", "no": "否", "within": "符合规定", "capable": "有能力"}
