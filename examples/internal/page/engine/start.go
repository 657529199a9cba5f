package engine

import (
	"encoding/json"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/fields"
	"github.com/openminzheng/zhuzhou/examples/internal/sample"
	"github.com/openminzheng/zhuzhou/standards"
)

// field is a fact as the form shows it, in one language.
type field struct {
	Name     string   `json:"name"`
	OfMember bool     `json:"ofMember"`
	Required bool     `json:"required"`
	Kind     string   `json:"kind"`
	Label    string   `json:"label"`
	Hint     string   `json:"hint"`
	Words    []option `json:"words"`
}

// option is a word that a field takes, and what it means.
type option struct {
	Word string `json:"word"`
	Text string `json:"text"`
}

// family is a built-in household.
type family struct {
	Title     string          `json:"title"`
	On        string          `json:"on"`
	Household json.RawMessage `json:"household"`
}

type startReply struct {
	Fields      []field  `json:"fields"`
	Categories  []option `json:"categories"` // of a part of a multiple disability
	Families    []family `json:"families"`
	First       string   `json:"first"` // the days for which anything is decided
	Last        string   `json:"last"`
	Suggested   string   `json:"suggested"` // the day that the form begins with
	DataVersion string   `json:"dataVersion"`
}

// kinds are the kinds of fields, by the words that the page knows them by.
var kinds = map[fields.Kind]string{
	fields.IDKind: "id", fields.DateKind: "date", fields.PlaceKind: "place", fields.WordKind: "word",
	fields.WordsKind: "words", fields.IncomesKind: "incomes", fields.AmountKind: "amount",
	fields.NumberKind: "number", fields.ComponentsKind: "components",
}

// start says in language l what the form is made of.
func start(l standards.Lang) startReply {
	first, last := standards.Span()
	reply := startReply{First: first.String(), Last: last.String(), Suggested: sample.Day,
		DataVersion: standards.DataVersion}
	for _, f := range assistance.Fields() {
		reply.Fields = append(reply.Fields, field{f.Name, f.OfMember, f.Required, kinds[f.Kind], f.Label.In(l), f.Hint.In(l),
			options(f.Words, l)})
		if f.Name == "disability.category" {
			reply.Categories = options(f.Words, l)
		}
	}
	for _, s := range sample.Families() {
		if h, err := s.Household(); err == nil { // their own test holds that there is no error
			written, _ := h.MarshalJSON()
			reply.Families = append(reply.Families, family{l.In(s.Chinese, s.English), sample.Day, written})
		}
	}
	return reply
}

func options(words []fields.Word, l standards.Lang) []option {
	list := make([]option, len(words))
	for i, w := range words {
		list[i] = option{w.Word, w.Label.In(l)}
	}
	return list
}

// readReply is a household that was handed in as JSON.
type readReply struct {
	Household json.RawMessage `json:"household,omitempty"`
	Faults    []Fault         `json:"faults"`
}

// readHousehold reads a household as strictly as the library does.
func readHousehold(s scenario) readReply {
	var text string
	if err := json.Unmarshal(s.Household, &text); err != nil {
		return readReply{Faults: []Fault{{Text: err.Error()}}}
	}
	var h assistance.Household
	if err := h.UnmarshalJSON([]byte(text)); err != nil {
		return readReply{Faults: faultsOf(err, s.Lang)}
	}
	clean, err := h.MarshalJSON()
	if err != nil {
		return readReply{Faults: faultsOf(err, s.Lang)}
	}
	return readReply{Household: clean, Faults: []Fault{}}
}
