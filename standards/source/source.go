package source

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
)

// Status says whether the words that a row prints stand in the clause or the passage that it names.
type Status uint8

const (
	NoPrint  Status = iota + 1 // the row prints no words
	NoClause                   // the text has no such clause or passage
	Differs                    // it has other words
	Found
)

// Result is the outcome for one row.
type Result struct {
	Row    standards.Standard
	Status Status
}

// Report compares a text with the rows that cite it.
type Report struct {
	Archived bool     // the text is the archived file, to the byte
	Results  []Result // of the rows that cite the document, in the order given
}

// OK reports whether the text is the archived one and has the words of every row.
func (r Report) OK() bool {
	for _, result := range r.Results {
		if result.Status != Found {
			return false
		}
	}
	return r.Archived
}

// Check compares the archived file of a document with the rows that cite it. Of a document without
// one, no text is the archived one.
func Check(info standards.DocumentInfo, text []byte, rows []standards.Standard) Report {
	sum := sha256.Sum256(text)
	report := Report{Archived: hex.EncodeToString(sum[:]) == info.SHA256}
	for _, row := range rows {
		if row.Basis.Document == info.Document {
			report.Results = append(report.Results, Result{row, Find(info, text, row)})
		}
	}
	return report
}

// Words returns the passage of text where row says that its words stand, or else the clause that it
// names; info says how text is divided. It reports false where text has neither.
func Words(info standards.DocumentInfo, text []byte, row standards.Standard) (string, bool) {
	if row.Basis.At != "" {
		return PassageText(text, row.Basis.At)
	}
	return ClauseText(info, text, row.Basis.Clause)
}

// Find looks for the words that row prints where [Words] finds them.
func Find(info standards.DocumentInfo, text []byte, row standards.Standard) Status {
	words, ok := Words(info, text, row)
	switch {
	case row.Basis.Printed == "":
		return NoPrint
	case !ok:
		return NoClause
	case !strings.Contains(words, row.Basis.Printed):
		return Differs
	}
	return Found
}
