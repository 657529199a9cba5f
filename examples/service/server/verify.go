package server

import (
	"net/http"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/standards"
)

// verify decides the household of an earlier decision again, for the day of that decision and under
// the tables of the service, and answers with what differs.
func (s *Server) verify(w http.ResponseWriter, r *http.Request) error {
	if _, err := parameters(r); err != nil {
		return err
	}
	old, h, err := s.decided(w, r)
	if err != nil {
		count(w, false)
		return err
	}
	answer, err := verifyAnswer(s.tables, old, h)
	if err != nil {
		count(w, false)
		return problemOf(err, "/household")
	}
	return writeDecided(w, answer)
}

func verifyAnswer(tables *standards.Tables, old assistance.Decision, h assistance.Household) (any, error) {
	v, err := verify.Decision(old, h, tables)
	if err != nil {
		return nil, err
	}
	answer := verification{Same: v.Same(), SameStandards: v.SameStandards(), texts: textsOf(&v), Verification: v}
	if !v.AnotherHousehold {
		answer.Now = &v.Now
	}
	return answer, nil
}

// verification is what became of a decision. Of another household nothing was decided now.
type verification struct {
	Same          bool `json:"same"`
	SameStandards bool `json:"sameStandards"`
	texts
	verify.Verification
	Now *assistance.Decision `json:"now,omitempty"`
}

// decided reads a decision and its household, and reports the faults of both.
func (s *Server) decided(w http.ResponseWriter, r *http.Request) (old assistance.Decision, h assistance.Household,
	err error) {
	b, err := s.read(w, r)
	if err != nil {
		return old, h, err
	}
	defer release(b)
	fields, err := fieldsOf(b.Bytes(), "decision", "household")
	if err != nil {
		return old, h, err
	}
	var faults []Fault
	if err := old.UnmarshalJSON(fields["decision"]); err != nil {
		faults = problemOf(err, "/decision").Errors
	}
	if err := h.UnmarshalJSON(fields["household"]); err != nil {
		faults = append(faults, problemOf(err, "/household").Errors...)
	}
	if len(faults) > 0 {
		return old, h, problem(unusable, faults...)
	}
	return old, h, nil
}
