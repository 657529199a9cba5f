package verify

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// comparedApart lists the fields of a decision that a Verification has fields of its own for.
var comparedApart = []string{"id", "on", "format", "dataVersion", "tables", "digest", "input"}

// compareFields compares two decisions field by field, except for those that are compared apart.
func compareFields(then, now assistance.Decision) ([]FieldDifference, error) {
	a, err := flatten(then)
	if err != nil {
		return nil, err
	}
	b, err := flatten(now)
	if err != nil {
		return nil, err
	}
	return slices.Concat(compareLeaves(a.leaves, b.leaves), compareTexts(then.Steps, a.names("steps")),
		compareOrder(a, b)), nil
}

func compareLeaves(then, now []leaf) []FieldDifference {
	var differ []FieldDifference
	at := map[string]string{}
	for _, l := range now {
		at[l.path] = l.value
	}
	for _, l := range then {
		value, stands := at[l.path]
		delete(at, l.path)
		if !stands || value != l.value {
			differ = append(differ, FieldDifference{l.path, l.value, value})
		}
	}
	for _, l := range now {
		if value, left := at[l.path]; left {
			differ = append(differ, FieldDifference{l.path, "", value})
		}
	}
	return differ
}

// compareTexts compares the texts that steps were stored with to what the steps say.
func compareTexts(steps []benefit.Step, names []string) []FieldDifference {
	var differ []FieldDifference
	for i, s := range steps {
		for l, field := range [...]string{benefit.Chinese: "zh", benefit.English: "en"} {
			if s.Stored[l] != "" {
				differ = append(differ, FieldDifference{"steps[" + names[i] + "]." + field, s.Stored[l], s.Text(standards.Lang(l))})
			}
		}
	}
	return differ
}

// compareOrder compares the order of the elements that stand in both of two lists.
func compareOrder(then, now flat) []FieldDifference {
	var differ []FieldDifference
	for _, list := range then.lists {
		a, b := list.names, now.names(list.path)
		a, b = common(a, b), common(b, a)
		for i := range a {
			if a[i] != b[i] {
				differ = append(differ, FieldDifference{list.path, a[i] + ", " + b[i], b[i] + ", " + a[i]})
				break
			}
		}
	}
	return differ
}

// common returns those of names that stand in others as well.
func common(names, others []string) []string {
	in := map[string]bool{}
	for _, name := range others {
		in[name] = true
	}
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !in[name] })
}

// flat holds the words and numbers of a decision, and the order of its lists.
type flat struct {
	leaves []leaf
	lists  []listing
	at     map[string]int // the index in lists, by path
}

// leaf is a word or a number of the wire format and its path.
type leaf struct{ path, value string }

// listing is the path of a list of the wire format and the names of its elements, in order.
type listing struct {
	path  string
	names []string
}

// names returns the names of the elements of the list at path.
func (f *flat) names(path string) []string {
	if i, ok := f.at[path]; ok {
		return f.lists[i].names
	}
	return nil
}

// flatten walks the wire format of d.
func flatten(d assistance.Decision) (flat, error) {
	f := flat{at: map[string]int{}}
	data, err := json.Marshal(d)
	if err != nil {
		return flat{}, err
	}
	v, err := wire.Parse(data)
	if err != nil {
		return flat{}, err
	}
	for _, field := range v.Fields() {
		if !slices.Contains(comparedApart, field.Name) {
			f.add(field.Name, field.Value)
		}
	}
	return f, nil
}

// add adds the words and numbers of the value at path.
func (f *flat) add(path string, v wire.Value) {
	switch v.Kind() {
	case wire.Object:
		for _, field := range v.Fields() {
			f.add(path+"."+field.Name, field.Value)
		}
	case wire.Array:
		f.addList(path, v.Elems())
	default:
		f.leaves = append(f.leaves, leaf{path, v.Text()})
	}
}

// addList adds the elements of the list at path. An element is named by its id, or by what a step
// is about; one with neither is its own name. The texts of a step are left out: compareTexts
// compares them.
func (f *flat) addList(path string, elems []wire.Value) {
	at := len(f.lists)
	f.lists, f.at[path] = append(f.lists, listing{path: path}), at
	given := labels{}
	for _, elem := range elems {
		name, isStep := nameOf(elem)
		itself := name == ""
		if itself {
			name = string(elem.Append(nil))
		}
		name = given.unique(name)
		f.lists[at].names = append(f.lists[at].names, name)
		to := path + "[" + name + "]"
		if itself {
			f.leaves = append(f.leaves, leaf{to, "true"})
			continue
		}
		for _, field := range elem.Fields() {
			if !isStep || field.Name != "zh" && field.Name != "en" {
				f.add(to+"."+field.Name, field.Value)
			}
		}
	}
}

// labels holds the names given to elements of a list so far, each with the number it was last given
// with.
type labels map[string]int

// unique returns name, with a number if it was given before.
func (l labels) unique(name string) string {
	one := name
	for l[one] > 0 {
		l[name]++
		one = name + " " + strconv.Itoa(l[name])
	}
	l[one] = 1
	return one
}

// nameOf names an element of a list by its id, or a step by what it is about; "" if it is neither.
func nameOf(elem wire.Value) (name string, isStep bool) {
	words := map[string]string{}
	for _, field := range elem.Fields() {
		words[field.Name] = field.Value.Text()
	}
	if words["code"] == "" {
		return words["id"], false
	}
	for _, about := range [...]string{"code", "member", "residence", "under"} {
		name = strings.TrimSpace(name + " " + words[about])
	}
	return name, true
}
