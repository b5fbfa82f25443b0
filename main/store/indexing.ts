import { foldForIndex } from '../../corpus/folding.ts'
import type { Metadata, Name } from '../../corpus/metadata.ts'
import type { Value, WriteDb } from './connection.ts'

/** To be raised when the folding or the fields below change: the indexes are then made anew. */
const indexVersion = 1

/**
 * The columns of the full-text index of each table that can change, as SQL over a row. Versions never
 * change: `addVersion` indexes their blocks.
 */
const indexed = {
	document: {
		title: 'document_words(ROW.metadata, 1)',
		author: 'document_words(ROW.metadata, 2)',
		container: 'document_words(ROW.metadata, 3)',
		date: 'document_words(ROW.metadata, 4)',
		keyword: 'document_words(ROW.metadata, 5)',
		other: 'document_words(ROW.metadata, 6)',
	},
	note: { body: 'folded(ROW.body)' },
	theme: { name: 'folded(ROW.name)', description: 'folded(ROW.description)' },
}

/**
 * Keeps the full-text indexes equal to the tables, whoever changes these (undo as well), for as long as
 * the connection lives. The triggers are temporary: they call functions that only this connection has.
 */
export function keepIndexes(db: WriteDb): void {
	db.define('folded', { deterministic: true }, (text) => foldForIndex(String(text ?? '')))
	db.define('document_words', { deterministic: true }, documentWords)
	for (const [table, columns] of Object.entries(indexed)) db.exec(triggers(table, columns))
	db.transaction(() => bringUpToDate(db))
}

function triggers(table: string, columns: Readonly<Record<string, string>>): string {
	const index = `${table}_index`
	const names = Object.keys(columns)
	const values = Object.values(columns).map((column) => column.replace('ROW', 'NEW'))
	const sets = names.map((name, at) => `${name} = ${values[at]}`)
	return `
CREATE TEMP TRIGGER ${index}_insert AFTER INSERT ON main.${table} BEGIN
	INSERT INTO ${index} (rowid, ${names.join(', ')}) VALUES (NEW.k, ${values.join(', ')});
END;
CREATE TEMP TRIGGER ${index}_update AFTER UPDATE OF ${sources(columns).join(', ')} ON main.${table} BEGIN
	UPDATE ${index} SET ${sets.join(', ')} WHERE rowid = NEW.k;
END;
CREATE TEMP TRIGGER ${index}_delete AFTER DELETE ON main.${table} BEGIN
	DELETE FROM ${index} WHERE rowid = OLD.k;
END;`
}

/** The columns of the table that the index is made of. */
const sources = (columns: Readonly<Record<string, string>>) => [
	...new Set(Object.values(columns).map((column) => column.replace(/^.*ROW\.(\w+).*$/, '$1'))),
]

function bringUpToDate(db: WriteDb): void {
	const known = db.get<{ json: string }>("SELECT json FROM setting WHERE key = 'index'")
	if (known?.json === String(indexVersion)) return
	if (known) rebuild(db)
	db.run(
		"INSERT INTO setting (key, json) VALUES ('index', :json) ON CONFLICT (key) DO UPDATE SET json = excluded.json",
		{ json: String(indexVersion) },
	)
}

/** Makes every full-text index anew from the tables. */
export function rebuild(db: WriteDb): void {
	for (const [table, columns] of Object.entries(indexed)) {
		const values = Object.values(columns).map((column) => column.replace('ROW.', ''))
		db.exec(`
			INSERT INTO ${table}_index (${table}_index) VALUES ('delete-all');
			INSERT INTO ${table}_index (rowid, ${Object.keys(columns).join(', ')})
				SELECT k, ${values.join(', ')} FROM ${table};`)
	}
	db.exec(`
		INSERT INTO block_index (block_index) VALUES ('delete-all');
		INSERT INTO block_index (rowid, text) SELECT k, folded(text) FROM block WHERE kind <> 'furniture';`)
}

function documentWords(json: Value, column: Value): Value {
	const metadata: Metadata = JSON.parse(String(json))
	return foldForIndex(wordsOf(metadata, Number(column)).join('\n'))
}

function wordsOf(metadata: Metadata, column: number): readonly string[] {
	const { title, author, editor, translator, issued, keyword, ...other } = metadata
	const { 'container-title': container, accessed: _accessed, fields, ...rest } = other
	if (column === 1) return [title]
	if (column === 2) return [author, editor, translator].flatMap((names) => (names ?? []).map(nameWords))
	if (column === 3) return [container ?? '']
	if (column === 4) return [dateWords(issued)]
	if (column === 5) return [keyword ?? '']
	return [...Object.values(rest), ...Object.values(fields ?? {})]
}

const nameWords = (name: Name) => ('literal' in name ? name.literal : `${name.given ?? ''} ${name.family}`)

function dateWords(date: Metadata['issued']): string {
	if (!date) return ''
	if ('literal' in date) return date.literal
	return [...date.from, ...(date.to ?? [])].join(' ')
}
