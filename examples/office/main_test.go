package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/openminzheng/zhuzhou/examples/internal/hostile"
	"github.com/openminzheng/zhuzhou/internal/layout"
)

// rosterRows is a register as a county keeps it: a title above the header, a sum and signatures below.
var rosterRows = [][]string{
	{"天元区2020年10月城市低保花名册"},
	{"序号", "户主姓名", "户口性质", "家庭财产", "保障人口", "月保障金额（元）", "姓名", "身份证号", "与户主关系", "月收入（元）", "出生日期", "开户银行", "备注"},
	{"1", "张一", "城镇", "符合规定", "2", "900", "张一", "43021119650302001X", "户主", "300", "1965-03-02", "6217000010001234567", "=1+1"},
	{"2", "", "", "", "", "", "李二", "430211196812110027", "配偶", "0", "1968-12-11", "", ""},
	{"3", "王四", "城镇", "符合规定", "1", "476.5", "王四", "430202195001010056", "户主", "123.5", "1950-01-01", "", ""},
	{"合计", "", "", "", "3", "1376.5"},
	{},
	{"制表人：某", "", "审核人：某"},
}

// run runs the program on a file in a new folder, with English texts.
func run(t *testing.T, name string, data []byte, args ...string) (code int, out, messages string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, data, 0o600))
	var stdout, stderr bytes.Buffer
	args = append([]string{"-on", "2020-10-01", "-division", "天元区", "-lang", "en", file}, args...)
	code = newProgram().Run(context.Background(), args, nil, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// workbook is rows in the first sheet of a workbook: amounts and dates as numbers, the rest as
// text. change may do more to it.
func workbook(t *testing.T, rows [][]string, change func(*excelize.File)) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	dates, err := book.NewStyle(&excelize.Style{NumFmt: 14})
	require.NoError(t, err)
	for i, row := range rows {
		for j, text := range row {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, err)
			day, dayError := time.Parse(time.DateOnly, text)
			amount, amountError := strconv.ParseFloat(text, 64)
			switch {
			case dayError == nil:
				require.NoError(t, book.SetCellValue("Sheet1", cell, day))
				require.NoError(t, book.SetCellStyle("Sheet1", cell, cell, dates))
			case amountError == nil && len(text) < 15:
				require.NoError(t, book.SetCellFloat("Sheet1", cell, amount, -1, 64))
			default:
				require.NoError(t, book.SetCellStr("Sheet1", cell, text))
			}
		}
	}
	if change != nil {
		change(book)
	}
	data, err := book.WriteToBuffer()
	require.NoError(t, err)
	return data.Bytes()
}

// asText is rows as CSV.
func asText(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, ",") + "\n")
	}
	return b.String()
}

// The same register comes to the same decisions, whatever it is saved as.
func TestTheSameInEveryForm(t *testing.T) {
	text := asText(rosterRows)
	code, want, messages := run(t, "register.csv", []byte(text))
	require.Equal(t, 0, code, messages)
	require.Equal(t, 3, strings.Count(want, "\n"))
	assert.Contains(t, want, ",900.00,")
	assert.Contains(t, want, ",476.50,")
	assert.Contains(t, want, "6217000010001234567")

	chinese, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	for name, data := range map[string][]byte{"gb.csv": []byte(chinese), "register.xlsx": workbook(t, rosterRows, nil)} {
		code, out, messages := run(t, name, data)
		assert.Equal(t, 0, code, "%s: %s", name, messages)
		assert.Equal(t, want, out, name)
		assert.Contains(t, messages, "the header is on line 2")
		assert.Contains(t, messages, "1 title rows, 1 sums, 1 signatures and notes")
	}
}

// What is no GB18030 refuses its row and no other.
func TestBrokenGB18030(t *testing.T) {
	chinese, err := simplifiedchinese.GB18030.NewEncoder().String(asText(rosterRows))
	require.NoError(t, err)
	broken := strings.Replace(chinese, "476.5,", "476.5,\xff", 1)
	code, out, messages := run(t, "gb.csv", []byte(broken))
	assert.Equal(t, 1, code)
	assert.Contains(t, messages, "line 5")
	assert.Contains(t, out, ",900.00,")
	assert.NotContains(t, out, ",476.50,")
}

