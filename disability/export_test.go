package disability

import (
	"github.com/openminzheng/zhuzhou/internal/finding"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/benefit"
)

// FindLiving decides the living subsidy as Living does, into findings of the caller's.
func FindLiving(set *standards.Set, p *Person, f *finding.Findings) (part benefit.Part) {
	rates := RatesOf(set, p.Place)
	rates.DecideLiving(&part, p, f)
	return part
}

// FindNursing decides the nursing subsidy as Nursing does, into findings of the caller's.
func FindNursing(set *standards.Set, p *Person, f *finding.Findings) (part benefit.Part) {
	rates := RatesOf(set, p.Place)
	rates.DecideNursing(&part, p, f)
	return part
}
