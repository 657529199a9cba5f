package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// ParseFigure reads a figure as needs are written: key@place, and after a slash each the kind of
// hukou and what it is of, where the key goes by them: dibao-line@430223/urban,
// tekun-care@city-five/none. A fault says in language l what cannot be used.
func ParseFigure(s string, l standards.Lang) (f benefit.Figure, fault string) {
	name, rest, ok := strings.Cut(s, "@")
	if !ok {
		return f, fmt.Sprintf(l.In("%q 须写作 项目@地方，例如 dibao-line@city-five/urban",
			"%q is to be KEY@PLACE, such as dibao-line@city-five/urban"), s)
	}
	if f.Key, ok = standards.Parse[standards.Key](name); !ok {
		return f, fmt.Sprintf(l.In("没有项目 %q", "there is no key %q"), name)
	}
	place, rest, _ := strings.Cut(rest, "/")
	if f.Place, ok = standards.Parse[standards.Place](place); !ok || f.Place == standards.Elsewhere {
		return f, fmt.Sprintf(l.In("没有地方 %q", "there is no place %q"), place)
	}
	info := f.Key.Info()
	kind, of, _ := strings.Cut(rest, "/")
	if f.Residence, ok = standards.Parse[standards.Residence](kind); !ok {
		of = rest
	} else if !info.Residence {
		return f, fmt.Sprintf(l.In("%s 不分户籍类别，不能写 %q", "%s does not go by kind of hukou: %q cannot stand there"), name, kind)
	}
	f.Of = of
	return f, faultOf(info, of, l)
}

// faultOf says in language l what is wrong with what a figure is of, nothing if it fits its key. A
// class may have an age or a grade after a slash.
func faultOf(info standards.KeyInfo, of string, l standards.Lang) string {
	class, _, _ := strings.Cut(of, "/")
	// ages and amounts
	others := info.Key == standards.Key(standards.EldercareSubsidy) || info.Key == standards.Key(standards.DibaoBand)
	words := strings.Join(info.Of, "、")
	if l == standards.English {
		words = strings.Join(info.Of, ", ")
	}
	switch {
	case of == "" && info.OfNeeded:
		return fmt.Sprintf(l.In("%s 须写明类别：%s", "%s needs to say of what: %s"), info.Name, words)
	case of != "" && len(info.Of) == 0 && !info.OfNeeded && !others:
		return fmt.Sprintf(l.In("%s 没有类别，不能写 %q", "%s is of nothing: %q cannot stand there"), info.Name, of)
	case of != "" && len(info.Of) > 0 && !slices.Contains(info.Of, class):
		return fmt.Sprintf(l.In("%s 没有 %q；可写：%s", "%s has no %q; it has: %s"), info.Name, of, words)
	}
	return ""
}
