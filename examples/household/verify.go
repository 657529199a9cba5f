package main

import "github.com/openminzheng/zhuzhou/standards"

// verifyDecision checks the decision in the file p.verify against the household in the file named.
func (p *program) verifyDecision(_ *standards.Tables, _ string) int {
	return p.Failed(p.Lang.In("-verify 尚未实现", "-verify is not there yet"))
}
