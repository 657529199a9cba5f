package assistance

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/eldercare"
	"github.com/openminzheng/zhuzhou/internal/wire"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// fine is a household without a fault, which a change may alter.
func fine(change func(h *Household, m *Member)) *Household {
	h := &Household{ID: "h", Division: standards.Tianyuan, Members: []Member{{ID: "a", Born: standards.Day(1980, 1, 1)}}}
	if change != nil {
		change(h, &h.Members[0])
	}
	return h
}

// limits are changes up to a limit, and one beyond it.
var limits = []struct {
	name string
	at   []func(h *Household, m *Member)
	past []func(h *Household, m *Member)
}{
	{"id", []func(h *Household, m *Member){
		func(h *Household, m *Member) { h.ID, m.ID = "", "!" },
		func(h *Household, m *Member) { h.ID, m.ID = strings.Repeat("~", 64), strings.Repeat("户", 64) },
	}, []func(h *Household, m *Member){
		func(h *Household, _ *Member) { h.ID = strings.Repeat("~", 65) },
		func(_ *Household, m *Member) { m.ID = strings.Repeat("户", 65) },
		func(_ *Household, m *Member) { m.ID = "" },
		func(_ *Household, m *Member) { m.ID = " " },
		func(_ *Household, m *Member) { m.ID = "\x7f" },
		func(_ *Household, m *Member) { m.ID = "户\u200b" },
		func(_ *Household, m *Member) { m.ID = "户\xff" },
	}},
	{"words", []func(h *Household, m *Member){
		func(h *Household, _ *Member) {
			h.Residence, h.Property, h.OnDibao, h.LowIncomeProperty = standards.Rural, benefit.Over, standards.No, benefit.Over
		},
		func(_ *Household, m *Member) {
			m.Residence, m.Counted, m.Relation, m.Absence, m.Property = standards.Rural, standards.No, benefit.SupportedRelative, benefit.Missing, benefit.Over
			m.SeriousIllness, m.Support, m.SelfCare, m.Placement = standards.No, benefit.Capable, eldercare.None, benefit.InInstitution
			m.WorkInjuryNursing, m.ChildScheme = standards.No, benefit.UnattendedToppedUp
		},
	}, []func(h *Household, m *Member){
		func(h *Household, _ *Member) { h.Residence = standards.Rural + 1 },
		func(h *Household, _ *Member) { h.Property = benefit.Over + 1 },
		func(h *Household, _ *Member) { h.OnDibao = standards.No + 1 },
		func(h *Household, _ *Member) { h.LowIncomeProperty = benefit.Over + 1 },
		func(_ *Household, m *Member) { m.Residence = standards.Rural + 1 },
		func(_ *Household, m *Member) { m.Counted = standards.No + 1 },
		func(_ *Household, m *Member) { m.Relation = benefit.SupportedRelative + 1 },
		func(_ *Household, m *Member) { m.Absence = benefit.Missing + 1 },
		func(_ *Household, m *Member) { m.Property = benefit.Over + 1 },
		func(_ *Household, m *Member) { m.SeriousIllness = standards.No + 1 },
		func(_ *Household, m *Member) { m.Support = benefit.Capable + 1 },
		func(_ *Household, m *Member) { m.SelfCare = eldercare.None + 1 },
		func(_ *Household, m *Member) { m.Placement = benefit.InInstitution + 1 },
		func(_ *Household, m *Member) { m.WorkInjuryNursing = standards.No + 1 },
		func(_ *Household, m *Member) { m.ChildScheme = benefit.UnattendedToppedUp + 1 },
	}},
	{"places", []func(h *Household, m *Member){
		func(_ *Household, m *Member) { m.Division = standards.Elsewhere },
		func(_ *Household, m *Member) { m.Division = standards.Youxian },
	}, []func(h *Household, m *Member){
		func(h *Household, _ *Member) { h.Division = 0 },
		func(h *Household, _ *Member) { h.Division = standards.Elsewhere },
		func(_ *Household, m *Member) { m.Division = standards.Zhuzhou },
	}},
	{"days", []func(h *Household, m *Member){
		func(h *Household, m *Member) {
			h.OverLineSince, m.Born = standards.Day(1900, 1, 1), standards.Day(1900, 1, 1)
		},
	}, []func(h *Household, m *Member){
		func(_ *Household, m *Member) { m.Born = standards.Day(1899, 12, 31) },
		func(_ *Household, m *Member) { m.Born = standards.Date{} },
		func(_ *Household, m *Member) { m.Born = standards.Day(1980, 2, 30) },
		func(h *Household, _ *Member) { h.OverLineSince = standards.Day(2020, 2, 30) },
	}},
	{"weight", []func(h *Household, m *Member){
		func(h *Household, _ *Member) { h.Weight = 1 },
		func(h *Household, _ *Member) { h.Weight = 1_000_000 },
	}, []func(h *Household, m *Member){
		func(h *Household, _ *Member) { h.Weight = -1 },
		func(h *Household, _ *Member) { h.Weight = 1_000_001 },
	}},
	{"amounts", []func(h *Household, m *Member){
		func(h *Household, m *Member) {
			h.JobCosts, h.RigidCosts = most(standards.PerMonth), most(standards.PerYear)
		},
		func(h *Household, m *Member) {
			m.LivingAllowance, m.NursingAllowance = standards.Fen(0, standards.PerMonth), most(standards.PerYear)
		},
	}, []func(h *Household, m *Member){
		func(h *Household, _ *Member) { h.JobCosts = standards.Fen(-1, standards.PerMonth) },
		func(h *Household, _ *Member) { h.RigidCosts = standards.Fen(wire.MaxFen+1, standards.PerYear) },
		func(_ *Household, m *Member) { m.LivingAllowance = standards.Fen(1, 0) },
		func(_ *Household, m *Member) { m.NursingAllowance = standards.Fen(1, standards.PerYear+1) },
	}},
	{"incomes", []func(h *Household, m *Member){
		func(h *Household, m *Member) { h.Income, m.Income = incomes(100, 0), incomes(100, 12) },
		func(h *Household, m *Member) {
			h.Income, m.Income = []Income{}, []Income{{standards.Relief, most(standards.PerYear), 0}}
		},
		func(_ *Household, m *Member) { m.Income = incomes(1, 1) },
	}, []func(h *Household, m *Member){
		func(h *Household, _ *Member) { h.Income = incomes(101, 0) },
		func(_ *Household, m *Member) { m.Income = incomes(101, 0) },
		func(_ *Household, m *Member) { m.Income = incomes(1, 13) },
		func(_ *Household, m *Member) { m.Income = incomes(1, -1) },
		func(_ *Household, m *Member) {
			m.Income = []Income{{standards.Wages, standards.Fen(1, standards.PerYear), 12}}
		},
		func(_ *Household, m *Member) {
			m.Income = []Income{{standards.Relief + 1, standards.Fen(1, standards.PerYear), 0}}
		},
		func(_ *Household, m *Member) { m.Income = []Income{{0, standards.Fen(1, standards.PerYear), 0}} },
		func(_ *Household, m *Member) { m.Income = []Income{{standards.Wages, standards.Amount{}, 0}} },
		func(h *Household, _ *Member) {
			h.Income = []Income{{standards.Wages, standards.Fen(-1, standards.PerYear), 0}}
		},
	}},
	{"activities", []func(h *Household, m *Member){
		func(_ *Household, m *Member) { m.Cannot = []eldercare.Activity{} },
		func(_ *Household, m *Member) { m.Cannot = []eldercare.Activity{6, 1, 2, 3, 5, 4} },
	}, []func(h *Household, m *Member){
		func(_ *Household, m *Member) { m.Cannot = []eldercare.Activity{0} },
		func(_ *Household, m *Member) { m.Cannot = []eldercare.Activity{7} },
		func(_ *Household, m *Member) { m.Cannot = []eldercare.Activity{1, 1} },
		func(_ *Household, m *Member) { m.Cannot = []eldercare.Activity{6, 6} },
		func(_ *Household, m *Member) { m.Cannot = []eldercare.Activity{1, 2, 3, 4, 5, 6, 1} },
	}},
	{"certificates", []func(h *Household, m *Member){
		func(_ *Household, m *Member) {
			m.Disability = disability.Certificate{Category: disability.Visual, Grade: 1}
		},
		func(_ *Household, m *Member) {
			m.Disability = disability.Certificate{Category: disability.Multiple, Grade: 4, LongTermCare: standards.No}
		},
		func(_ *Household, m *Member) {
			m.Disability = disability.Certificate{Category: disability.Multiple, Grade: 1, Components: []disability.Component{{Category: 1, Grade: 1}, {Category: 6, Grade: 4}}}
		},
	}, []func(h *Household, m *Member){
		func(_ *Household, m *Member) { m.Disability.Category = disability.Visual },
		func(_ *Household, m *Member) { m.Disability.Grade = 1 },
		func(_ *Household, m *Member) { m.Disability.LongTermCare = standards.Yes },
		func(_ *Household, m *Member) {
			m.Disability = disability.Certificate{Category: disability.Visual, Grade: 5}
		},
		func(_ *Household, m *Member) {
			m.Disability = disability.Certificate{Category: disability.Multiple + 1, Grade: 1}
		},
		func(_ *Household, m *Member) {
			m.Disability = disability.Certificate{Category: 1, Grade: 1, LongTermCare: standards.No + 1}
		},
		func(_ *Household, m *Member) { m.Disability.Components = []disability.Component{} },
	}},
	{"members", []func(h *Household, m *Member){
		func(h *Household, _ *Member) { h.Members = members(100) },
		func(h *Household, _ *Member) {
			h.Members = append(members(2), Member{ID: "11", Born: standards.Day(1980, 1, 1)})
		},
	}, []func(h *Household, m *Member){
		func(h *Household, _ *Member) { h.Members = members(101) },
		func(h *Household, _ *Member) { h.Members = nil },
		func(h *Household, _ *Member) { h.Members = append(members(99), members(1)...) },
		func(h *Household, _ *Member) { h.Members = append(members(99), members(99)[98]) },
	}},
}

