import { describe, expect, it } from 'vitest'
import { parseQuery, toFts } from '../../corpus/query.ts'
import { rebuild } from '../../main/store/indexing.ts'
import {
	countMatchingBlocks,
	documentsMatching,
	matchingBlocks,
	matchingDocuments,
	matchingFreeNotes,
	matchingNotes,
	matchingThemes,
	rankDocuments,
} from '../../main/store/search.ts'
import { addText, engineOn, highlight, newLibrary } from './world.ts'

function searching() {
	const library = newLibrary()
	const { db } = library
	const alive = { asked: 0, isOver: false }
	db.define('alive', { deterministic: false }, () => {
		alive.asked++
		if (alive.isOver) throw new Error('nobody waits')
		return 1
	})
	const engine = engineOn(library)
	const phrases = (query: string) => toFts(parseQuery(query))
	const titles = (query: string) =>
		matchingDocuments(db, documentsMatching(db, phrases(query))).map(({ metadata }) => metadata.title)
	return { library, db, engine, phrases, titles, alive }
}

describe('search', () => {
	it('finds words without case and diacritics, prefixes, phrases and ideographs', () => {
		const { engine, titles } = searching()
		addText(engine, '# One\nĐường sắt và những con tàu.', 'a')
		addText(engine, '# Two\n南海仲裁案, the South China Sea.', 'b')
		expect(titles('duong')).toEqual(['One'])
		expect(titles('nhữ*')).toEqual(['One'])
		expect(titles('"sat va"')).toEqual(['One'])
		expect(titles('"va sat"')).toEqual([])
		expect(titles('南海')).toEqual(['Two'])
		expect(titles('海南')).toEqual([])
		expect(titles('sea')).toEqual(['Two'])
	})

	it('wants all words in a document, wherever they stand in it', () => {
		const { engine, titles } = searching()
		const both = addText(engine, '# Rivers\nThe dam.\nThe mountain.', 'a')
		addText(engine, '# Hills\nThe dam.', 'b')
		expect(titles('dam mountain')).toEqual(['Rivers'])
		highlight(engine, both, 'dam', { note: 'Compare glaciers' })
		engine.handlers['documents.edit']({ ids: [both], patch: { author: [{ family: 'Trần' }] } })
		expect(titles('glaciers dam tran rivers')).toEqual(['Rivers'])
	})

	it('follows changes, their undo and removal', () => {
		const { engine, titles } = searching()
		const id = addText(engine, '# One\nText.')
		const note = engine.handlers['notes.create']({ target: { kind: 'document', id }, body: 'glacier' })
		expect(titles('glacier')).toEqual(['One'])
		engine.handlers['notes.edit']({ id: note, body: 'iceberg', session: 's' })
		expect([titles('glacier'), titles('iceberg')]).toEqual([[], ['One']])
		engine.handlers['history.undo']({})
		expect([titles('glacier'), titles('iceberg')]).toEqual([['One'], []])
		engine.handlers['documents.remove']({ ids: [id] })
		expect(titles('text')).toEqual([])
	})

	it('finds a passage in the part that it went to', () => {
		const { engine, titles } = searching()
		const id = addText(engine, '# One\nAlpha.\n# Two\nBeta.')
		engine.handlers['documents.split']({ id, at: 12 })
		expect([titles('alpha'), titles('beta')]).toEqual([['One'], ['Two']])
	})

	it('gives blocks and notes of a document in the order of the text', () => {
		const { db, engine, phrases } = searching()
		const id = addText(engine, 'No.\nA dam.\nNothing.\nAnother dam.')
		addText(engine, 'Foreign dam.', 'b')
		highlight(engine, id, 'Another dam', { note: 'dam two' })
		highlight(engine, id, 'A dam', { note: 'dam one' })
		const [k = 0] = documentsMatching(db, phrases('dam'), id)
		expect(matchingBlocks(db, k, phrases('dam'), 10)).toEqual([
			{ start: 4, text: 'A dam.\n' },
			{ start: 20, text: 'Another dam.\n' },
		])
		expect(matchingBlocks(db, k, phrases('dam'), 1)).toHaveLength(1)
		expect(countMatchingBlocks(db, k, phrases('dam'), 1000)).toBe(2)
		expect(matchingNotes(db, k, phrases('dam')).map(({ body }) => body)).toEqual(['dam one', 'dam two'])
	})

	it('finds themes and the notes on them and on the library', () => {
		const { db, engine, phrases } = searching()
		const id = engine.handlers['themes.path']({ path: 'Trade/Customs' })
		engine.handlers['themes.edit']({ id, description: 'Duties at the border' })
		engine.handlers['notes.create']({ target: { kind: 'theme', id }, body: 'Which border?' })
		engine.handlers['notes.create']({ target: { kind: 'library' }, body: 'Border first' })
		expect(matchingThemes(db, phrases('border customs'), 10).map(({ name }) => name)).toEqual(['Customs'])
		expect(matchingFreeNotes(db, phrases('border'), 10).map(({ body }) => body)).toEqual([
			'Border first',
			'Which border?',
		])
	})

	it('ranks documents whose text fits best first', () => {
		const { db, engine, phrases } = searching()
		addText(engine, 'A dam somewhere in a long line of words that say nothing about it at all, really.', 'a')
		const best = addText(engine, 'Dam, dam, dam.', 'b')
		const [first] = rankDocuments(db, phrases('dam'))
		expect(matchingDocuments(db, [first?.k ?? 0])[0]?.id).toBe(best)
	})

	it('stops when nobody waits any more', () => {
		const { engine, titles, alive } = searching()
		addText(engine, 'dam\ndam\ndam')
		titles('dam')
		expect(alive.asked).toBeGreaterThan(2)
		alive.isOver = true
		expect(() => titles('dam')).toThrow('nobody waits')
	})

	it('finds the same in indexes that were made anew', () => {
		const { library, engine, titles } = searching()
		const id = addText(engine, '# One\nĐường.')
		engine.handlers['notes.create']({ target: { kind: 'document', id }, body: 'glacier' })
		library.history.writeAside(rebuild)
		expect([titles('duong'), titles('glacier'), titles('one')]).toEqual([['One'], ['One'], ['One']])
	})
})
