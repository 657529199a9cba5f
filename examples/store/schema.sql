-- A decision stands with everything that it was made from, so that it can be made again: its household, and the tables files
-- that were laid over the published rows, each once, by its digest. Days, places, words and digests are texts as the library
-- writes them, and NULL where nothing is stated.
CREATE TABLE IF NOT EXISTS tables_file (
	sha256  TEXT PRIMARY KEY,
	id      TEXT NOT NULL,
	kind    TEXT NOT NULL,
	content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS household (
	input  TEXT PRIMARY KEY, -- the digest that its decisions name
	stated TEXT NOT NULL     -- as JSON
);
CREATE TABLE IF NOT EXISTS decision (
	number       INTEGER PRIMARY KEY,
	household    TEXT NOT NULL,
	decided_for  TEXT NOT NULL,    -- the day
	division     TEXT NOT NULL,
	category     TEXT NOT NULL,
	total_fen    INTEGER NOT NULL, -- a month
	total_bound  TEXT NOT NULL,
	data_version TEXT NOT NULL,
	standards    TEXT NOT NULL,    -- their digest
	input        TEXT NOT NULL REFERENCES household,
	decision     TEXT NOT NULL     -- the whole, as JSON, with its steps
);
CREATE INDEX IF NOT EXISTS decision_by_day ON decision (decided_for);
CREATE TABLE IF NOT EXISTS decision_table (
	decision INTEGER NOT NULL REFERENCES decision,
	position INTEGER NOT NULL, -- in which the file was laid
	sha256   TEXT NOT NULL REFERENCES tables_file,
	PRIMARY KEY (decision, position)
);
