package schema_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/openminzheng/zhuzhou/assistance/schema"
)

// What a form or a service shows of a household: each field has a title in Chinese and English.
func ExampleHousehold() {
	var household struct {
		Title string `json:"title"`
		Defs  map[string]struct {
			Properties map[string]struct {
				Title string `json:"title"`
			} `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(schema.Household(), &household); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(household.Title)
	fmt.Println(household.Defs["member"].Properties["born"].Title)
	// Output:
	// 家庭 / household
	// 出生日期 / day of birth
}

func TestEverySchemaIsAmongTheFiles(t *testing.T) {
	for name, want := range map[string][]byte{
		"household": schema.Household(), "decision": schema.Decision(), "tables": schema.Tables(), "account": schema.Account(), "cases": schema.Cases(),
		"reform": schema.Reform(), "summary": schema.Summary(), "budget": schema.Budget(),
	} {
		data, err := fs.ReadFile(schema.FS(), name+".schema.json")
		require.NoError(t, err)
		assert.Equal(t, string(data), string(want))
		var head struct {
			ID string `json:"$id"`
		}
		require.NoError(t, json.Unmarshal(want, &head))
		assert.Equal(t, schema.Base+name+".schema.json", head.ID)
	}
	all, err := fs.Glob(schema.FS(), "*")
	require.NoError(t, err)
	assert.Len(t, all, 8)
}

// A caller that writes into a schema changes its own copy.
func TestSchemasAreCopies(t *testing.T) {
	schema.Household()[0] = 'x'
	assert.Equal(t, byte('{'), schema.Household()[0])
}
