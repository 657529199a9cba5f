package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
)

// besideField says what is wrong in a text that stands beside its field, and so need not say where.
func besideField(one wire.FieldError, l standards.Lang) string {
	one.Path = ""
	whole := (&wire.FieldError{Code: one.Code}).Text(l)
	bare := strings.TrimSuffix(strings.TrimSuffix(whole, "，位于：整个值"), " at the whole value")
	suffix := strings.TrimPrefix(whole, bare)
	return strings.Replace(one.Text(l), suffix, "", 1)
}

// typedHousehold reads a household as a form holds it: in the wire format, but with days, money and
// whole numbers as people type them, and with "" for what is not stated.
func typedHousehold(data json.RawMessage) (assistance.Household, error) {
	var h assistance.Household
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var form map[string]any
	if err := decoder.Decode(&form); err != nil {
		return h, err
	}
	members, _ := form["members"].([]any)
	for _, f := range assistance.Fields() {
		if !f.OfMember {
			tidyField(form, f)
			continue
		}
		for _, m := range members {
			if of, ok := m.(map[string]any); ok {
				tidyField(of, f)
			}
		}
	}
	tidied, err := json.Marshal(form)
	if err != nil {
		return h, err
	}
	return h, json.Unmarshal(tidied, &h)
}

// tidyField puts what stands in a form for field f into the wire format, as far as it is
// understood: the strict reader says what is wrong with the rest.
func tidyField(form map[string]any, f fields.Field) {
	group, name, nested := strings.Cut(f.Name, ".")
	if nested {
		inner, ok := form[group].(map[string]any)
		if !ok {
			return
		}
		f.Name = name
		tidyField(inner, f)
		if len(inner) == 0 {
			delete(form, group)
		}
		return
	}
	switch typed := form[f.Name].(type) {
	case string:
		tidyText(form, f.Name, typed, f.Kind)
	case map[string]any:
		tidyMoney(typed)
		if typed["yuan"] == "" || typed["yuan"] == nil {
			delete(form, f.Name) // a period without an amount states nothing
		}
	case []any:
		for _, one := range typed {
			if row, ok := one.(map[string]any); ok {
				tidyMoney(row)
			}
		}
	}
}

func tidyText(form map[string]any, name, typed string, kind fields.Kind) {
	trimmed := strings.TrimSpace(typed)
	switch {
	case trimmed == "":
		delete(form, name)
	case kind == fields.DateKind:
		form[name] = Day(trimmed)
	case kind == fields.NumberKind:
		form[name] = number(trimmed)
	default:
		form[name] = trimmed
	}
}

// tidyMoney tidies an amount, an income, or a part of a multiple disability.
func tidyMoney(row map[string]any) {
	for name, value := range row {
		typed, ok := value.(string)
		if !ok {
			continue
		}
		switch trimmed := strings.TrimSpace(typed); {
		case name == "yuan":
			row[name] = Yuan(trimmed)
		case trimmed == "" && name != "kind":
			delete(row, name)
		case name == "months" || name == "grade":
			row[name] = number(trimmed)
		default:
			row[name] = trimmed
		}
	}
	if row["kind"] == "" {
		delete(row, "kind")
	}
}

// number is a whole number that was typed; what is none is left as it is.
func number(typed string) any {
	n, err := strconv.Atoi(halfWidth(typed))
	if err != nil {
		return typed
	}
	return n
}

// halfWidth turns the digits and signs of a Chinese keyboard into those of the wire formats.
func halfWidth(typed string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '。' || r == '·':
			return '.'
		case r == '，':
			return ','
		case r == '　':
			return ' '
		}
		return r
	}, typed)
}

var (
	dayParts  = regexp.MustCompile(`^(\d{4})[-/.年 ]\s*(\d{1,2})[-/.月 ]\s*(\d{1,2})\s*日?$`)
	dayDigits = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	thousands = regexp.MustCompile(`^\d{1,3}(,\d{3})+(\.\d*)?$`)
)

// Day is a day as it was typed, in the form 1968-03-02: 1968年3月2日, 1968/3/2, 1968.3.2 or 19680302.
// Anything else is left as it is.
func Day(typed string) string {
	text := strings.TrimSpace(halfWidth(typed))
	parts := dayParts.FindStringSubmatch(text)
	if parts == nil {
		parts = dayDigits.FindStringSubmatch(text)
	}
	if parts == nil {
		return text
	}
	month, _ := strconv.Atoi(parts[2])
	day, _ := strconv.Atoi(parts[3])
	return fmt.Sprintf("%s-%02d-%02d", parts[1], month, day)
}

// Yuan is an amount of yuan as it was typed, in the form 1200.50: 1,200.50, ¥1200.50 or １２００.５元.
// Anything else is left as it is: nothing is guessed of an amount.
func Yuan(typed string) string {
	text := strings.TrimSpace(halfWidth(typed))
	text = strings.TrimLeft(text, "¥￥ ")
	for _, unit := range []string{"元", "yuan"} {
		text = strings.TrimSpace(strings.TrimSuffix(text, unit))
	}
	if thousands.MatchString(text) {
		text = strings.ReplaceAll(text, ",", "")
	}
	return strings.TrimSuffix(text, ".")
}
