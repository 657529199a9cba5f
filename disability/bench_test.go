package disability_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/openminzheng/zhuzhou/disability"
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

var subsidies = []struct {
	name   string
	decide func(*standards.Set, *disability.Person, *finding.Findings) benefit.Part
}{{"Living", disability.FindLiving}, {"Nursing", disability.FindNursing}}

func BenchmarkSubsidies(b *testing.B) {
	set := onDay(b, "2020-10-01")
	for _, s := range subsidies {
		b.Run(s.name, func(b *testing.B) {
			p := someone()
			var f finding.Findings
			b.ReportAllocs()
			for b.Loop() {
				if s.decide(set, &p, &f).Verdict != benefit.Eligible {
					b.Fatal("not eligible")
				}
			}
		})
	}
}

// Where nothing is needed, nothing is allocated.
func TestAllocations(t *testing.T) {
	set := onDay(t, "2020-10-01")
	for _, place := range []standards.Place{standards.Tianyuan, standards.Youxian} {
		for _, s := range subsidies {
			p := someone()
			p.Place, p.WorkInjuryNursing, p.ChildScheme = place, 0, 0 // assumed
			var f finding.Findings
			assert.Zero(t, testing.AllocsPerRun(100, func() { s.decide(set, &p, &f) }), "%s in %v", s.name, place)
		}
	}
}
