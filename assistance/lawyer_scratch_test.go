package assistance_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

func TestScratchLawyer(t *testing.T) {
	files, _ := filepath.Glob("../../shared/lawyer/cases/*.json")
	for _, f := range files {
		data, _ := os.ReadFile(f)
		var c struct {
			On        standards.Date
			Tables    []string
			Household assistance.Household
			Expect    map[string]any
		}
		if err := json.Unmarshal(data, &c); err != nil {
			fmt.Println(f, err)
			continue
		}
		tables := standards.Published()
		for _, p := range c.Tables {
			text, _ := os.ReadFile(filepath.Join(filepath.Dir(f), p))
			o, err := draft.Parse(text)
			if err != nil {
				fmt.Println(f, err)
			}
			if tables, err = tables.With(o); err != nil {
				fmt.Println(f, err)
			}
		}
		set, err := tables.At(c.On)
		if err != nil {
			fmt.Println(f, err)
			continue
		}
		d, err := assistance.Explain(set, c.Household)
		fmt.Println("==", filepath.Base(f), err, c.Expect)
		fmt.Println("   ", everything(d))
		for _, s := range d.Steps {
			if s.Document == "" || s.Clause == "" {
				fmt.Println("      nocite", s.Code, s.Document, s.Clause)
			}
		}
	}
}
