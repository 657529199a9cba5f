package server

import (
	"encoding/json"
	"net/http"
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// document is a document that rows rest on.
type document struct {
	Document standards.Document `json:"document"`
	Zh       string             `json:"zh"`
	En       string             `json:"en"`
	Number   string             `json:"number,omitempty"`
	Issuer   string             `json:"issuer,omitempty"`
	Issued   standards.Date     `json:"issued,omitzero"`
	From     standards.Date     `json:"from,omitzero"`
	Standing standards.Standing `json:"standing"`
	SHA256   string             `json:"sha256,omitempty"` // of the archived text
}

// standardsAnswer is the rows of one day with their sources.
type standardsAnswer struct {
	On          standards.Date       `json:"on"`
	DataVersion string               `json:"dataVersion"`
	Digest      standards.Digest     `json:"digest"`
	Tables      []standards.TableRef `json:"tables"`
	Readings    standards.Choices    `json:"readings"`
	Documents   []document           `json:"documents"`
	Rows        []json.RawMessage    `json:"rows"` // in the flat shape of a tables file, with document and standing
}

// standards answers with the rows that decide on a day, each with its clause, what is printed there
// and its document.
func (s *Server) standards(w http.ResponseWriter, r *http.Request) error {
	set, err := s.day(r)
	if err != nil {
		return err
	}
	answer := standardsAnswer{On: set.Day(), DataVersion: standards.DataVersion, Digest: set.Digest(), Tables: set.Refs(),
		Readings: s.tables.Choices(), Documents: []document{}, Rows: []json.RawMessage{}}
	if answer.Tables == nil {
		answer.Tables = []standards.TableRef{}
	}
	for _, row := range set.Deciding() {
		info, _ := s.tables.Document(row.Basis.Document)
		answer.Rows = append(answer.Rows, draft.AppendRow(nil, row, draft.Extra{Document: info}))
		if !slices.ContainsFunc(answer.Documents, func(d document) bool { return d.Document == row.Basis.Document }) {
			answer.Documents = append(answer.Documents, documentOf(row.Basis.Document, info))
		}
	}
	body, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	return writeJSON(w, body)
}

func documentOf(d standards.Document, info standards.DocumentInfo) document {
	return document{d, info.Title.Zh, info.Title.En, info.Number, info.Issuer, info.Issued, info.From, info.Standing,
		info.SHA256}
}