func most(per standards.Period) standards.Amount { return standards.Fen(wire.MaxFen, per) }

func incomes(n, months int) (all []Income) {
	for range n {
		all = append(all, Income{standards.Wages, most(standards.PerMonth), months})
	}
	return all
}

func members(n int) (all []Member) {
	for i := range n {
		all = append(all, Member{ID: strconv.Itoa(i), Born: standards.Day(1980, 1, 1)})
	}
	return all
}

// A household without a fault is seen to be one at first sight, up to every limit, and one beyond it is not, and has a fault.
func TestUsable(t *testing.T) {
	assert.True(t, fine(nil).usable())
	for _, tt := range limits {
		for i, change := range tt.at {
			h := fine(change)
			assert.True(t, h.usable(), "%s, at limit %d", tt.name, i)
			assert.NoError(t, h.checkFor(october(t)), "%s, at limit %d", tt.name, i)
		}
		for i, change := range tt.past {
			h := fine(change)
			assert.False(t, h.usable(), "%s, beyond limit %d", tt.name, i)
			var faults Errors
			if assert.ErrorAs(t, h.checkFor(october(t)), &faults, "%s, beyond limit %d", tt.name, i) {
				assert.NotEmpty(t, faults)
			}
		}
	}
}

// Beside a fault of another kind what is at a limit is no fault either.
func TestLimitsBesideAFault(t *testing.T) {
	for _, tt := range limits {
		for i, change := range tt.at {
			h := fine(change)
			h.Weight = -1
			assert.Equal(t, Errors{{Path: "weight", Code: wire.CodeNumberRange, Value: "-1"}}, h.checkFor(october(t)), "%s, at limit %d", tt.name, i)
		}
	}
	most := fine(func(h *Household, _ *Member) { h.Weight, h.ID = MaxWeight, " " })
	assert.Equal(t, Errors{{Path: "id", Code: wire.CodeIDFormat, Value: " "}}, most.checkFor(october(t)))
	// Of a list that is too long nothing but that is said.
	long := fine(func(h *Household, m *Member) {
		h.Income, m.Cannot = make([]Income, 101), make([]eldercare.Activity, 7)
	})
	assert.Equal(t, Errors{{Path: "income", Code: wire.CodeTooMany, Value: "101"}, {Path: "members[0].cannot", Code: wire.CodeTooMany, Value: "7"}},
		Errors(pathsAlone(long.checkFor(october(t)), "income", "members[0].cannot")))
}

