package eldercare

// FindSubsidy is Subsidy into findings of the caller's.
var FindSubsidy = subsidy
