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

// withoutResult returns the first cell of a sheet that has a formula and no result, "" where there
// is none. Such a cell would be read as blank.
func withoutResult(workbook []byte, sheet string) (cell string, err error) {
	files, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return "", err
	}
	name, err := partOf(files, sheet)
	if err != nil {
		return "", err
	}
	part, err := files.Open(name)
	if err != nil {
		return "", err
	}
	defer part.Close()
	return scanFormulas(xml.NewDecoder(part))
}

// scanFormulas reads the cells of a sheet up to the first formula without a result.
func scanFormulas(d *xml.Decoder) (string, error) {
	cell, formula, result := "", false, false
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return "", nil
		}
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "c":
				cell, formula, result = attribute(t, "r"), false, false
			case "f":
				formula = true
			case "v", "is":
				result = true
			}
		case xml.EndElement:
			if t.Name.Local == "c" && formula && !result {
				return cell, nil
			}
		}
	}
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
	if err := errors.Join(decode(files, "xl/workbook.xml", &book), decode(files, "xl/_rels/workbook.xml.rels", &relations)); err != nil {
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
