package schema

import (
	"embed"
	"io/fs"
)

//go:generate go run ./internal/generate

// Base is the URI under which the schemas stand: the $id of each is Base and its file name. Nothing
// needs to be fetched from there.
const Base = "https://github.com/openminzheng/zhuzhou/assistance/schema/"

//go:embed *.schema.json
var files embed.FS

// FS returns the schemas as files: household.schema.json, decision.schema.json, tables.schema.json,
// account.schema.json, cases.schema.json, reform.schema.json, summary.schema.json and
// budget.schema.json.
func FS() fs.FS { return files }

// Household returns the schema of a household (家庭), as assistance.Household reads and writes it.
func Household() []byte { return read("household") }

// Decision returns the schema of a decision (决定), as assistance.Decision reads and writes it.
func Decision() []byte { return read("decision") }

// Tables returns the schema of a tables file (数据表文件), a draft or a supplement, as package draft
// reads it.
func Tables() []byte { return read("tables") }

// Account returns the schema of an account (账目): the history of a household and what it was paid,
// as package months reads it.
func Account() []byte { return read("account") }

// Cases returns the schema of a case file (用例文件), as package assistancetest runs it.
func Cases() []byte { return read("cases") }

// Reform returns the schema of a comparison of drafts (草案测算), as the program reform prints it.
func Reform() []byte { return read("reform") }

// Summary returns the schema of the summary of a register (汇总), as the program caseload writes it.
func Summary() []byte { return read("summary") }

// Budget returns the schema of a search for a budget (资金测算), as the program budget prints it.
func Budget() []byte { return read("budget") }

func read(format string) []byte {
	data, _ := files.ReadFile(format + ".schema.json") // embedded: it is there
	return data
}