// A workbook of decisions holds numbers, texts that stay texts, the summary and what was refused.
func TestWrittenWorkbook(t *testing.T) {
	rows := append([][]string{}, rosterRows[:5]...)
	rows = append(rows, []string{"4", "赵五", "城镇", "符合规定", "1", "600", "赵五", "430202195001010057", "户主", "0"})
	name := filepath.Join(t.TempDir(), "decisions.xlsx")
	code, out, messages := run(t, "register.xlsx", workbook(t, rows, nil), "-o", name)
	require.Equal(t, 1, code, messages)
	assert.Empty(t, out)

	book, err := excelize.OpenFile(name)
	require.NoError(t, err)
	defer book.Close()
	assert.Equal(t, []string{"decisions", "summary", "refused"}, book.GetSheetList())
	written, err := book.GetRows("decisions")
	require.NoError(t, err)
	require.Len(t, written, 3)
	at := map[string]int{}
	for i, header := range written[0] {
		at[header] = i
	}
	cell := func(header string) string {
		name, err := excelize.CoordinatesToCellName(at[header]+1, 2)
		require.NoError(t, err)
		return name
	}
	for header, want := range map[string]struct {
		text string
		kind excelize.CellType
	}{
		"dibao_yuan": {"900.00", excelize.CellTypeNumber},
		"people":     {"2", excelize.CellTypeNumber},
		"开户银行":       {"6217000010001234567", excelize.CellTypeInlineString},
		"备注":         {"=1+1", excelize.CellTypeInlineString},
	} {
		assert.Equal(t, want.text, written[1][at[header]], header)
		kind, err := book.GetCellType("decisions", cell(header))
		require.NoError(t, err)
		if want.kind == excelize.CellTypeNumber && kind == excelize.CellTypeUnset {
			kind = excelize.CellTypeNumber // a cell without a type is a number
		}
		assert.Equal(t, want.kind, kind, header)
		formula, err := book.GetCellFormula("decisions", cell(header))
		require.NoError(t, err)
		assert.Empty(t, formula, header)
	}
	panes, err := book.GetPanes("decisions")
	require.NoError(t, err)
	assert.True(t, panes.Freeze)

	summary, err := book.GetRows("summary")
	require.NoError(t, err)
	assert.Contains(t, summary[0][0], "2 households with 3 people decided, 1 refused")
	refused, err := book.GetRows("refused")
	require.NoError(t, err)
	require.Len(t, refused, 2)
	assert.Equal(t, []string{"赵五", "6", "身份证号", "H6"}, refused[1][:4])
	assert.Contains(t, refused[1][4], "not an identity number")
	assert.NotContains(t, refused[1][4], "430202195001010057")
}

// A name that is none of a workbook is written as CSV, as caseload writes it.
func TestWrittenText(t *testing.T) {
	name := filepath.Join(t.TempDir(), "decisions.csv")
	code, _, messages := run(t, "register.xlsx", workbook(t, rosterRows, nil), "-o", name)
	require.Equal(t, 0, code, messages)
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(string(text), "\ufeffhousehold,"))
	assert.Contains(t, string(text), ",'=1+1,")
}

