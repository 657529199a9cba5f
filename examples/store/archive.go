package main

import (
	"context"
	"database/sql"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"modernc.org/sqlite" // the driver too
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/examples/internal/cli"
	"github.com/openminzheng/zhuzhou/standards"
)

//go:embed schema.sql
var schema string

// archive keeps decisions with what they were made from.
type archive struct{ db *sql.DB }

// open opens the archive in a file, and makes it where there is none.
func open(ctx context.Context, file string) (*archive, error) {
	db, err := sql.Open("sqlite", file)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // so that every statement sees the setting
	_, missing := os.Stat(file)
	for _, statement := range []string{"PRAGMA foreign_keys = ON", schema} {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			err = errors.Join(err, db.Close())
			if missing != nil {
				os.Remove(file) // it holds nothing
			}
			return nil, err
		}
	}
	return &archive{db}, nil
}

// codeOf is the exit code where an archive cannot be opened: that of wrong usage, unless the disk is
// what is wrong.
func codeOf(err error) int {
	var at *sqlite.Error
	if errors.As(err, &at) && (at.Code() == sqlite3.SQLITE_FULL || at.Code()&0xff == sqlite3.SQLITE_IOERR) {
		return cli.Refused
	}
	return cli.Usage
}

func (a *archive) close() error { return a.db.Close() }

// tablesFile is a tables file as it stands on disk, and what it states.
type tablesFile struct {
	content []byte
	overlay standards.Overlay
}

// filing puts decisions on record, all of them or none.
type filing struct {
	tx  *sql.Tx
	ctx context.Context
}

// begin begins to file decisions that were made under these tables files.
func (a *archive) begin(ctx context.Context, files []tablesFile) (*filing, error) {
	tx, err := a.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	f := &filing{tx, ctx}
	for _, file := range files {
		if err := f.exec("INSERT INTO tables_file (sha256, id, kind, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
			file.overlay.SHA256, file.overlay.ID, file.overlay.Kind, file.content); err != nil {
			return nil, errors.Join(err, tx.Rollback())
		}
	}
	return f, nil
}

func (f *filing) exec(statement string, values ...any) error {
	_, err := f.tx.ExecContext(f.ctx, statement, values...)
	return err
}

// put files one decision with its household.
func (f *filing) put(h assistance.Household, d assistance.Decision) error {
	stated, err := json.Marshal(h)
	if err != nil {
		return err
	}
	whole, err := json.Marshal(d)
	if err != nil {
		return err
	}
	err = f.exec("INSERT INTO household (input, stated) VALUES (?, ?) ON CONFLICT DO NOTHING", d.Input, string(stated))
	if err != nil {
		return err
	}
	filed, err := f.tx.ExecContext(f.ctx, `INSERT INTO decision
			(household, decided_for, division, category, total_fen, total_bound, data_version, standards, input, decision)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		d.ID, d.On, h.Division, d.Category, d.Total.Amount.Fen(), d.Total.Bound, d.DataVersion, d.Digest, d.Input,
		string(whole))
	if err != nil {
		return err
	}
	number, err := filed.LastInsertId()
	if err != nil {
		return err
	}
	for i, table := range d.Tables {
		err := f.exec("INSERT INTO decision_table (decision, position, sha256) VALUES (?, ?, ?)", number, i, table.SHA256)
		if err != nil {
			return fmt.Errorf("tables file %s: %w", table.ID, err)
		}
	}
	return nil
}

// end makes what was filed durable.
func (f *filing) end() error { return f.tx.Commit() }

// drop takes back what was filed.
func (f *filing) drop() error { return f.tx.Rollback() }
