package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// scanned is what the cells of a sheet do not show.
type scanned struct {
	noResult string          // the first cell with a formula and no result, which would be read as blank
	rounded  map[string]bool // cells with numbers that lost their last digits
}

// scan reads the cells of a sheet up to the first formula without a result.
func scan(workbook []byte, sheet string) (found scanned, err error) {
	files, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return found, err
	}
	name, err := partOf(files, sheet)
	if err != nil {
		return found, err
	}
	part, err := files.Open(name)
	if err != nil {
		return found, err
	}
	defer part.Close()
	return scanCells(xml.NewDecoder(part))
}

func scanCells(d *xml.Decoder) (scanned, error) {
	found := scanned{rounded: map[string]bool{}}
	var cell, kind, in string
	formula, result := false, false
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return found, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch in = t.Name.Local; in {
			case "c":
				cell, kind = attribute(t, "r"), attribute(t, "t")
				formula, result = false, false
			case "f":
				formula = true
			case "v", "is":
				result = true
			}
		case xml.CharData:
			if in == "v" && (kind == "" || kind == "n") && isRounded(t) {
				found.rounded[cell] = true
			}
		case xml.EndElement:
			if in = ""; t.Name.Local == "c" && formula && !result {
				found.noResult = cell
				return found, nil
			}
		}
	}
}

// isRounded reports whether a number has more digits than a spreadsheet keeps, which are zeros.
func isRounded(number []byte) bool {
	const kept = 15
	return len(number) > kept && len(bytes.Trim(number, "0123456789")) == 0 && len(bytes.Trim(number[kept:], "0")) == 0
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// partOf returns the name of the part of a workbook in which a sheet stands.
func partOf(files *zip.Reader, sheet string) (string, error) {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(decode(files, "xl/workbook.xml", &book),
		decode(files, "xl/_rels/workbook.xml.rels", &relations)); err != nil {
		return "", err
	}
	for _, s := range book.Sheets {
		for _, relation := range relations.List {
			if s.Name != sheet || s.ID != relation.ID {
				continue
			}
			if target, absolute := strings.CutPrefix(relation.Target, "/"); absolute {
				return target, nil
			}
			return path.Join("xl", relation.Target), nil
		}
	}
	return "", errors.New("no part of the workbook has the sheet " + sheet)
}

func decode(files *zip.Reader, name string, into any) error {
	part, err := files.Open(name)
	if err != nil {
		return err
	}
	defer part.Close()
	return xml.NewDecoder(part).Decode(into)
}
