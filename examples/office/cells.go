package main

import (
	"iter"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"

	"github.com/openminzheng/zhuzhou/assistance/register"
)

// rowsOf returns the rows of a sheet. They are read twice at once: as they are shown and as they
// are stored. The cells of rounded hold numbers that lost their last digits.
func rowsOf(book *excelize.File, sheet string, rounded map[string]bool) (iter.Seq2[register.Row, error], error) {
	properties, err := book.GetWorkbookProps()
	if err != nil {
		return nil, err
	}
	from1904 := properties.Date1904 != nil && *properties.Date1904
	shown, err := book.Rows(sheet)
	if err != nil {
		return nil, err
	}
	stored, err := book.Rows(sheet)
	if err != nil {
		return nil, err
	}
	return func(yield func(register.Row, error) bool) {
		defer book.Close()
		defer shown.Close()
		defer stored.Close()
		number := 0
		for shown.Next() && stored.Next() {
			number++
			cells, err := shown.Columns()
			if err != nil {
				yield(register.Row{Number: number}, err)
				return
			}
			raw, err := stored.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				yield(register.Row{Number: number}, err)
				return
			}
			read := readCells(cells, raw, from1904)
			markRounded(rounded, number, read)
			if !yield(register.Row{Number: number, Cells: read}, nil) {
				return
			}
		}
		if err := shown.Error(); err != nil {
			yield(register.Row{Number: number + 1}, err)
		}
	}, nil
}

// readCells returns the cells of a row as they are read.
func readCells(shown, stored []string, from1904 bool) []string {
	cells := make([]string, max(len(shown), len(stored)))
	copy(cells, shown)
	for i, raw := range stored {
		if cells[i] != raw {
			cells[i] = readCell(cells[i], raw, from1904)
		}
	}
	return cells
}

// exactBelow is what numbers are below of which a spreadsheet stores all digits.
const exactBelow = 1e15

// markRounded writes numbers that lost their last digits so that they cannot pass for what they
// were, such as identity numbers that were typed as numbers. As texts they would be right.
func markRounded(rounded map[string]bool, row int, cells []string) {
	if len(rounded) == 0 {
		return
	}
	for i, text := range cells {
		name, err := excelize.CoordinatesToCellName(i+1, row)
		if err != nil || !rounded[name] {
			continue
		}
		if value, err := strconv.ParseFloat(text, 64); err == nil {
			cells[i] = strconv.FormatFloat(value, 'E', -1, 64)
		}
	}
}

// readCell returns what a cell says that is shown in another way than it is stored. A date is its
// day, where the whole day is shown. A number is what is shown, but what is stored where that hides
// half a fen or more. All else is what is shown.
func readCell(shown, raw string, from1904 bool) string {
	value, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw // a text
	}
	if math.Abs(value) >= exactBelow {
		return raw // digits are lost, as of an identity number: it must not pass for one
	}
	if day, ok := dayShown(shown, value, from1904); ok {
		return day
	}
	plain, isNumber := number(shown)
	switch {
	case !isNumber && shown != "": // what is hidden counts
		return shown
	case isNumber && math.Abs(plain-value) < halfFen:
		return strings.ReplaceAll(strings.TrimSpace(shown), ",", "")
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

const halfFen = 0.005

// number returns the number that is shown, with commas between thousands. A dash alone, perhaps
// behind a sign of money, is how accounts show zero.
func number(shown string) (float64, bool) {
	text := strings.TrimFunc(shown, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Sc, r) })
	if text == "-" {
		return math.NaN(), true // as stored
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	return n, err == nil
}

// layouts are the forms in which a spreadsheet shows a whole day.
var layouts = [...]string{"2006/1/2", "2006-1-2", "2006.1.2", "2006年1月2日", "20060102", "1/2/2006", "1-2-06", "1/2/06",
	"2-Jan-06"}

// dayShown returns the day that a date cell shows, as YYYY-MM-DD.
func dayShown(shown string, value float64, from1904 bool) (string, bool) {
	at, err := excelize.ExcelDateToTime(value, from1904)
	if err != nil || value < 1 {
		return "", false
	}
	text, _, _ := strings.Cut(strings.TrimSpace(shown), " ") // the time of the day is no part of it
	for _, layout := range layouts {
		if day, err := time.Parse(layout, text); err == nil && day.Month() == at.Month() && day.Day() == at.Day() &&
			day.Year()%100 == at.Year()%100 {
			return at.Format(time.DateOnly), true
		}
	}
	return "", false
}
