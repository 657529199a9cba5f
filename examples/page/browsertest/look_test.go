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
// languages and four widths. No width may need scrolling sideways.
func TestLook(t *testing.T) {
	folder := os.Getenv("LOOK")
	for _, lang := range []string{"zh", "en"} {
		for _, width := range []int{360, 768, 1280} {
			p := open(t, lang, width)
			for _, family := range []int{4, 5, 8} {
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
