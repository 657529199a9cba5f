package source

import (
	"strconv"
	"strings"
)

// PassageText returns a passage of a file of excerpts or restatements (摘录、转述). Its name is a mark
// in square brackets, a letter or a date: the passage runs from a line that begins with the mark,
// in brackets of either kind and perhaps with a remark after it, as in 【B 第四、五条】, to the next line
// that begins with a bracket. Where several passages have the mark it is all of them. The name
// "line 7" is that of the seventh line. It reports false if there is no such passage.
func PassageText(text []byte, at string) (string, bool) {
	lines := strings.Split(string(text), "\n")
	if number, ok := strings.CutPrefix(at, "line "); ok {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(lines) {
			return "", false
		}
		return lines[n-1], true
	}
	mark, ok := strings.CutPrefix(at, "[")
	mark, closed := strings.CutSuffix(mark, "]")
	if !ok || !closed || mark == "" {
		return "", false
	}
	var passage []string
	inside := false
	for _, line := range lines {
		if marked, ok := markOf(line); ok {
			inside = marked == mark
		}
		if inside {
			passage = append(passage, line)
		}
	}
	return strings.Join(passage, "\n"), len(passage) > 0
}

// markOf returns the mark that line begins with: the B of 【B 第四、五条】. A bracket without a mark,
// as of 【申领起始】, has the whole of what stands in it.
func markOf(line string) (string, bool) {
	rest, square := strings.CutPrefix(line, "[")
	end := "]"
	if !square {
		var ok bool
		if rest, ok = strings.CutPrefix(line, "【"); !ok {
			return "", false
		}
		end = "】"
	}
	inside, _, closed := strings.Cut(rest, end)
	if !closed {
		return "", false
	}
	mark, _, _ := strings.Cut(inside, " ")
	return mark, true
}
