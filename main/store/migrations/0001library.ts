import type { Migration } from './migration.ts'

/**
 * The first schema. What every table has in common: STRICT; `k` for joins, for the full-text index and
 * for the row images of history; `id` is what the world sees, where a natural key does not take its place.
 *
 * Logged by history (see `history.ts`): document, highlight, tagging, theme, note, note_citation,
 * collection, collection_document, template, tombstone. No column of these holds a BLOB.
 * Everything else is immutable (original, version, block, structure, asset) or not for undoing (coder,
 * reading, setting, export_target).
 *
 * No foreign key cascades: what goes with a row is removed by name, so that history sees it.
 */
export const library: Migration = {
	version: 1,
	sql: `
CREATE TABLE library (
	k INTEGER PRIMARY KEY CHECK (k = 1),
	id TEXT NOT NULL UNIQUE,
	created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE coder (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL UNIQUE
) STRICT;

-- The bytes that were imported. They lie in originals/, named by their hash.
CREATE TABLE original (
	k INTEGER PRIMARY KEY,
	hash TEXT NOT NULL UNIQUE,
	bytes INTEGER NOT NULL,
	file_name TEXT NOT NULL,
	media_type TEXT NOT NULL
) STRICT;

-- One reading text as one importer read it. Immutable. Its text is that of its blocks, joined.
CREATE TABLE version (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	original INTEGER NOT NULL REFERENCES original (k),
	importer TEXT NOT NULL,
	importer_version INTEGER NOT NULL,
	length INTEGER NOT NULL,
	words INTEGER NOT NULL,
	warnings TEXT NOT NULL,
	created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX version_original ON version (original);

-- Blocks without their texts, containers and marks, as one JSON text: read and parsed in one piece.
CREATE TABLE structure (
	k INTEGER PRIMARY KEY REFERENCES version (k),
	json TEXT NOT NULL
) STRICT;

-- k ascends in the order of the text. start counts UTF-16 code units.
CREATE TABLE block (
	k INTEGER PRIMARY KEY,
	version INTEGER NOT NULL REFERENCES version (k),
	start INTEGER NOT NULL,
	kind TEXT NOT NULL,
	text TEXT NOT NULL
) STRICT;
CREATE INDEX block_version ON block (version, start);

CREATE TABLE asset (
	k INTEGER PRIMARY KEY,
	version INTEGER NOT NULL REFERENCES version (k),
	key TEXT NOT NULL,
	media_type TEXT NOT NULL,
	bytes BLOB NOT NULL,
	UNIQUE (version, key)
) STRICT;

-- Where reading stopped. Belongs to the version: undoing a split finds the old place again.
CREATE TABLE reading (
	k INTEGER PRIMARY KEY REFERENCES version (k),
	position INTEGER NOT NULL,
	opened_at INTEGER NOT NULL
) STRICT;

CREATE TABLE document (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	original INTEGER NOT NULL REFERENCES original (k),
	part TEXT NOT NULL,
	version INTEGER NOT NULL REFERENCES version (k),
	metadata TEXT NOT NULL,
	status TEXT NOT NULL CHECK (status IN ('to-read', 'reading', 'done')),
	queue REAL NOT NULL,
	added_at INTEGER NOT NULL,
	removed_at INTEGER,
	citekey TEXT GENERATED ALWAYS AS (metadata ->> '$.citekey') VIRTUAL,
	UNIQUE (original, part)
) STRICT;
CREATE INDEX document_version ON document (version);
CREATE INDEX document_citekey ON document (citekey);
CREATE INDEX document_queue ON document (queue);

-- context: what stands around the quote and its place, for people; follows from version, start and end.
CREATE TABLE highlight (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	document INTEGER NOT NULL REFERENCES document (k),
	version INTEGER NOT NULL REFERENCES version (k),
	start INTEGER NOT NULL,
	end INTEGER NOT NULL,
	quote TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	occurrence INTEGER NOT NULL,
	context TEXT NOT NULL,
	coder INTEGER NOT NULL REFERENCES coder (k),
	at INTEGER NOT NULL,
	CHECK (start < end)
) STRICT;
CREATE INDEX highlight_document ON highlight (document, start, end);
CREATE INDEX highlight_version ON highlight (version);

CREATE TABLE theme (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	parent INTEGER REFERENCES theme (k),
	ordinal INTEGER NOT NULL,
	hue INTEGER CHECK (hue BETWEEN 0 AND 9),
	description TEXT NOT NULL,
	pin INTEGER CHECK (pin BETWEEN 1 AND 9)
) STRICT;
CREATE INDEX theme_parent ON theme (parent, ordinal);

CREATE TABLE tagging (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	highlight INTEGER NOT NULL REFERENCES highlight (k),
	theme INTEGER NOT NULL REFERENCES theme (k),
	coder INTEGER NOT NULL REFERENCES coder (k),
	at INTEGER NOT NULL,
	weight INTEGER CHECK (weight BETWEEN 0 AND 100),
	UNIQUE (highlight, theme, coder)
) STRICT;
CREATE INDEX tagging_theme ON tagging (theme, highlight);

-- At most one of highlight, document and theme; none: a note on the library.
CREATE TABLE note (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	highlight INTEGER REFERENCES highlight (k),
	document INTEGER REFERENCES document (k),
	theme INTEGER REFERENCES theme (k),
	body TEXT NOT NULL,
	coder INTEGER NOT NULL REFERENCES coder (k),
	created_at INTEGER NOT NULL,
	changed_at INTEGER NOT NULL,
	CHECK ((highlight IS NOT NULL) + (document IS NOT NULL) + (theme IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX note_highlight ON note (highlight) WHERE highlight IS NOT NULL;
CREATE INDEX note_document ON note (document) WHERE document IS NOT NULL;
CREATE INDEX note_theme ON note (theme) WHERE theme IS NOT NULL;
CREATE INDEX note_changed ON note (changed_at);

CREATE TABLE note_citation (
	k INTEGER PRIMARY KEY,
	note INTEGER NOT NULL REFERENCES note (k),
	highlight INTEGER NOT NULL REFERENCES highlight (k),
	ordinal INTEGER NOT NULL,
	UNIQUE (note, highlight)
) STRICT;
CREATE INDEX note_citation_highlight ON note_citation (highlight);

CREATE TABLE collection (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL
) STRICT;

CREATE TABLE collection_document (
	k INTEGER PRIMARY KEY,
	collection INTEGER NOT NULL REFERENCES collection (k),
	document INTEGER NOT NULL REFERENCES document (k),
	UNIQUE (collection, document)
) STRICT;
CREATE INDEX collection_document_document ON collection_document (document);

-- Export templates of the reader's own.
CREATE TABLE template (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	preset TEXT NOT NULL,
	document TEXT NOT NULL,
	theme TEXT NOT NULL,
	passage TEXT NOT NULL
) STRICT;

-- What is gone for good, so that merging libraries does not bring it back.
CREATE TABLE tombstone (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	kind TEXT NOT NULL,
	removed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
	k INTEGER PRIMARY KEY,
	key TEXT NOT NULL UNIQUE,
	json TEXT NOT NULL
) STRICT;

-- Folders that were exported to; the newest is what "export again" means.
CREATE TABLE export_target (
	k INTEGER PRIMARY KEY,
	folder TEXT NOT NULL UNIQUE,
	spec TEXT NOT NULL,
	at INTEGER NOT NULL
) STRICT;

CREATE TABLE step (
	k INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	at INTEGER NOT NULL,
	session TEXT,
	undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX step_undone ON step (k) WHERE undone = 1;

-- Row images as JSON; before is NULL for an inserted row, after for a deleted one.
CREATE TABLE step_row (
	k INTEGER PRIMARY KEY,
	step INTEGER NOT NULL REFERENCES step (k),
	of TEXT NOT NULL,
	row INTEGER NOT NULL,
	before TEXT,
	after TEXT
) STRICT;
CREATE INDEX step_row_step ON step_row (step, of, row);

-- Full-text indexes. What goes in was folded by corpus/folding.ts: all that is left to do is to split it at
-- spaces, which is what the ascii tokeniser does with it.
CREATE VIRTUAL TABLE block_index USING fts5 (
	text, content = '', contentless_delete = 1,
	tokenize = 'ascii'
);
CREATE VIRTUAL TABLE document_index USING fts5 (
	title, author, container, date, keyword, other, content = '', contentless_delete = 1,
	tokenize = 'ascii'
);
CREATE VIRTUAL TABLE note_index USING fts5 (
	body, content = '', contentless_delete = 1,
	tokenize = 'ascii'
);
CREATE VIRTUAL TABLE theme_index USING fts5 (
	name, description, content = '', contentless_delete = 1,
	tokenize = 'ascii'
);
`,
}
