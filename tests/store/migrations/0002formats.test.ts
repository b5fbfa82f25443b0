import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { WriteDb } from '../../../main/store/connection.ts'
import { openLibrary } from '../../../main/store/library.ts'
import { libraryFile } from '../../../main/store/libraryfile.ts'
import { library as first } from '../../../main/store/migrations/0001library.ts'
import { migrate } from '../../../main/store/migrations/migrate.ts'
import { engineOn, temporaryFolder, world } from '../world.ts'

/** A library of the first version, with a document, a highlight, and a step that made them. */
const before = `
INSERT INTO library VALUES (1, 'library-1', 1000);
INSERT INTO coder VALUES (1, 'coder-1', 'Me');
INSERT INTO setting (key, json) VALUES ('coder', '"coder-1"');
INSERT INTO original VALUES (1, '${'a'.repeat(64)}', 12, 'harbour.html', 'text/html');
INSERT INTO version VALUES (1, 'version-1', 1, 'html', 1, 12, 2, '[]', 1000);
INSERT INTO structure VALUES (1, '{"blocks":[{"kind":"paragraph","start":0,"end":12,"container":null}],"containers":[],"marks":[]}');
INSERT INTO block VALUES (1, 1, 0, 'paragraph', 'The harbour' || char(10));
INSERT INTO document (k, id, original, part, version, metadata, status, queue, added_at)
	VALUES (1, 'document-1', 1, '', 1, '{"title":"The harbour","citekey":"harbour"}', 'to-read', 1, 1000);
INSERT INTO highlight VALUES (1, 'highlight-1', 1, 1, 4, 11, 'harbour', 'The ', char(10), 0,
	'{"before":"The","after":"","place":{"page":null,"heading":null,"paragraph":1}}', 1, 1000);
INSERT INTO step (id, name, at, session, undone) VALUES ('step-1', 'Highlight in “The harbour”', 1000, NULL, 0);
INSERT INTO step_row (step, of, row, before, after) SELECT s.k, 'highlight', 1, NULL, json_object('k', h.k,
	'id', h.id, 'document', h.document, 'version', h.version, 'start', h.start, 'end', h.end, 'quote', h.quote,
	'prefix', h.prefix, 'suffix', h.suffix, 'occurrence', h.occurrence, 'context', h.context, 'coder', h.coder,
	'at', h.at) FROM step s, highlight h;`

it('gives the texts of an older library options and room for pages, and keeps all that was there', () => {
	const folder = temporaryFolder()
	const db = WriteDb.openForWriting(libraryFile(folder))
	migrate(db, [first])
	db.exec(before)
	db.close()

	const opened = openLibrary(folder, world())
	onTestFinished(() => opened.close())
	expect(existsSync(join(folder, 'backups'))).toBe(true)
	expect(opened.db.all('SELECT id, importer, importer_version, options FROM version')).toEqual([
		{ id: 'version-1', importer: 'html', importer_version: 1, options: '{}' },
	])
	const engine = engineOn(opened)
	const [row] = engine.handlers['documents.list']({})
	if (!row) throw new Error('The document is gone')
	expect(row).toMatchObject({ id: 'document-1', metadata: { title: 'The harbour' }, highlights: 1 })
	expect(engine.handlers['documents.text']({ id: row.id }).text).toBe('The harbour\n')
	expect(engine.handlers['documents.pages']({ id: row.id })).toEqual([])
	engine.handlers['history.undo']({})
	expect(engine.handlers['highlights.of']({ document: row.id })).toEqual([])
	engine.handlers['history.redo']({})
	expect(engine.handlers['highlights.of']({ document: row.id })).toHaveLength(1)
})
