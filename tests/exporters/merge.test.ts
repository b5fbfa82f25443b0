import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWrite, merge } from '../../main/exporters/merge.ts'
import { beginMarker, endMarker, readParts, writeParts } from '../../main/exporters/parts.ts'

const part = (name: string, content: string): string =>
	`${beginMarker(name, content)}\n${content}\n${endMarker(name)}\n`

/** A generated file: front matter, then parts `name: content` parted by empty lines. */
const generated = (title: string, parts: readonly (readonly [string, string])[]): string =>
	`---\ntitle: "${title}"\ntags: ["a", "b"]\n---\n${parts.map(([name, content]) => part(name, content)).join('\n')}\n<!-- commonplace:document d1 -->\n`

const first = generated('One', [
	['head', '# One'],
	['p1', '> first'],
	['p2', '> second'],
])

test('a file is read and written back to the letter', () => {
	for (const text of [
		first,
		first.replaceAll('\n', '\r\n'),
		`\ufeff${first}`,
		'',
		'no marks',
		'---\n---',
		'---\na: 1\n...\nrest',
	]) {
		expect(writeParts(readParts(text))).toBe(text)
	}
	fc.assert(
		fc.property(
			fc.array(
				fc.constantFrom(
					'---\n',
					'a: b\r\n',
					'x',
					'\n',
					part('p1', 'q'),
					'<!-- commonplace:begin p2 ab -->\n',
					'\ufeff',
				),
			),
			(lines) => {
				const text = lines.join('')
				expect(writeParts(readParts(text))).toBe(text)
			},
		),
	)
})

test('exporting again without changes changes nothing', () => {
	const { written } = firstWrite(first)
	expect(merge(first, first, written)).toEqual({ text: first, written, problems: [] })
	expect(merge(first, first, null).text).toBe(first)
})

test('new parts come behind their predecessor, removed ones go, text between stays', () => {
	const existing = first
		.replace('> second', '> second')
		.replace('\n<!-- commonplace:begin p2', '\nMy own words.\n\n<!-- commonplace:begin p2')
	const fresh = generated('One', [
		['head', '# One'],
		['p1', '> first'],
		['p3', '> between'],
		['p4', '> and this'],
	])
	const { text, problems } = merge(existing, fresh, firstWrite(first).written)
	expect(problems).toEqual([])
	expect(text).toContain('My own words.')
	expect(text).not.toContain('second')
	expect(text.indexOf('> first')).toBeLessThan(text.indexOf('> between'))
	expect(text.indexOf('> between')).toBeLessThan(text.indexOf('> and this'))
	expect(text.indexOf('> between')).toBeLessThan(text.indexOf('My own words.'))
})

test('an edited part stays and is reported', () => {
	const existing = first.replace('> second', '> second, as I read it')
	const { written } = firstWrite(first)
	const same = merge(existing, first, written)
	expect(same.text).toBe(existing)
	expect(same.problems).toEqual(['“second, as I read it” was edited in the file: it stays.'])
	const both = merge(existing, first.replace(part('p2', '> second'), part('p2', '> third')), written)
	expect(both.text).toBe(existing)
	expect(both.problems[0]).toContain('edited in the file and changed in the library')
	const gone = merge(
		existing,
		generated('One', [
			['head', '# One'],
			['p1', '> first'],
		]),
		written,
	)
	expect(gone.text).toBe(existing)
	expect(gone.problems[0]).toContain('no longer in the library')
})

test('a part that the reader took out is not put back, as long as that is known', () => {
	const existing = first.replace(part('p2', '> second'), '')
	const again = merge(existing, first, firstWrite(first).written)
	expect(again.text).toBe(existing)
	expect(again.problems[0]).toContain('taken out of the file by hand')
	expect(merge(again.text, first, again.written).text).toBe(existing)
	expect(merge(existing, first, null).text).toContain('> second')
})

test('front matter is brought up to date key by key', () => {
	const { written } = firstWrite(first)
	const existing = first.replace('tags: ["a", "b"]', '# mine\nrating: 5\ntags:\n  - a\n  - b\n')
	const renamed = generated('Two: “new”', [
		['head', '# One'],
		['p1', '> first'],
		['p2', '> second'],
	])
	const { text, problems } = merge(existing, renamed, written)
	expect(problems).toEqual([])
	expect(text).toContain('title: "Two: “new”"\n# mine\nrating: 5\ntags:\n  - a\n  - b\n')
	const edited = merge(existing.replace('title: "One"', 'title: Mine'), renamed, written)
	expect(edited.text).toContain('title: Mine')
	expect(edited.problems).toEqual(['“title” in the front matter was edited in the file: it stays.'])
	const broken = merge(first.replace('title: "One"', 'title: "One'), renamed, written)
	expect(broken.text).toContain('title: "One\n')
	expect(broken.problems[0]).toContain('not readable as YAML')
})

test('line ends of a file stay as they are', () => {
	const windows = first.replaceAll('\n', '\r\n')
	const fresh = generated('One', [
		['head', '# One'],
		['p1', '> first, changed'],
		['p2', '> second'],
		['p3', '> third'],
	])
	const { text, problems } = merge(windows, fresh, firstWrite(first).written)
	expect(problems).toEqual([])
	expect(text.replaceAll('\r\n', '')).not.toContain('\n')
	expect(text).toContain('> third')
})

const word = fc.stringMatching(/^[a-z]{3,8}$/)
const library = fc
	.uniqueArray(fc.tuple(fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'), word), {
		selector: ([name]) => name,
		maxLength: 5,
	})
	.map((parts) => parts.map(([name, text]) => [name, `> ${text}`] as const))

test('every word written by hand survives every export', () => {
	fc.assert(
		fc.property(
			library,
			fc.array(fc.tuple(library, fc.array(fc.tuple(fc.nat(), word), { maxLength: 3 })), { maxLength: 4 }),
			(start, rounds) => {
				let file = firstWrite(generated('T', start))
				let number = 0
				const mine: string[] = []
				for (const [next, edits] of rounds) {
					const lines = file.text.split('\n')
					for (const [at, text] of edits) {
						// Between the first and the last line: before them is front matter.
						const own = `${text}-mine-${number++}`
						const from = lines.indexOf('---', 1) + 1
						lines.splice(from + (at % (lines.length - from)), 0, own)
						mine.push(own)
					}
					file = merge(lines.join('\n'), generated('T', next), file.written)
					for (const own of mine) expect(file.text.split('\n')).toContain(own)
					expect(merge(file.text, generated('T', next), file.written).text).toBe(file.text)
				}
			},
		),
	)
})
