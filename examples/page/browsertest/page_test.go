package browsertest

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// commandLine decides a household by the program of the command line.
func commandLine(t *testing.T, household string, args ...string) string {
	t.Helper()
	command := exec.Command(householdProgram, append(args, "-")...)
	command.Stdin = strings.NewReader(household)
	var said bytes.Buffer
	command.Stderr = &said
	out, err := command.Output()
	require.NoError(t, err, said.String())
	return string(out)
}

// Every built-in family comes out with the bytes of the command line: the decision with its steps, and
// the notice as HTML.
func TestFamiliesAsOnTheCommandLine(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		p := open(t, lang, 1280)
		families := eval[int](p, `document.querySelectorAll("#family option").length - 1`)
		require.Greater(t, families, 9)
		for i := range families {
			p.family(i)
			household := eval[string](p, `document.querySelector("#household-json").value`)
			want := commandLine(t, household, "-on", "2020-10-01", "-lang", lang, "-json", "-steps")
			same(t, want, p.decision()+"\n", "family "+strconv.Itoa(i)+" in "+lang)
			notice := commandLine(t, household, "-on", "2020-10-01", "-lang", lang, "-html")
			same(t, notice, eval[string](p, `document.querySelector("#notice").html`), "the notice of family "+strconv.Itoa(i)+" in "+lang)
		}
	}
}

// A household is typed in by the keyboard alone, with days and money as people type them, and decided
// while it is typed.
func TestTypingWithTheKeyboardAlone(t *testing.T) {
	p := open(t, "en", 1280)
	assert.False(t, eval[bool](p, `[...document.querySelectorAll(".of-decision")].some((e) => e.checkVisibility())`), "nothing is shown of no decision")
	p.settle(func() {
		p.focus(field("division"))
		p.do(chromedp.KeyEvent("You"))
		p.typed(field("members[0].born"), "1968年3月2日")
	})
	require.Contains(t, p.text("#ask"), "settles", "what is needed is asked for")
	assert.True(t, eval[bool](p, `[...document.querySelectorAll(".of-decision")].every((e) => e.checkVisibility())`))
	assert.Equal(t, "Undetermined", p.text("#decided .category"))

	questions := eval[[]int](p, `[...document.querySelectorAll("#ask .mark")].map((m) => Number(m.textContent.match(/\d+/)[0]))`)
	for i := range questions[1:] {
		assert.GreaterOrEqual(t, questions[i], questions[i+1], "what settles most comes first")
	}
	p.settle(func() {
		p.focus(field("property"))
		p.do(chromedp.KeyEvent("within"))
		p.focus(`[data-field="members[0].income"] button`)
		p.do(chromedp.KeyEvent(kb.Enter))
		p.until(`document.activeElement.dataset.path === "members[0].income[0].kind"`)
		p.do(chromedp.KeyEvent(kb.Tab), input.InsertText("１,200.5元"), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent("a year"))
	})
	assert.Equal(t, "members[0].income[0].per", eval[string](p, `document.activeElement.dataset.path`), "the focus stays where one types")
	p.focus("#cards .card details summary") // the kind of hukou may change the result
	p.do(chromedp.KeyEvent(kb.Enter))
	p.settle(func() {
		p.focus(field("residence"))
		p.do(chromedp.KeyEvent("rural"))
	})
	household := eval[string](p, `document.querySelector("#household-json").value`)
	assert.Contains(t, household, `"yuan": "1200.50"`)
	assert.Contains(t, household, `"per": "year"`)
	assert.Contains(t, household, `"1968-03-02"`)
	same(t, commandLine(t, household, "-on", "2020-10-01", "-lang", "en", "-json", "-steps"), p.decision()+"\n", "as on the command line")
	assert.Contains(t, p.decision(), `"residence":"rural"`)
}

// A fault stands beside its field, and nothing is decided with it.
func TestFaultsBesideTheirFields(t *testing.T) {
	p := open(t, "zh", 360)
	p.family(4)
	before := p.text("#decided")
	p.typed(field("members[0].born"), "1968-02-30")
	p.until(`document.querySelector('[data-path="members[0].born"]').getAttribute("aria-invalid") === "true"`)
	assert.Contains(t, p.text(`[data-field="members[0].born"] .fault`), "1968-02-30")
	described := eval[string](p, `document.getElementById(document.querySelector('[data-path="members[0].born"]').getAttribute("aria-describedby").split(" ")[1]).textContent`)
	assert.Contains(t, described, "1968-02-30", "a screen reader finds the fault by the field")
	assert.Contains(t, p.text("#ask"), "father: 出生日期")
	after, marked := strings.CutPrefix(p.text("#decided"), p.text("#decided .old"))
	assert.True(t, marked && p.text("#decided .old") != "", "the last decision is marked as old")
	assert.Equal(t, before, strings.TrimSpace(after))
	assert.Empty(t, p.decision())
	p.do(emulation.SetEmulatedMedia().WithMedia("print"))
	assert.False(t, eval[bool](p, `document.querySelector("#notice").checkVisibility()`), "what was decided before is not printed")
	p.do(emulation.SetEmulatedMedia().WithMedia(""))

	p.typed("#on", "2035年1月1日")
	p.until(`document.querySelector("#on-fault").textContent !== ""`)
	assert.Contains(t, p.text("#on-fault"), "2035")
}

// The scenario is in the fragment of the address and comes back from it, in its language.
func TestTheFragmentHoldsTheScenario(t *testing.T) {
	p := open(t, "zh", 1280) // the browser's own language is English
	p.family(3)
	decision := p.decision()
	require.NotEmpty(t, p.fragment())
	other := openAt(t, p.fragment(), 1280)
	other.until(`document.querySelector("#decision-json").value !== ""`)
	same(t, decision, other.decision(), "by the link")
	assert.Equal(t, "zh-CN", eval[string](other, `document.documentElement.lang`))
}