// pathsAlone are the faults at these paths and within them.
func pathsAlone(err error, paths ...string) (found []*FieldError) {
	faults, _ := err.(Errors)
	for _, fault := range faults {
		for _, path := range paths {
			if strings.HasPrefix(fault.Path, path) {
				found = append(found, fault)
			}
		}
	}
	return found
}

func october(t *testing.T) *standards.Set {
	t.Helper()
	set, err := standards.At(standards.Day(2020, 10, 1))
	assert.NoError(t, err)
	return set
}

// Ids that end alike are told apart, and those that are alike are found wherever they stand.
func TestIdsDiffer(t *testing.T) {
	ends := func(ids ...string) (all []Member) {
		for _, id := range ids {
			all = append(all, Member{ID: id})
		}
		return all
	}
	for _, tt := range []struct {
		ids  []Member
		want bool
	}{
		{nil, true},
		{ends("a"), true},
		{ends("a", "b"), true},
		{ends("a", "a"), false},
		{ends("xab", "yab", "zab"), true},
		{ends("xab", "yab", "zab", "yab"), false},
		{ends("xab", "yab", "zab", "xab"), false},
		{ends("aa", "a"), true}, // of one character, and of two
		{ends("\xff", "a\xff", "b\xff", "c\xff", "\xff"), false},
		{members(100), true},
		{append(members(99), ends("0")...), false},
	} {
		assert.Equal(t, tt.want, idsDiffer(tt.ids), "%v", tt.ids)
	}
}
