package standards

// RowCodes lists the codes of a RowError, for tests that each has.
func RowCodes() []string {
	var codes []string
	for _, fault := range faultTexts {
		codes = append(codes, fault.code)
	}
	return codes
}
