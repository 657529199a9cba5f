package server

import (
	"cmp"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/openminzheng/zhuzhou/standards"
)

// language is the language that a request asks for: the better liked of zh and en in
// Accept-Language, and Chinese where it says nothing.
func language(r *http.Request) standards.Lang {
	zh, en := 0.0, 0.0
	for _, one := range preferences(r.Header.Values("Accept-Language")) {
		primary, _, _ := strings.Cut(strings.ToLower(one.name), "-")
		switch primary {
		case "zh":
			zh = max(zh, one.weight)
		case "en":
			en = max(en, one.weight)
		}
	}
	if en > zh {
		return standards.English
	}
	return standards.Chinese
}

// tag is the language tag of l.
func tag(l standards.Lang) string { return l.In("zh-CN", "en") }

// preference is an element of an Accept header, and how well it is liked.
type preference struct {
	name   string
	weight float64
}

// preferences reads an Accept or Accept-Language header. What cannot be read is left out.
func preferences(headers []string) []preference {
	var list []preference
	for one := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		name, parameters, _ := strings.Cut(one, ";")
		p := preference{strings.ToLower(strings.TrimSpace(name)), 1}
		for parameter := range strings.SplitSeq(parameters, ";") {
			if value, ok := strings.CutPrefix(strings.TrimSpace(parameter), "q="); ok {
				weight, err := strconv.ParseFloat(value, 64)
				if err != nil || weight < 0 || weight > 1 {
					weight = 0
				}
				p.weight = weight
			}
		}
		if p.name != "" {
			list = append(list, p)
		}
	}
	return list
}

// accepted returns the first of the media types offered that the request likes best, and false
// where it takes none of them. A request that says nothing takes the first.
func accepted(r *http.Request, offered ...string) (string, bool) {
	list := preferences(r.Header.Values("Accept"))
	if len(list) == 0 {
		return offered[0], true
	}
	best, most := "", 0.0
	for _, media := range offered {
		if weight := weightOf(media, list); weight > most {
			best, most = media, weight
		}
	}
	return best, most > 0
}

// weightOf is how well a media type is liked: the most specific element of the list counts.
func weightOf(media string, list []preference) float64 {
	group, _, _ := strings.Cut(media, "/")
	for _, name := range [...]string{media, group + "/*", "*/*"} {
		for _, one := range list {
			if one.name == name {
				return one.weight
			}
		}
	}
	return 0
}

// contentType is the media type of the body of r, JSON where it is not stated.
func contentType(r *http.Request) string {
	media, _, err := mime.ParseMediaType(cmp.Or(r.Header.Get("Content-Type"), mediaJSON))
	if err != nil {
		return ""
	}
	return media
}

func compare(a, b string) int { return strings.Compare(a, b) }
