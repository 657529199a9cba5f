package hostile_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/examples/internal/hostile"
)

// The checks find what a text that is not escaped does.
func TestChecksFind(t *testing.T) {
	page := func(body string) []byte {
		return []byte("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><style>a>b{}</style></head><body>" + body + "</body></html>\n")
	}
	assert.NoError(t, hostile.HTML(page("<p class=\"of\">1 &lt; 2 &#34;张　三&#34;</p>")))
	for _, body := range []string{hostile.Marks, "<p>" + hostile.Marks + "</p>", "<script></script>", "<p onclick=\"x\">a</p>", "<p class=\"\" style=\"x\">a</p>",
		"<p class='script'></p>", "<p>", "</body>", "<!-- a -->", "<p>a\x1bb</p>", "<p>\u202e</p>", "<img src=x>", "<style></style>", "<p>" + strings.Repeat("长", 5000) + "</p>",
		"<p>&lt</p>", "<p>\xff</p>", "<a href=\"x\">a</a>"} {
		assert.Error(t, hostile.HTML(page(body)), "%.100s", body)
	}
	assert.Error(t, hostile.HTML([]byte("<html></html>")))
	assert.Error(t, hostile.HTML(append(page(""), page("")...)))
	assert.NoError(t, hostile.SVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg"><text x="1">a</text></svg>`)))
	assert.Error(t, hostile.SVG([]byte(`<svg onload="x"></svg>`)))
	assert.Error(t, hostile.SVG([]byte(`<p></p>`)))

	assert.NoError(t, hostile.CSV([]byte("\ufeffa,b\n-1.50,'=1\n")))
	for _, formula := range hostile.Formulas {
		if formula[0] != '\n' && !strings.ContainsAny(formula, `",`) {
			assert.Error(t, hostile.CSV([]byte("a,b\n"+formula+",1\n")), "%q", formula)
		}
	}
	for _, text := range []string{"", "a,b\n1\n", "a\"b\n", "a\n\x1b\n"} {
		assert.Error(t, hostile.CSV([]byte(text)), "%q", text)
	}
	assert.NoError(t, hostile.JSON([]byte("{\"a\":\"\\u001b\"}\n[]\n")))
	for _, text := range []string{"", "{", "{\"a\":\"\x1b\"}", "[]\r\n"} {
		assert.Error(t, hostile.JSON([]byte(text)), "%q", text)
	}
	assert.NoError(t, hostile.Text([]byte("张　三\t1\n")))
	for _, text := range []string{hostile.Controls, strings.Repeat("a", 2001), "a\rb"} {
		assert.Error(t, hostile.Text([]byte(text)), "%.100q", text)
	}
}
