package register

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/openminzheng/zhuzhou/internal/saturating"
	"github.com/openminzheng/zhuzhou/internal/wire"
)

// What stands at the beginning of rows that are no household.
var (
	totalWords  = []string{"合计", "总计", "小计", "共计", "累计", "总合计", "本页小计", "本页合计", "全部合计"}
	signedWords = []string{"制表", "审核", "填表", "填报", "复核", "负责人", "经办", "单位负责人", "分管", "主管", "审批", "注:", "注：", "备注:", "备注：",
		"说明:", "说明：", "填写说明",
		"单位(盖章)", "单位（盖章）", "日期:", "日期："}
)

// signedCells is the most cells of a row that says who made the register.
const signedCells = 8

// isNoHousehold reports whether the current row is no part of a household: the header again, a sum
// of the rows above, or who made the register. It is counted.
func (r *reading) isNoHousehold() bool {
	first := slices.IndexFunc(r.cells, isStated)
	switch cell := r.cells[first]; {
	case mayLabel(cell) && r.isLabelled(cell, first), mayLabel(r.cell(colMember)) &&
		r.isLabelled(r.cell(colMember), r.cellAt[colMember]-1):
		return true
	case first < len(r.names) && string(cell) == r.names[first] && r.repeatsHeader():
		r.skipped.Headers++
		return true
	case r.sums == nil:
		return false
	case r.isBareSum():
		r.skipped.Totals++
		return true
	}
	r.addToSums()
	return false
}

// mayLabel reports whether a cell begins as a label does, which few names do.
func mayLabel(cell []byte) bool {
	first, _ := utf8.DecodeRune(cell)
	return strings.ContainsRune("合总小共累本全制审填复负经单分主注备说日", first)
}

// isLabelled reports whether a cell says that its row is a sum, or says who made the register, and
// counts it.
func (r *reading) isLabelled(cell []byte, position int) bool {
	if r.namesSomebody() {
		return false
	}
	text := strings.Map(normalRune, string(cell))
	for _, word := range totalWords {
		if rest, ok := strings.CutPrefix(text, word); ok && (rest == "" || strings.IndexByte(":(0123456789", rest[0]) >= 0 ||
			strings.HasPrefix(rest, "数")) {
			r.skipped.Totals++
			return true
		}
	}
	if position > 0 && position == r.cellAt[colMember]-1 {
		return false
	}
	stated := 0
	for _, cell := range r.cells {
		if isStated(cell) {
			stated++
		}
	}
	for _, word := range signedWords {
		rest, ok := strings.CutPrefix(text, strings.Map(normalRune, word))
		if ok && stated <= signedCells && (stated == 1 || strings.Contains(text, ":") || rest == "" || rest == "人" ||
			rest == "单位") && len(r.cell(colBorn)) == 0 {
			r.skipped.Signed++
			return true
		}
	}
	return false
}

// namesSomebody reports whether the current row has an identity number.
func (r *reading) namesSomebody() bool {
	for _, c := range [...]column{colIDNumber, colHeadNumber, colMember, colHousehold, colCertificate} {
		cell := r.cell(c)
		if len(cell) >= identityLength {
			if _, _, ok := parseIdentity(cell[:identityLength]); ok {
				return true
			}
		}
	}
	return false
}

// repeatsHeader reports whether the current row is the header once more.
func (r *reading) repeatsHeader() bool {
	for i, cell := range r.cells {
		if i < len(r.names) && string(cell) != r.names[i] {
			return false
		}
	}
	return len(r.cells) > 1
}

// summable are the columns of amounts and counts of a row that have a sum.
var summable = [...]column{colPaid, colPaidDibao, colPaidLiving, colPaidNursing, colPaidTekun, colPeople, colCovered,
	colOwnMonth, colOwnYear, colOwnTotal, colFamilyMonth, colFamilyYear}

// prepareSums finds the columns whose sums are kept.
func (h *header) prepareSums() (positions []int) {
	for _, c := range summable {
		if i := h.cellAt[c]; i > 0 {
			positions = append(positions, i-1)
		}
	}
	return positions
}

// addToSums adds the amounts of the current row to the sums.
func (r *reading) addToSums() {
	for n, i := range r.summed {
		if cell := r.cellsAt(i); len(cell) > 0 {
			if fen, code := parseMoney(cell); code == "" {
				r.sums[n] = saturating.Add(r.sums[n], fen, 1)
			}
		}
	}
}

// isBareSum reports whether the current row has nothing but the sums of the rows above.
func (r *reading) isBareSum() bool {
	found := false
	for i, cell := range r.cells {
		if len(cell) == 0 {
			continue
		}
		n := slices.Index(r.summed, i)
		if n < 0 {
			return false
		}
		fen, code := parseMoney(cell)
		if code != "" || fen != r.sums[n] {
			return false
		}
		found = found || fen > 0
	}
	return found
}

// parseMoney reads an amount of yuan as registers write it: with marks between thousands, or with
// the unit.
func parseMoney(cell []byte) (fen int64, code string) {
	if fen, code = wire.ParseFen(string(cell)); code != wire.CodeMoneyFormat {
		return fen, code
	}
	text := bytes.TrimPrefix(bytes.TrimPrefix(cell, []byte("￥")), []byte("¥"))
	for _, unit := range [...]string{"元/月", "元", "圆"} {
		if cut, ok := bytes.CutSuffix(text, []byte(unit)); ok {
			text = cut
			break
		}
	}
	plain := bytes.TrimSpace(text)
	whole, cents, point := strings.Cut(string(plain), ".")
	groups := strings.Split(strings.ReplaceAll(whole, "，", ","), ",")
	for i, group := range groups {
		if i > 0 && len(group) != 3 || i == 0 && len(groups) > 1 && (len(group) == 0 || len(group) > 3) {
			return 0, code
		}
	}
	whole = strings.Join(groups, "")
	if point {
		whole += "." + cents
	}
	return wire.ParseFen(whole)
}
