package standards

import "github.com/openminzheng/zhuzhou/internal/lang"

// Lang is a language in which this library's texts can be read. Every text exists in both; the zero
// Lang is Chinese, the language of the law.
type Lang = lang.Lang

const (
	Chinese = lang.Chinese // 中文
	English = lang.English
)

// Text is one text in both languages.
type Text = lang.Text
