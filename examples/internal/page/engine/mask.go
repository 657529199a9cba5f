package engine

import (
	"regexp"
	"strings"
	"unicode"
)

// identities are the identity numbers (身份证号) and other long numbers of a person, such as that of a
// disability certificate: fifteen digits or more.
var identities = regexp.MustCompile(`\d{14,19}[\dXx]\d?`)

// Mask hides who a text is about: of an identity number the day of birth and the number of order,
// of a name in Chinese all but the family name. Other ids, such as h-17, stay: by them an office
// finds its own file.
func Mask(text string) string {
	text = identities.ReplaceAllStringFunc(text, func(number string) string {
		return number[:6] + strings.Repeat("*", len(number)-8) + number[len(number)-2:]
	})
	runes := []rune(text)
	if len(runes) < 2 {
		return text
	}
	for _, r := range runes {
		if !unicode.Is(unicode.Han, r) && r != '·' {
			return text
		}
	}
	return string(runes[0]) + strings.Repeat("*", len(runes)-1)
}

// maskWithin hides the identity numbers in a sentence.
func maskWithin(sentence string) string {
	return identities.ReplaceAllStringFunc(sentence, Mask)
}