// The language changes with all that is filled in.
func TestLanguage(t *testing.T) {
	p := open(t, "zh", 1280)
	p.family(4)
	assert.Contains(t, p.text("#decided"), "最低生活保障")
	before := p.decision()
	p.settle(func() { p.speak("en") })
	same(t, before, p.decision(), "in the other language")
	assert.Contains(t, p.text("#decided"), "Dibao")
	assert.Contains(t, eval[string](p, `document.querySelector("#notice").html`), `<html lang="en">`)
	assert.NotRegexp(t, `\p{Han}`, strings.ReplaceAll(p.text("main"), "中文", ""), "nothing Chinese is left")
}

// drop drops a file on the page.
func (p *tab) drop(name, text string) {
	p.t.Helper()
	p.do(chromedp.Evaluate(`{
		const data = new DataTransfer();
		data.items.add(new File([`+quote(text)+`], `+quote(name)+`));
		dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
	}`, nil))
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "examples/testdata", name))
	require.NoError(t, err)
	return string(text)
}

// A county's tables file that is dropped governs, as on the command line, and is named in the link; a
// link that was made with it decides nothing without it.
func TestDroppingTables(t *testing.T) {
	const urban = `{"id":"h","division":"430223","residence":"urban","property":"within","members":[{"id":"a","born":"1968-03-02","income":[]}]}`
	p := open(t, "en", 1280)
	p.settle(func() { p.drop("family.json", urban) })
	tables := readFile(t, "youxian-2020.json")
	p.settle(func() { p.drop("youxian-2020.json", tables) })
	assert.Contains(t, p.text("#tables"), "youxian-2020")
	want := commandLine(t, urban, "-on", "2020-10-01", "-lang", "en", "-json", "-steps", "-tables", filepath.Join(root, "examples/testdata/youxian-2020.json"))
	same(t, want, p.decision()+"\n", "as on the command line")

	p.drop("bad.json", strings.Replace(tables, `"kind"`, `"Kind"`, 1))
	p.until(`document.querySelector("#filefaults").innerText.includes("bad.json")`)
	same(t, want, p.decision()+"\n", "a faulty file changes nothing")

	other := openAt(t, p.fragment(), 1280)
	other.do(chromedp.WaitVisible("#tables .warning", chromedp.ByQuery))
	assert.Empty(t, other.decision())
	other.settle(func() { other.drop("youxian-2020.json", tables) })
	same(t, want, other.decision()+"\n", "with the file")
}

// A register comes back decided, with names and identity numbers masked, and the form goes on.
func TestDroppingARegister(t *testing.T) {
	p := open(t, "zh", 1280)
	p.drop("登记表.csv", "户编号,县市区,户口性质,家庭财产,姓名,出生日期,身份证号,工资性收入,收入周期\n"+
		"张建国,攸县,农村,符合规定,张建国,1949-12-31,11010519491231002X,500,月\n"+
		"h2,攸县,农村,符合规定,李四,1949-12-31,110105194912310021,500,月\n") // its check character is wrong
	p.until(`document.querySelector("#register table") || document.querySelector("#register .fault")`)
	text := p.text("#register")
	assert.Contains(t, text, "张**")
	assert.Contains(t, text, "共 2 户")
	assert.NotContains(t, text, "建国")
	assert.NotContains(t, text, "19491231")
	assert.Contains(t, text, "1 户无法使用")
	p.family(0)
	assert.Contains(t, p.text("#decided"), "最低生活保障", "the form goes on")
}

// The notice prints on A4, by itself, with all that it says.
func TestPrinting(t *testing.T) {
	p := open(t, "zh", 1280)
	p.family(4)
	var pdf []byte
	p.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).WithPrintBackground(true).Do(ctx)
		return err
	}))
	require.True(t, bytes.HasPrefix(pdf, []byte("%PDF-")))
	if folder := os.Getenv("LOOK"); folder != "" {
		require.NoError(t, os.WriteFile(filepath.Join(folder, "notice.pdf"), pdf, 0o600))
	}
	p.do(emulation.SetEmulatedMedia().WithMedia("print"))
	assert.Equal(t, []string{"notice-section"}, eval[[]string](p, `[...document.querySelectorAll("main > *, header")].filter((e) => e.checkVisibility()).map((e) => e.id)`))
	assert.Regexp(t, `/MediaBox ?\[ ?0 0 59[45](\.\d+)? 84[12]`, string(pdf))
}

// A household that is pasted is read as strictly as by the library.
func TestPasting(t *testing.T) {
	p := open(t, "en", 1280)
	p.do(chromedp.Evaluate(`document.querySelector("details:has(#household-json)").open = true`, nil))
	paste := func(text string) {
		p.do(chromedp.Evaluate(`document.querySelector("#household-json").value = `+quote(text), nil))
		p.click("#json-load")
	}
	paste(`{"division":"430223","Members":[]}`)
	p.until(`document.querySelector("#json-fault").textContent.includes("Members")`)
	good := readFile(t, "family.json")
	var list []json.RawMessage
	if json.Unmarshal([]byte(good), &list) == nil {
		good = string(list[0])
	}
	p.settle(func() { paste(good) })
	assert.Empty(t, p.text("#json-fault"))
	want := commandLine(t, good, "-on", "2020-10-01", "-lang", "en", "-json", "-steps")
	same(t, want, p.decision()+"\n", "as on the command line")
}
