package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"github.com/openminzheng/zhuzhou/assistance"
	"github.com/openminzheng/zhuzhou/assistance/verify"
	"github.com/openminzheng/zhuzhou/standards"
	"github.com/openminzheng/zhuzhou/standards/draft"
)

// outcome is what became of one decision when it was made again.
type outcome struct {
	number   int64
	id       string
	on       standards.Date
	division standards.Place
	verify.Verification
	err error // why it could not be made again
}

// review makes the decisions filed for the days from first to last again, in the order of these
// days, and hands over what became of each. They are made under the tables files that they were
// filed with, or under now where it is not nil.
func (a *archive) review(ctx context.Context, first, last standards.Date, now *standards.Tables,
	each func(outcome)) error {
	files, err := a.files(ctx)
	if err != nil {
		return err
	}
	rows, err := a.db.QueryContext(ctx, `SELECT number, decision.household, decided_for, division, decision, stated,
			(SELECT coalesce(group_concat(sha256, ' '), '') FROM (SELECT sha256 FROM decision_table WHERE decision = number ORDER BY position))
		FROM decision JOIN household USING (input) WHERE decided_for BETWEEN ? AND ? ORDER BY decided_for, number`, first, last)
	if err != nil {
		return err
	}
	defer rows.Close()
	laid := map[string]*standards.Tables{}
	for rows.Next() {
		var o outcome
		var decision, stated, digests string
		if err := rows.Scan(&o.number, &o.id, &o.on, &o.division, &decision, &stated, &digests); err != nil {
			return err
		}
		tables := now
		if tables == nil {
			tables, o.err = lay(laid, files, digests)
		}
		if o.err == nil {
			o.Verification, o.err = again(decision, stated, tables)
		}
		each(o)
	}
	return errors.Join(rows.Err(), rows.Close())
}

// again makes a decision again from what is on record of it.
func again(decision, stated string, tables *standards.Tables) (v verify.Verification, err error) {
	var old assistance.Decision
	var h assistance.Household
	if err := errors.Join(json.Unmarshal([]byte(decision), &old), json.Unmarshal([]byte(stated), &h)); err != nil {
		return v, err
	}
	return verify.Decision(old, h, tables)
}

// files reads every tables file on record, by its digest.
func (a *archive) files(ctx context.Context) (map[string]standards.Overlay, error) {
	rows, err := a.db.QueryContext(ctx, "SELECT sha256, content FROM tables_file")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	files := map[string]standards.Overlay{}
	for rows.Next() {
		var digest standards.Digest
		var content sql.RawBytes
		if err := rows.Scan(&digest, &content); err != nil {
			return nil, err
		}
		overlay, err := draft.Parse(content)
		if err != nil {
			return nil, err
		}
		if overlay.SHA256 != digest {
			return nil, &changedError{overlay.ID}
		}
		files[digest.String()] = overlay
	}
	return files, errors.Join(rows.Err(), rows.Close())
}

// lay lays the tables files of a decision over the published rows, once for all decisions with the
// same ones.
func lay(laid map[string]*standards.Tables, files map[string]standards.Overlay, digests string) (*standards.Tables,
	error) {
	if tables := laid[digests]; tables != nil {
		return tables, nil
	}
	var overlays []standards.Overlay
	for digest := range strings.FieldsSeq(digests) {
		overlays = append(overlays, files[digest])
	}
	tables, err := standards.Published().With(overlays...)
	if err == nil {
		laid[digests] = tables
	}
	return tables, err
}

// changedError says that a tables file on record is not the one that was filed.
type changedError struct{ id string }

func (e *changedError) Error() string { return e.Text(standards.English) }

// Text says so in language l.
func (e *changedError) Text(l standards.Lang) string {
	return l.In("存档的数据表"+e.id+"与其摘要不符，已被改动",
		"the tables file "+e.id+" on record is not the one that was filed: its digest is another")
}
