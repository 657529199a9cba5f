package browsertest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// Whoever changes the page looks at it: LOOK=folder go test -run TestLook . takes its pictures, in both
// languages and three widths. No width may need scrolling sideways.
func TestLook(t *testing.T) {
	folder := os.Getenv("LOOK")
	families := []int{4}
	if folder != "" {
		families = []int{4, 5, 8}
	}
	for _, lang := range []string{"zh", "en"} {
		for _, width := range []int{360, 768, 1280} {
			p := open(t, lang, width)
			for _, family := range families {
				p.family(family)
				p.look(folder, fmt.Sprintf("%s-%d-%d", lang, width, family), width)
			}
			p.click("#everything")
			p.until(`document.querySelector('[data-path="weight"]')`)
			p.do(chromedp.Evaluate(`document.querySelectorAll("#form details").forEach((d) => (d.open = true))`, nil))
			p.typed(field("members[0].born"), "1968-02-30")
			p.until(`document.querySelector('[data-path="members[0].born"]').getAttribute("aria-invalid") === "true"`)
			p.drop("r.csv", "户编号,县市区,户口性质,家庭财产,姓名,出生日期,月收入\nh1,攸县,农村,符合规定,甲,1968-03-02,300\nh2,攸县,农村,符合规定,乙,1968-13-02,0\n")
			p.until(`document.querySelector("#register table")`)
			p.look(folder, fmt.Sprintf("%s-%d-faults", lang, width), width)
		}
	}
}

// look takes a picture of the whole page into a folder, if one is named.
func (p *tab) look(folder, name string, width int) {
	p.t.Helper()
	require.LessOrEqual(p.t, eval[int](p, `document.documentElement.scrollWidth`), width, name)
	require.LessOrEqual(p.t, eval[int](p, `{const a = document.querySelector("#notice").shadowRoot.querySelector("article"); a.scrollWidth - a.clientWidth}`), 0, "the notice, %s", name)
	if folder == "" {
		return
	}
	var picture []byte
	p.do(chromedp.FullScreenshot(&picture, 100))
	require.NoError(p.t, os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o600))
}
