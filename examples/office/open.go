package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"

	"github.com/openminzheng/zhuzhou/assistance/register"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
)

// opener opens registers.
type opener struct{ sheet string }

// open opens a register by how it begins: a workbook, text in GB18030, or what package register
// reads itself.
func (o *opener) open(p *cli.Program, file io.Reader) (*register.File, error) {
	const looked = 64 << 10
	r := bufio.NewReaderSize(file, looked)
	head, _ := r.Peek(looked) // an error comes back when the text is read
	switch kind := register.KindOf(head); {
	case kind == "xlsx":
		return o.openWorkbook(p, r)
	case (kind == gb18030 || kind == "") && mostlyGB18030(head):
		decoder := transform.NewReader(r, transform.Chain(simplifiedchinese.GB18030.NewDecoder(), new(marker)))
		f := register.Open(decoder, p.Options)
		f.Kind = gb18030
		return f, o.unused(p)
	}
	return register.Open(r, p.Options), o.unused(p)
}

const gb18030 = "GB18030"

// mostlyGB18030 reports whether more lines of a text are in GB18030 than in UTF-8, of those that
// are not ASCII. A byte that is wrong refuses its row and makes no other encoding of the file.
func mostlyGB18030(text []byte) bool {
	gb, unicode := 0, 0
	for line := range bytes.Lines(text) {
		switch {
		case bytes.IndexFunc(line, func(r rune) bool { return r >= utf8.RuneSelf }) < 0:
		case utf8.Valid(line):
			unicode++
		case register.KindOf(line) == gb18030:
			gb++
		}
	}
	return gb > unicode
}

// unused is the error of -sheet for a file without sheets.
func (o *opener) unused(p *cli.Program) error {
	if o.sheet == "" {
		return nil
	}
	return errors.New(p.Lang.In("-sheet 只用于工作簿", "-sheet is for workbooks"))
}

// openWorkbook opens the sheet that is asked for, and says which it is where there are others.
func (o *opener) openWorkbook(p *cli.Program, r io.Reader) (*register.File, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{CultureInfo: excelize.CultureNameZhCN})
	if err != nil {
		return nil, fmt.Errorf("%s%w", p.Lang.In("不能作为工作簿读取：", "cannot be read as a workbook: "), err)
	}
	name, err := o.choose(p, book)
	if err != nil {
		return nil, err
	}
	found, err := scan(data, name)
	if err != nil {
		return nil, fmt.Errorf("%s%w", p.Lang.In("不能作为工作簿读取：", "cannot be read as a workbook: "), err)
	}
	if cell := found.noResult; cell != "" {
		return nil, errors.New(p.Lang.In("单元格 "+cell+" 的公式没有计算结果；请用表格软件打开并保存后再试",
			"the formula in cell "+cell+" has no result; open the file in the spreadsheet, save it and try again"))
	}
	rows, err := rowsOf(book, name, found.rounded)
	if err != nil {
		return nil, err
	}
	return register.OpenRows(rows, p.Options), nil
}

// choose returns the name of the sheet to read.
func (o *opener) choose(p *cli.Program, book *excelize.File) (string, error) {
	names := book.GetSheetList()
	list := strings.Join(names, p.Lang.In("、", ", "))
	if o.sheet != "" {
		if !slices.Contains(names, o.sheet) {
			return "", errors.New(p.Lang.In("没有工作表“"+o.sheet+"”；有："+list, `there is no sheet "`+o.sheet+`"; there are: `+list))
		}
		return o.sheet, nil
	}
	for _, name := range names {
		if shown, err := book.GetSheetVisible(name); err != nil || !shown {
			continue
		}
		if len(names) > 1 {
			fmt.Fprintf(p.Stderr, p.Lang.In("只读取工作表“%s”（工作簿中有：%s；用 -sheet 另选）\n",
				"only the sheet \"%s\" is read (there are: %s; -sheet chooses)\n"), name, list)
		}
		return name, nil
	}
	return "", errors.New(p.Lang.In("没有显示的工作表", "no sheet is shown"))
}

// marker replaces the replacement character, which stands for what is no GB18030, by a byte that no
// UTF-8 has, so that its row is refused.
type marker struct{ transform.NopResetter }

const notUTF8 = 0xff

var replacement = []byte("\ufffd")

func (marker) Transform(dst, src []byte, atEOF bool) (written, read int, err error) {
	for read < len(src) {
		if written == len(dst) {
			return written, read, transform.ErrShortDst
		}
		rest := src[read:]
		switch {
		case bytes.HasPrefix(rest, replacement):
			dst[written] = notUTF8
			read += len(replacement)
		case !atEOF && len(rest) < len(replacement) && bytes.HasPrefix(replacement, rest):
			return written, read, transform.ErrShortSrc
		default:
			dst[written] = rest[0]
			read++
		}
		written++
	}
	return written, read, nil
}
