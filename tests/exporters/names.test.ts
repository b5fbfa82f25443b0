import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameOf, freeName, sameNameKey } from '../../main/exporters/filenames.ts'
import { tagName, tagsOf } from '../../main/exporters/tags.ts'

test.each([
	['Two days in Hanoi: what was left', 'Two days in Hanoi what was left'],
	['../../etc/passwd', 'etc passwd'],
	['CON', 'CON_'],
	['What? "Yes" | <no> [[x]] #1 ^2', 'What Yes no x 1 2'],
	['…', '…'],
	['...', 'Untitled'],
	['', 'Untitled'],
	['Biển Đông', 'Biển Đông'],
])('names the file of “%s”', (title, name) => {
	expect(fileNameOf(title)).toBe(name)
})

test('every title gives a name that every file system takes', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
			const name = fileNameOf(title)
			expect(name).not.toMatch(/[\\/:*?"<>|]|^[. ]|[. ]$/)
			expect([...name].every((sign) => sign >= ' ')).toBe(true)
			expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201)
			expect(name.length).toBeGreaterThan(0)
		}),
	)
})

test('names that one file system takes for the same are told apart', () => {
	const taken = new Set<string>()
	expect(freeName('Trade', '.md', taken)).toBe('Trade.md')
	expect(freeName('TRADE', '.md', taken)).toBe('TRADE (2).md')
	expect(freeName('Trade', '.md', taken)).toBe('Trade (3).md')
	expect(sameNameKey('e\u0301')).toBe(sameNameKey('É'))
})

test('themes get valid tags by their path', () => {
	const tags = tagsOf([
		{ id: '1', name: 'Trade and investment', parent: null },
		{ id: '2', name: 'Tariffs, anti-dumping', parent: '1' },
		{ id: '3', name: 'East Sea · Biển Đông', parent: null },
		{ id: '4', name: '2023', parent: null },
		{ id: '5', name: 'trade (and) investment!', parent: null },
	])
	expect(Object.fromEntries(tags)).toEqual({
		1: 'trade-and-investment',
		2: 'trade-and-investment/tariffs-anti-dumping',
		3: 'east-sea-biển-đông',
		4: 't2023',
		5: 'trade-and-investment-2',
	})
})

test('tags are valid and distinct for any names', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (names) => {
			const tags = tagsOf(
				names.map((name, at) => ({ id: String(at), name, parent: at % 3 ? String(at - 1) : null })),
			)
			expect(new Set(tags.values()).size).toBe(names.length)
			for (const tag of tags.values())
				expect(tag).toMatch(/^[\p{L}\p{M}\p{N}_/-]*[\p{L}_-][\p{L}\p{M}\p{N}_/-]*$/u)
		}),
	)
	expect(tagName('!!!')).toBe('theme')
})
