package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/examples/internal/layout"
	"github.com/openminzheng/zhuzhou/standards"
)

// checkSources looks up the words of each row in the archived text that it cites, and checks that the texts are the archived ones.
func (p *program) checkSources(rows []standards.Standard) int {
	if info, err := os.Stat(p.sources); err != nil || !info.IsDir() {
		return p.Failed(p.sources + p.Lang.In("：不是目录", ": not a folder"))
	}
	code := cli.OK
	unseen := 0
	for _, info := range standards.Documents() {
		cited := citing(rows, info.Document)
		switch {
		case len(cited) == 0 && info.Standing != standards.Archived:
		case info.Standing != standards.Archived:
			unseen += len(cited)
		case !p.checkDocument(info, cited):
			code = cli.Refused
		}
	}
	if unseen > 0 {
		fmt.Fprintf(p.Stdout, p.Lang.In("另有 %d 行所据文件没有全文存档，无法核对。\n", "%d more rows cite texts that are not archived and cannot be checked.\n"), unseen)
	}
	return code
}

func citing(rows []standards.Standard, d standards.Document) []standards.Standard {
	var cited []standards.Standard
	for _, row := range rows {
		if row.Basis.Document == d {
			cited = append(cited, row)
		}
	}
	return cited
}

// checkDocument prints how one archived text bears out the rows that cite it, and reports whether it does.
func (p *program) checkDocument(info standards.DocumentInfo, rows []standards.Standard) bool {
	text, err := os.ReadFile(filepath.Join(p.sources, info.File))
	heading := fmt.Sprintf("%s  %s  ", info.Name(p.Lang), info.File)
	if err != nil {
		fmt.Fprintf(p.Stdout, "%s%s\n\n", heading, p.Lang.In("缺少文件", "the file is missing"))
		return false
	}
	sum := sha256.Sum256(text)
	same := hex.EncodeToString(sum[:]) == info.SHA256
	t := layout.Table{}
	all := same
	for _, row := range rows {
		result, found := p.lookUp(info, text, row)
		all = all && found
		t.Add(result, info.Cite(row.Basis.Clause, p.Lang), row.Key.String(), row.Place.Text(p.Lang), row.Residence.String(), row.Of, value(row, p.Lang), layout.Plain(row.Basis.Printed))
	}
	if same {
		heading += p.Lang.In("与存档一致", "the archived text")
	} else {
		heading += p.Lang.In("文本与存档不一致", "text differs from the archived one")
	}
	fmt.Fprintf(p.Stdout, "%s\n%s\n", heading, t.Render("  "))
	return all
}

// lookUp says whether the words of row stand in the clause that it names.
func (p *program) lookUp(info standards.DocumentInfo, text []byte, row standards.Standard) (result string, found bool) {
	if standards.FindPrint(info, text, row) == standards.Found {
		return p.Lang.In("相符", "found"), true
	}
	if _, ok := standards.ClauseText(info, text, row.Basis.Clause); ok && row.Basis.Printed != "" {
		return p.Lang.In("文字不符", "text differs"), false
	}
	return p.Lang.In("未见", "not found"), false
}