// A cell is read as it is shown, and never as less or more than it says.
func TestCells(t *testing.T) {
	for _, c := range []struct{ why, format, value, want string }{
		{"as stored", "General", "300", "300"},
		{"two decimals", "0.00", "476.5", "476.50"},
		{"thousands", "#,##0.00", "1600", "1600.00"},
		{"shown with two decimals, stored with more", "0.00", "333.3333", "333.33"},
		{"what is stored and not shown counts", "0", "123.45", "123.45"},
		{"shown in thousands", "0,", "1600", "1600"},
		{"zero as accounts show it", `0;-0;"-"`, "0", "0"},
		{"what is hidden counts", ";;;", "900", "900"},
		{"leading zeros of a number", "000000", "123", "000123"},
		{"a day", "yyyy/m/d", "23803", "1965-03-02"},
		{"a day and a time", "yyyy-mm-dd hh:mm", "23803.5", "1965-03-02"},
		{"a day in Chinese", `yyyy"年"m"月"d"日"`, "23803", "1965-03-02"},
		{"a day in digits", "yyyymmdd", "23803", "1965-03-02"},
		{"a month is no day", `yyyy"年"m"月"`, "23803", "1965年3月"},
		{"an identity number that lost its digits", "0", "4.30211196503020E+17", "4.30211196503020E+17"},
		{"a share", "0%", "0.5", "50%"},
	} {
		t.Run(c.why, func(t *testing.T) {
			book := excelize.NewFile()
			defer book.Close()
			value, err := strconv.ParseFloat(c.value, 64)
			require.NoError(t, err)
			require.NoError(t, book.SetCellFloat("Sheet1", "A1", value, -1, 64))
			if c.format != "General" {
				style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
				require.NoError(t, err)
				require.NoError(t, book.SetCellStyle("Sheet1", "A1", "A1", style))
			}
			shown, err := book.GetCellValue("Sheet1", "A1")
			require.NoError(t, err)
			got := readCells([]string{shown}, []string{c.value}, false)
			assert.Equal(t, c.want, got[0], "shown as %q", shown)
		})
	}
}

// changed is a workbook with a text of its first sheet replaced, as a spreadsheet would write it.
func changed(t *testing.T, workbook []byte, old, new string) []byte {
	t.Helper()
	files, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	require.NoError(t, err)
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range files.File {
		part, err := f.Open()
		require.NoError(t, err)
		text, err := io.ReadAll(part)
		require.NoError(t, err)
		if f.Name == "xl/worksheets/sheet1.xml" {
			require.Equal(t, 1, strings.Count(string(text), old), "%s", text)
			text = []byte(strings.Replace(string(text), old, new, 1))
		}
		w, err := to.Create(f.Name)
		require.NoError(t, err)
		_, err = w.Write(text)
		require.NoError(t, err)
	}
	require.NoError(t, to.Close())
	return out.Bytes()
}

// A formula counts by its result. One that has none, which would be read as blank, refuses the
// file.
func TestFormulas(t *testing.T) {
	data := workbook(t, rosterRows, nil)
	code, out, messages := run(t, "register.xlsx", changed(t, data, `<v>300</v>`, `<f>100+200</f><v>300</v>`))
	assert.Equal(t, 0, code, messages)
	assert.Contains(t, out, ",900.00,")
	code, out, messages = run(t, "register.xlsx", changed(t, data, `<v>300</v>`, `<f>100+200</f>`))
	assert.Equal(t, 2, code)
	assert.Empty(t, out)
	assert.Contains(t, messages, "the formula in cell J3 has no result")
}

// An identity number that was stored as a number has lost its last digits, and is refused. The
// number here has a check character that fits.
func TestIdentityNumberAsNumber(t *testing.T) {
	rows := slices.Clone(rosterRows)
	rows[3] = slices.Clone(rows[3])
	rows[3][7] = "123"
	data := workbook(t, rows, nil)
	for _, stored := range []string{"4.3021119681211E+17", "430211196812110000"} {
		code, out, messages := run(t, "register.xlsx", changed(t, data, `<v>123</v>`, `<v>`+stored+`</v>`))
		assert.Equal(t, 1, code)
		assert.Contains(t, messages, "(H4)")
		assert.NotContains(t, out, ",900.00,")
	}
	rows[3][7] = "430211196812110000"
	code, _, messages := run(t, "register.xlsx", workbook(t, rows, nil))
	assert.Equal(t, 0, code, "as text it is one: %s", messages)
}

