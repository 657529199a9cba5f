package browsertest

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// Whoever changes the page looks at it: LOOK=folder go test -run TestLook . takes its pictures, in both
// languages and two widths. No width may need scrolling sideways.
func TestLook(t *testing.T) {
	folder := os.Getenv("LOOK")
	families := []int{4}
	if folder != "" {
		families = []int{4, 5, 8}
	}
	for _, lang := range []string{"zh", "en"} {
		for _, width := range []int{360, 1280} {
			p := open(t, lang, width)
			for _, family := range families {
				p.family(family)
				require.LessOrEqual(t, eval[int](p, `document.documentElement.scrollWidth`), width, "%s, %d px, family %d", lang, width, family)
				if folder == "" {
					continue
				}
				var picture []byte
				p.do(chromedp.FullScreenshot(&picture, 100))
				name := lang + "-" + strconv.Itoa(width) + "-" + strconv.Itoa(family) + ".png"
				require.NoError(t, os.WriteFile(filepath.Join(folder, name), picture, 0o600))
			}
		}
	}
}
