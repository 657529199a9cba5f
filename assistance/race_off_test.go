//go:build !race

package assistance_test

const raceEnabled = false
