//go:build race

package assistance_test

const raceEnabled = true
