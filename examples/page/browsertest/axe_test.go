package browsertest

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
)

// violation is a fault that axe-core finds.
type violation struct {
	ID     string   `json:"id"`
	Impact string   `json:"impact"`
	Help   string   `json:"help"`
	Where  []string `json:"where"`
}

// axe-core finds nothing serious: filled in, with faults, with everything shown, in both languages.
func TestAccessibility(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		p := open(t, lang, 360)
		p.do(chromedp.Evaluate(axe, nil))
		p.checkAccess("empty")
		p.family(5)
		p.click("#everything")
		p.until(`document.querySelector('[data-path="weight"]')`)
		p.do(chromedp.Evaluate(`document.querySelectorAll("details").forEach((d) => (d.open = true))`, nil))
		p.checkAccess("everything shown")
		p.typed(field("members[0].born"), "yesterday")
		p.until(`document.querySelector('[data-path="members[0].born"]').getAttribute("aria-invalid") === "true"`)
		p.drop("r.csv", "户编号,县市区,户口性质,家庭财产,姓名,出生日期\nh1,攸县,农村,符合规定,甲,1968-03-02\nh2,攸县,农村,符合规定,乙,1968-13-02\n")
		p.until(`document.querySelector("#register table")`)
		p.checkAccess("faults and a register")
	}
}

func (p *tab) checkAccess(when string) {
	p.t.Helper()
	var found []violation
	p.do(chromedp.Evaluate(`axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations
		.map(({ id, impact, help, nodes }) => ({ id, impact, help, where: nodes.map((n) => n.target.join(" ")) })))`, &found, awaited))
	for _, one := range found {
		assert.NotContains(p.t, []string{"serious", "critical", "moderate"}, one.Impact, "%s: %s: %s at %v", when, one.ID, one.Help, one.Where)
	}
}
