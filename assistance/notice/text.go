package notice

import (
	"strings"

	"github.com/openminzheng/zhuzhou/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// textWidth is the width of a notice in columns; a Chinese character takes two.
const textWidth = 88

const textIndent = "    "

// Text returns n in language l as plain text, in lines of at most 88 columns of a fixed-width font,
// unless a single word is longer.
func (n Notice) Text(l standards.Lang) string { return n.Content(l).Text() }

// Text lays c out as plain text.
func (c Content) Text() string {
	var b strings.Builder
	if len(c.Warnings) > 0 {
		rule := strings.Repeat("!", textWidth) + "\n"
		b.WriteString(rule)
		for _, warning := range c.Warnings {
			b.WriteString(layout.Wrap(warning, "!! ", "!! ", textWidth))
		}
		b.WriteString(rule + "\n")
	}
	b.WriteString(c.Title + "\n")
	if c.Number != "" {
		b.WriteString(c.Number + "\n")
	}
	for _, line := range c.About {
		b.WriteString(layout.Wrap(line, "", "", textWidth))
	}
	writeSections(&b, c.Sections)
	b.WriteString("\n")
	for _, line := range c.Closing {
		b.WriteString(layout.Wrap(line, "", "", textWidth))
	}
	if len(c.Annex) > 0 {
		b.WriteString("\n" + strings.Repeat("-", textWidth) + "\n" + c.AnnexTitle() + "\n")
		writeSections(&b, c.Annex)
	}
	return b.String()
}

// AnnexTitle is the heading of the annex.
func (c Content) AnnexTitle() string {
	return c.Lang.In("附件（存档）", "ANNEX, FOR THE FILE")
}

func writeSections(b *strings.Builder, sections []Section) {
	for _, s := range sections {
		b.WriteString("\n" + s.Number + s.Title + "\n")
		for _, block := range s.Blocks {
			b.WriteString(block.text())
		}
	}
}

func (b Block) text() string {
	if b.Table == nil {
		hanging := strings.Repeat(" ", layout.Width(b.Mark))
		return layout.Wrap(b.Text, textIndent+b.Mark, textIndent+hanging, textWidth)
	}
	t := layout.Table{Right: b.Table.Right}
	t.Add(b.Table.Head...)
	for _, row := range b.Table.Rows {
		t.Add(row...)
	}
	return t.Render(textIndent)
}
