import { join } from 'node:path'
import Database from 'better-sqlite3'
import { test } from 'vitest'
import { createEngine } from '../../main/app/engine/engine.ts'
import { openLibrary } from '../../main/store/library.ts'
import { addText, engineOn, world } from '../store/world.ts'
import { type Measured, percentile, print, prose, scratchFolder, timeOf } from './measuring.ts'

const log = () => {}

test('a library of 10,000 documents', async () => {
	const folder = join(scratchFolder(), 'library')
	const options = world()
	const first = openLibrary(folder, options)
	const filled = engineOn(first)
	for (let number = 0; number < 10_000; number++)
		addText(filled, `# Document ${number}\n${prose(60, number + 1)}`, `${number}.txt`)
	filled.close()

	const opened = await timeOf(() => {
		const engine = createEngine(openLibrary(folder, world(5_000_000)), { ...world(6_000_000), log })
		engine.handlers['documents.list']({})
		engine.close()
	})
	const file = join(folder, 'library.sqlite')
	const bare = await timeOf(() => {
		const database = new Database(file, { readonly: true })
		database.prepare('SELECT * FROM document').all()
		database.close()
	})
	const rows: Measured[] = [
		{
			what: 'open, read the list of documents, close',
			ours: opened,
			unit: 'ms',
			baseline: bare,
			of: 'bare SELECT of the table',
		},
	]

	const engine = createEngine(openLibrary(folder, world(7_000_000)), { ...world(8_000_000), log })
	const [document] = engine.handlers['documents.list']({})
	if (!document) throw new Error('The library is empty')
	const writes: number[] = []
	for (let at = 0; at < 300; at++) {
		writes.push(
			await timeOf(() =>
				engine.handlers['highlights.create']({
					document: document.id,
					start: at % 200,
					end: (at % 200) + 20 + Math.floor(at / 200),
					themes: [],
				}),
			),
		)
	}
	engine.close()
	const scratch = new Database(join(folder, 'scratch.sqlite'))
	scratch.pragma('journal_mode = WAL')
	scratch.pragma('synchronous = FULL')
	scratch.exec('CREATE TABLE t (k INTEGER PRIMARY KEY, a TEXT) STRICT')
	const insert = scratch.prepare('INSERT INTO t (a) VALUES (?)')
	const raw: number[] = []
	for (let at = 0; at < 300; at++)
		raw.push(await timeOf(() => scratch.transaction(() => insert.run(prose(20)))()))
	scratch.close()
	for (const share of [0.5, 0.95]) {
		rows.push({
			what: `one highlight, durable, p${share * 100}`,
			ours: percentile(writes, share),
			unit: 'ms',
			baseline: percentile(raw, share),
			of: 'raw transaction of one row',
		})
	}
	print('A library of 10,000 documents', rows)
})
