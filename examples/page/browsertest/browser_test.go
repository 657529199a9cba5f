package browsertest

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

const root = "../../.." // of the repository

// What TestMain makes for all tests: the page, built as its command builds it, and a browser.
var (
	pageFile         string
	householdProgram string // of the command line
	axe              string // the checker of accessibility, in JavaScript
	browser          context.Context
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	chromium, err := findChromium()
	if err != nil {
		if os.Getenv("CI") == "true" {
			println("FAILED: " + err.Error())
			return 1
		}
		println("SKIPPED, nothing was tested: " + err.Error() + " (with CI=true this is a failure)")
		return 0
	}
	folder, err := os.MkdirTemp("", "browsertest")
	if err != nil {
		println(err.Error())
		return 1
	}
	defer os.RemoveAll(folder)
	pageFile, householdProgram = filepath.Join(folder, "page.html"), filepath.Join(folder, "household")
	for _, args := range [][]string{{"run", "./examples/page", "-o", pageFile}, {"build", "-o", householdProgram, "./examples/household"}} {
		command := exec.Command("go", args...)
		command.Dir = root
		if said, err := command.CombinedOutput(); err != nil {
			println("go "+strings.Join(args, " "), string(said))
			return 1
		}
	}
	if axe, err = fetchAxe(folder); err != nil {
		println("FAILED: " + err.Error())
		return 1
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.Flag("lang", "en"))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	var close context.CancelFunc
	browser, close = chromedp.NewContext(allocator)
	defer close()
	if err := chromedp.Run(browser); err != nil {
		println(err.Error())
		return 1
	}
	return m.Run()
}

// axeVersion is that of axe-core on npm.
const axeVersion = "4.10.3"

// fetchAxe gets axe-core from npm's registry.
func fetchAxe(folder string) (string, error) {
	install := exec.Command("npm", "install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "axe-core@"+axeVersion)
	if said, err := install.CombinedOutput(); err != nil {
		return "", fmt.Errorf("npm install axe-core: %w: %s", err, said)
	}
	text, err := os.ReadFile(filepath.Join(folder, "node_modules", "axe-core", "axe.min.js"))
	return string(text), err
}

func findChromium() (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", exec.ErrNotFound
}

// tab is the page in a tab of its own.
type tab struct {
	context.Context
	t *testing.T
}

// open opens the page in a language.
func open(t *testing.T, lang string, width int) *tab {
	t.Helper()
	p := openAt(t, "", width)
	p.speak(lang)
	return p
}

// openAt opens the page from the disk, with no network, by an address that ends in fragment, and
// waits until there is a form. Whatever goes wrong in its scripts fails the test.
func openAt(t *testing.T, fragment string, width int) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 90*time.Second)
	t.Cleanup(stop)
	p := &tab{ctx, t}
	chromedp.ListenTarget(ctx, func(event any) {
		if thrown, ok := event.(*runtime.EventExceptionThrown); ok {
			t.Errorf("the page threw: %s", thrown.ExceptionDetails.Error())
		}
	})
	p.do(network.Enable(), network.EmulateNetworkConditions(true, 0, 0, 0), chromedp.EmulateViewport(int64(width), 900))
	address := (&url.URL{Scheme: "file", Path: pageFile}).String() + fragment
	p.do(chromedp.Navigate(address), chromedp.WaitVisible("#cards .card", chromedp.ByQuery))
	return p
}

// fragment is the end of the page's address, in which the scenario stands.
func (p *tab) fragment() string {
	p.t.Helper()
	return eval[string](p, `location.hash`)
}

// do runs actions, which must all succeed.
func (p *tab) do(actions ...chromedp.Action) {
	p.t.Helper()
	require.NoError(p.t, chromedp.Run(p, actions...))
}

func (p *tab) click(selector string) {
	p.t.Helper()
	p.do(chromedp.Click(selector, chromedp.ByQuery))
}

// speak changes the language.
func (p *tab) speak(lang string) {
	p.t.Helper()
	p.until(`document.body.dataset.spoken`)
	p.do(chromedp.Evaluate(`delete document.body.dataset.spoken`, nil))
	p.click(`[data-lang="` + lang + `"]`)
	p.until(`document.body.dataset.spoken === "` + lang + `"`)
}

// focus goes to a control, as by Tab.
func (p *tab) focus(selector string) {
	p.t.Helper()
	require.True(p.t, eval[bool](p, `{const e = document.querySelector(`+quote(selector)+`); e?.focus(); e !== null && document.activeElement === e}`), "%s takes no focus", selector)
}

// typed types a text into a field, in place of what stands there.
func (p *tab) typed(selector, text string) {
	p.t.Helper()
	p.focus(selector)
	p.do(chromedp.Evaluate(`document.activeElement.select()`, nil), input.InsertText(text))
}

// decision is the decision that the page shows, as JSON.
func (p *tab) decision() string {
	p.t.Helper()
	return eval[string](p, `document.querySelector("#decision-json").value`)
}

// same compares two long texts and shows where they part.
func same(t *testing.T, want, got, why string) {
	t.Helper()
	if want == got {
		return
	}
	at := 0
	for at < min(len(want), len(got)) && want[at] == got[at] {
		at++
	}
	around := func(s string) string { return s[max(0, at-80):min(len(s), at+80)] }
	t.Errorf("%s: from byte %d on\n%q, not\n%q", why, at, around(got), around(want))
}

// eval returns the value of an expression in the page.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	var value T
	p.do(chromedp.Evaluate(expression, &value))
	return value
}

// until waits for an expression to hold.
func (p *tab) until(expression string) {
	p.t.Helper()
	err := chromedp.Run(p, chromedp.Poll("Boolean("+expression+")", nil, chromedp.WithPollingTimeout(30*time.Second), chromedp.WithPollingInterval(50*time.Millisecond)))
	require.NoError(p.t, err, "%s: never so; the form reads %q, the result %q", expression, p.text("#form"), p.text("#result"))
}

// text is what a person reads of an element.
func (p *tab) text(selector string) string {
	p.t.Helper()
	return eval[string](p, `document.querySelector(`+quote(selector)+`)?.innerText ?? ""`)
}

// settle does something and waits until all that it changes was computed and shown.
func (p *tab) settle(does func()) {
	p.t.Helper()
	p.do(chromedp.Evaluate(`delete document.body.dataset.shown`, nil))
	does()
	p.until(`document.body.dataset.shown`)
}

// family loads a built-in family by its number.
func (p *tab) family(i int) {
	p.t.Helper()
	p.settle(func() { p.choose("#family", string(rune('0'+i%10))) })
}

// choose chooses a word as a person does.
func (p *tab) choose(selector, word string) {
	p.t.Helper()
	p.do(chromedp.Evaluate(`{const s = document.querySelector(`+quote(selector)+`); s.value = `+quote(word)+`; s.dispatchEvent(new Event("change", {bubbles: true}))}`, nil))
}

// field is the selector of the control at a path.
func field(path string) string { return `[data-path="` + path + `"]` }

func quote(s string) string {
	var b bytes.Buffer
	b.WriteByte('`')
	b.WriteString(strings.NewReplacer("\\", "\\\\", "`", "\\`", "${", "\\${").Replace(s))
	b.WriteByte('`')
	return b.String()
}

// awaited waits for a promise.
func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
