import type { Migration } from './migration.ts'

/**
 * Originals with pages, and texts that can be read again. `page.runs` is JSON: a flat list of numbers, seven for
 * each run (start, end, x, y, width, height, angle; an angle of 360 or more is that of a vertical line, less 360).
 * `version.options` is what the parser was told beside the bytes, as JSON.
 */
export const formats: Migration = {
	version: 2,
	sql: `
CREATE TABLE page (
	k INTEGER PRIMARY KEY,
	version INTEGER NOT NULL REFERENCES version (k),
	number INTEGER NOT NULL,
	width REAL NOT NULL,
	height REAL NOT NULL,
	label TEXT NOT NULL,
	start INTEGER NOT NULL,
	runs TEXT NOT NULL,
	UNIQUE (version, number)
) STRICT;

ALTER TABLE version ADD COLUMN options TEXT NOT NULL DEFAULT '{}';
`,
}
