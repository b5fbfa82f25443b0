import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary } from '../../main/store/library.ts'
import { keepOriginal, originalPath } from '../../main/store/originals.ts'
import { addText, engineOn, fileOf, highlight, parsed, temporaryFolder, world } from './world.ts'

const hash = createHash('sha256').update('a.txt').digest('hex')

/** A library in which a.txt was imported, and then what `doing` does; opened again. */
async function reopened(doing: (engine: ReturnType<typeof engineOn>) => void) {
	const folder = join(temporaryFolder(), 'library')
	const options = world()
	const first = openLibrary(folder, options)
	await keepOriginal(folder, hash, Uint8Array.of(1))
	const engine = engineOn(first, options)
	addText(engine, 'A text that may go.')
	doing(engine)
	first.close()
	const library = openLibrary(folder, options)
	const count = (table: string) =>
		library.db.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count
	const counts = ['version', 'block', 'original'].map(count)
	const redone = engineOn(library, options).handlers['history.redo']({})
	library.close()
	return { counts, hasFile: existsSync(originalPath(folder, hash)), redone }
}

describe('opening a library', () => {
	it('lets texts go that nothing can bring back', async () => {
		const { counts, hasFile } = await reopened((engine) => {
			engine.handlers['history.undo']({})
			engine.handlers['themes.path']({ path: 'new' })
		})
		expect(counts).toEqual([0, 0, 0])
		expect(hasFile).toBe(false)
	})

	it('keeps what can be redone', async () => {
		const { counts, hasFile, redone } = await reopened((engine) => void engine.handlers['history.undo']({}))
		expect(counts).toEqual([1, 1, 1])
		expect(hasFile).toBe(true)
		expect(redone).not.toBeNull()
	})

	it('keeps what was removed, since the same file brings it back', async () => {
		const { counts, hasFile } = await reopened((engine) => {
			const ids = engine.handlers['documents.list']({}).map(({ id }) => id)
			engine.handlers['documents.remove']({ ids })
			engine.handlers['documents.add'](fileOf('b.txt', parsed('Other.')))
		})
		expect(counts).toEqual([2, 2, 2])
		expect(hasFile).toBe(true)
	})

	it('lets readings go that were shown but not taken', async () => {
		const { counts } = await reopened((engine) => {
			const id = addText(engine, 'One.', 'b.txt')
			const better = parsed('One!', { importer: { name: 'text', version: 2 } })
			engine.handlers['reread.prepare']({ document: id, parsed: better, options: { html: 'article' } })
		})
		expect(counts[0]).toBe(2)
	})

	it('keeps an earlier reading as long as a highlight that undo brings back stands in it', async () => {
		const folder = join(temporaryFolder(), 'library')
		const options = world()
		const first = openLibrary(folder, options)
		const engine = engineOn(first, options)
		const { handlers } = engine
		const document = addText(engine, 'One and two.')
		const id = highlight(engine, document, 'two')
		const better = parsed('Nothing of it.', { importer: { name: 'text', version: 2 } })
		const reading = handlers['reread.prepare']({ document, parsed: better, options: { html: 'article' } })
		if (!reading) throw new Error('It is the same')
		handlers['reread.apply']({ readings: [{ ...reading, document }] })
		handlers['highlights.remove']({ ids: [id] })
		// As after many more steps: all but the last are forgotten.
		first.db.exec('DELETE FROM step_row WHERE step < (SELECT max(k) FROM step)')
		first.db.exec('DELETE FROM step WHERE k < (SELECT max(k) FROM step)')
		first.close()
		const library = openLibrary(folder, options)
		const again = engineOn(library, options).handlers
		again['history.undo']({})
		expect(again['highlights.of']({ document })).toMatchObject([
			{ id, placed: false, anchor: { quote: 'two' } },
		])
		library.close()
	})

	it('keeps the text that a split came from', async () => {
		const { counts } = await reopened((engine) => {
			const id = addText(engine, 'One.\nTwo.', 'b.txt')
			engine.handlers['documents.split']({ id, at: 5 })
		})
		expect(counts[0]).toBe(4)
	})
})
