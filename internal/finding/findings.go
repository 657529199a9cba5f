package finding

import (
	"math/bits"
	"slices"

	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// maxMembers is the most members a household may have, as package assistance checks it.
const maxMembers = 100

// noMember is the member of Findings at a position outside the household.
const noMember = -1

// memberSet is a set of positions of members.
type memberSet [2]uint64

func (s *memberSet) add(i int) { s[i>>6] |= 1 << (i & 63) }

// members counts the members in the set.
func (s *memberSet) members() int { return bits.OnesCount64(s[0]) + bits.OnesCount64(s[1]) }

// facts is a set of facts, one bit each.
type facts uint64

// The facts fit into the set.
const _ = uint(64 - benefit.FactCount)

// next takes the first fact out of the set.
func (s *facts) next() benefit.Fact {
	first := benefit.Fact(bits.TrailingZeros64(uint64(*s)))
	*s &= *s - 1
	return first
}

// Findings collects what one decision needs, assumes and turns on, and its steps. The zero Findings
// is ready for use.
type Findings struct {
	Needs    []benefit.Need
	Carried  []benefit.Figure // figures that a draft's carry lets go on
	Readings standards.Choices
	Steps    []benefit.Step
	Explain  bool                // record steps
	Quiet    bool                // list nothing, and add what is needed to Waits
	Waits    Waits               // where Quiet
	Only     benefit.PartOf      // list what this part needs and no other; zero: what each part does
	Under    standards.Residence // the kind of hukou assumed for those who state none, on the steps recorded
	In, Out  []string            // the members assumed counted and not counted, on the steps recorded
	assumed  [benefit.FactCount]memberSet
	assumes  facts // those of which assumed holds anything
	member   int   // 1 + the position of the member examined; 0: the household; below: no position
	id       string
}

// Examine says that what follows concerns member i, counted from 0, with this id. Nothing is listed
// as assumed of a position outside the household.
func (f *Findings) Examine(i int, id string) {
	f.member, f.id = i+1, id
	if uint(i) >= maxMembers {
		f.member = noMember
	}
}

// ExamineHousehold says that what follows concerns the household.
func (f *Findings) ExamineHousehold() { f.member, f.id = 0, "" }

// Assume lists that fact is not stated of whoever is examined, and was taken as absent.
func (f *Findings) Assume(fact benefit.Fact) {
	if f.Quiet || fact == 0 || fact >= benefit.FactCount || f.member == noMember {
		return
	}
	f.assumes |= 1 << fact
	if f.member > 0 {
		f.assumed[fact].add(f.member - 1)
	}
}

// NeedFact lists that part n waits for a fact of whoever is examined.
func (f *Findings) NeedFact(fact benefit.Fact, n benefit.Name) { f.NeedFactOf(f.id, fact, n) }

// NeedHouseholdFact lists that part n waits for a fact of the household, whoever is examined.
func (f *Findings) NeedHouseholdFact(fact benefit.Fact, n benefit.Name) { f.NeedFactOf("", fact, n) }

// NeedFactOf lists that part n of whoever is examined waits for a fact of the member with this id.
func (f *Findings) NeedFactOf(id string, fact benefit.Fact, n benefit.Name) {
	f.need(benefit.Need{Member: id, Fact: fact, For: benefit.Of(n)})
}

// NeedFigure lists that part n waits for a figure, above an amount where that is stated.
func (f *Findings) NeedFigure(figure benefit.Figure, above standards.Amount, n benefit.Name) {
	f.need(benefit.Need{Figure: figure, Above: above, For: benefit.Of(n)})
}

// need lists a need of a part of whoever is examined, unless only those of another part are wanted.
func (f *Findings) need(n benefit.Need) {
	if f.Quiet {
		f.Waits.add(&n)
		return
	}
	if f.Only.Part == 0 || n.For.Has(f.Only.Part) && f.id == f.Only.Member {
		f.list(n)
	}
}

// list adds a need, or adds its parts to the same need. A figure that would have to be above
// different amounts for different parts is a need for each amount.
func (f *Findings) list(n benefit.Need) {
	for i := range f.Needs {
		old := &f.Needs[i]
		if old.Member == n.Member && old.Fact == n.Fact && old.Figure == n.Figure && old.Above == n.Above {
			old.For |= n.For
			return
		}
	}
	f.Needs = append(f.Needs, n)
}

// Turn names a reading that the decision turns on, if it is an open question on the day of set.
func (f *Findings) Turn(set *standards.Set, r standards.Reading) {
	if !f.Quiet && set.Open(r) {
		f.Readings[r] = set.Choice(r)
	}
}

// Lack names the reading by whose other choice a missing figure would be on record.
func (f *Findings) Lack(set *standards.Set, figure benefit.Figure) {
	if !f.Quiet && figure.Key.StatedFor2020(figure.Place, figure.Residence, figure.Of) {
		f.Turn(set, standards.Effective2020Reading)
	}
}

// Step records s where the decision is to be explained. A step that names no member is about
// whoever is examined.
func (f *Findings) Step(s benefit.Step) {
	if !f.Explain {
		return
	}
	s.Under, s.In, s.Out = f.Under, f.In, f.Out
	if s.Member == "" {
		s.Member = f.id
	}
	f.Steps = append(f.Steps, s)
}

// Assumed returns what was assumed, in the order of the facts; id names the members.
func (f *Findings) Assumed(id func(i int) string) []benefit.Assumption {
	return f.AppendAssumed(nil, id)
}

// AppendAssumed is Assumed in the memory of a list without entries, and of the entries that it had
// before.
func (f *Findings) AppendAssumed(list []benefit.Assumption, id func(i int) string) []benefit.Assumption {
	if n := bits.OnesCount64(uint64(f.assumes)); cap(list) < n {
		list = append(make([]benefit.Assumption, 0, n), list[:cap(list)]...)[:0]
	}
	var room []string // for all that do not fit where they were before
	for left := f.assumes; left != 0; {
		fact := left.next()
		set := &f.assumed[fact]
		list = list[:len(list)+1]
		one := &list[len(list)-1]
		n, ids := set.members(), one.Members[:0]
		if cap(ids) < n {
			if room == nil {
				room = make([]string, n+f.assumedFrom(left))
			}
			ids, room = room[:0:n], room[n:]
		}
		*one = benefit.Assumption{Fact: fact, As: fact.AssumedAs(), Members: set.appendIDs(ids, id)}
	}
	return list
}

// assumedFrom counts the members of whom these facts are assumed, each fact apart.
func (f *Findings) assumedFrom(left facts) int {
	n := 0
	for left != 0 {
		n += f.assumed[left.next()].members()
	}
	return n
}

// appendIDs appends the ids of the members of the set to a list.
func (s memberSet) appendIDs(ids []string, id func(i int) string) []string {
	for word, left := range s {
		for ; left != 0; left &= left - 1 {
			ids = append(ids, id(word<<6+bits.TrailingZeros64(left)))
		}
	}
	return ids
}

// Decided returns one part with the reasons found for it. The person it is about has no id.
func (f *Findings) Decided(part benefit.Part) benefit.Decided {
	return benefit.Decided{Part: part, Needs: f.Needs, Carried: f.Carried, Readings: f.Readings, Steps: f.Steps,
		Assumed: f.Assumed(func(int) string { return "" })}
}

// PartInto makes g findings for one way of what is open, under the kind of hukou assumed for those
// who state none.
func (f *Findings) PartInto(g *Findings, under standards.Residence) {
	g.Clear()
	g.Explain, g.Quiet, g.Only, g.Under = f.Explain, f.Quiet, f.Only, under
}

// Clear forgets all of f but its memory.
func (f *Findings) Clear() {
	if f.Quiet { // then nothing else was written
		f.Quiet, f.Waits, f.Under, f.member, f.id = false, Waits{}, 0, 0, ""
		return
	}
	clear(f.Needs)
	clear(f.Carried)
	clear(f.Steps)
	*f = Findings{Needs: f.Needs[:0], Carried: f.Carried[:0], Steps: f.Steps[:0]}
}

// Restart forgets what was found; what f is to record stays.
func (f *Findings) Restart() {
	explain, quiet, only := f.Explain, f.Quiet, f.Only
	f.Clear()
	f.Explain, f.Quiet, f.Only = explain, quiet, only
}

// Merge adds what g found to f.
func (f *Findings) Merge(g *Findings) {
	if f.Quiet {
		f.Waits.Merge(&g.Waits)
		return
	}
	for _, n := range g.Needs {
		f.list(n)
	}
	for r, c := range g.Readings {
		if c != 0 {
			f.Readings[r] = c
		}
	}
	f.assumes |= g.assumes
	for left := g.assumes; left != 0; {
		fact := left.next()
		for i := range f.assumed[fact] {
			f.assumed[fact][i] |= g.assumed[fact][i]
		}
	}
	for _, figure := range g.Carried {
		f.carry(figure)
	}
	f.Steps = append(f.Steps, g.Steps...)
}

func (f *Findings) carry(figure benefit.Figure) {
	if !slices.Contains(f.Carried, figure) {
		f.Carried = append(f.Carried, figure)
	}
}
