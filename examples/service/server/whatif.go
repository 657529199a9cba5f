package server

import (
	"encoding/json"
	"net/http"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/whatif"
	"github.com/openminzheng/zhuzhou/standards"
)

// asked returns what most requests ask of: the standards of a day, and a household.
func (s *Server) asked(w http.ResponseWriter, r *http.Request) (set *standards.Set, h assistance.Household, err error) {
	if set, err = s.day(r); err != nil {
		return nil, h, err
	}
	h, err = s.household(w, r)
	return set, h, err
}

// texts are a text in both languages, as answers have it.
type texts struct {
	Zh string `json:"zh"`
	En string `json:"en"`
}

func textsOf(t interface{ Text(standards.Lang) string }) texts {
	return texts{t.Text(standards.Chinese), t.Text(standards.English)}
}

// way is a way in which a benefit would be due, with its text.
type way struct {
	whatif.Way
	texts
}

// nearest answers with what would change the decision on a household.
func (s *Server) nearest(w http.ResponseWriter, r *http.Request) error {
	return s.ask(w, r, nearestAnswer)
}

// between answers with the least and the most that a household can be due while facts are missing.
func (s *Server) between(w http.ResponseWriter, r *http.Request) error {
	return s.ask(w, r, betweenAnswer)
}

// ask answers with what of returns of the household that is asked for.
func (s *Server) ask(w http.ResponseWriter, r *http.Request, of func(*standards.Set, assistance.Household) (any,
	error)) error {
	set, h, err := s.asked(w, r)
	if err != nil {
		return err
	}
	answer, err := of(set, h)
	if err != nil {
		count(w, false)
		return err
	}
	return writeDecided(w, answer)
}

func nearestAnswer(set *standards.Set, h assistance.Household) (any, error) {
	ways, err := whatif.Nearest(set, h)
	if err != nil {
		return nil, err
	}
	answer := struct {
		ID   string         `json:"id,omitempty"`
		On   standards.Date `json:"on"`
		Ways []way          `json:"ways"`
	}{h.ID, set.Day(), make([]way, len(ways))}
	for i, one := range ways {
		answer.Ways[i] = way{one, textsOf(one)}
	}
	return answer, nil
}

func betweenAnswer(set *standards.Set, h assistance.Household) (any, error) {
	found, err := whatif.Between(set, h)
	if err != nil {
		return nil, err
	}
	return struct {
		ID string         `json:"id,omitempty"`
		On standards.Date `json:"on"`
		whatif.Range
		texts
	}{h.ID, set.Day(), found, textsOf(found)}, nil
}

// writeDecided answers with JSON for one household that was decided.
func writeDecided(w http.ResponseWriter, answer any) error {
	body, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	count(w, true)
	return writeJSON(w, body)
}