// One sheet is read, and the others are named.
func TestSheets(t *testing.T) {
	data := workbook(t, [][]string{{"说明"}, {"本表由天元区填报"}}, func(book *excelize.File) {
		_, err := book.NewSheet("城市低保")
		require.NoError(t, err)
		for i, row := range rosterRows {
			cells := make([]any, len(row))
			for j, text := range row {
				cells[j] = text
			}
			require.NoError(t, book.SetSheetRow("城市低保", "A"+strconv.Itoa(i+1), &cells))
		}
	})
	code, _, messages := run(t, "register.xlsx", data)
	assert.Equal(t, 1, code)
	assert.Contains(t, messages, `only the sheet "Sheet1" is read (there are: Sheet1, 城市低保`)
	code, out, messages := run(t, "register.xlsx", data, "-sheet", "城市低保")
	assert.Equal(t, 0, code, messages)
	assert.Equal(t, 3, strings.Count(out, "\n"))
	code, _, messages = run(t, "register.xlsx", data, "-sheet", "农村低保")
	assert.Equal(t, 2, code)
	assert.Contains(t, messages, `there is no sheet "农村低保"`)
	code, _, messages = run(t, "register.csv", []byte(asText(rosterRows)), "-sheet", "城市低保")
	assert.Equal(t, 2, code)
	assert.Contains(t, messages, "-sheet is for workbooks")
	code, _, messages = run(t, "register.xlsx", data[:len(data)/2])
	assert.Equal(t, 2, code)
	assert.Contains(t, messages, "cannot be read as a workbook")
}

// The sample is a workbook that is read back.
func TestSample(t *testing.T) {
	folder := t.TempDir()
	sample, decisions := filepath.Join(folder, "sample.xlsx"), filepath.Join(folder, "decisions.xlsx")
	var messages bytes.Buffer
	code := newProgram().Run(context.Background(), []string{"-sample", "zh", "-lang", "zh", "-o", sample}, nil, &messages, &messages)
	require.Equal(t, 0, code, messages.String())
	code = newProgram().Run(context.Background(), []string{"-on", "2020-10-01", "-lang", "zh", "-o", decisions, sample}, nil, &messages, &messages)
	require.Equal(t, 0, code, messages.String())
	assert.NotContains(t, messages.String(), "只读取工作表")
	book, err := excelize.OpenFile(decisions)
	require.NoError(t, err)
	defer book.Close()
	assert.Equal(t, []string{"审核结果", "汇总", "未能审核"}, book.GetSheetList())
	rows, err := book.GetRows("审核结果")
	require.NoError(t, err)
	require.Len(t, rows, 5)
	assert.Equal(t, []string{"A1", "天元区", "城市", "1", "最低生活保障家庭", "3"}, rows[1][:6])
}

// Texts that would break out stay texts in the sheets, and a cell that holds less than its text says
// how much there is.
func TestHostileTexts(t *testing.T) {
	texts := append([]string{hostile.Marks, hostile.Controls, "a\nb", strings.Repeat("长", 40_000)}, hostile.Formulas...)
	rows := [][]string{{"household", "residence", "property", "member", "born", "own_income_month_yuan", "note", hostile.Formulas[0]}}
	for i, text := range texts {
		id := []string{hostile.Marks, "=1+1", "n" + strconv.Itoa(i)}[min(i, 2)]
		rows = append(rows, []string{id, "城镇", "符合规定", id, "1975-01-01", "0", text, text})
	}
	rows = append(rows, []string{"bad", "城镇", "符合规定", "bad", hostile.Marks + hostile.Controls, "0", "", ""})
	var data bytes.Buffer
	require.NoError(t, csv.NewWriter(&data).WriteAll(rows))
	name := filepath.Join(t.TempDir(), "out.xlsx")
	code, _, messages := run(t, "register.csv", data.Bytes(), "-keep", "note", "-o", name)
	require.Equal(t, 1, code, messages)
	assert.NoError(t, hostile.Text([]byte(messages)))

	book, err := excelize.OpenFile(name)
	require.NoError(t, err)
	defer book.Close()
	var cells []string
	for _, sheet := range book.GetSheetList() {
		written, err := book.GetRows(sheet)
		require.NoError(t, err)
		for i, row := range written {
			for j, cell := range row {
				cells = append(cells, cell)
				assert.Equal(t, layout.PlainLines(cell), cell)
				at, err := excelize.CoordinatesToCellName(j+1, i+1)
				require.NoError(t, err)
				formula, err := book.GetCellFormula(sheet, at)
				require.NoError(t, err)
				assert.Empty(t, formula)
			}
		}
	}
	for _, want := range []string{hostile.Marks, "=1+1", hostile.Formulas[0], strings.Repeat("长", 16_000) + "…(40000)", "a\nb"} {
		assert.Contains(t, cells, want)
	}
}
