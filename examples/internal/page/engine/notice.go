package engine

import (
	"html"

	"github.com/openminzheng/zhuzhou/assistance/notice"
	"github.com/openminzheng/zhuzhou/standards"
)

// noticePage is the notice as a page of its own.
func noticePage(n notice.Notice, l standards.Lang) (string, error) {
	return `<!DOCTYPE html><html lang="` + l.In("zh-CN", "en") + `"><head><meta charset="utf-8"><title>` + l.In("通知", "Notice") +
		`</title><style>pre { font: 13px/1.5 ui-monospace, "Noto Sans Mono CJK SC", SimSun, monospace; overflow-x: auto; margin: 0 }` +
		` @media print { pre { white-space: pre-wrap; font-size: 9pt } }</style></head><body><pre tabindex="0">` +
		html.EscapeString(n.Text(l)) + `</pre></body></html>`, nil
}
