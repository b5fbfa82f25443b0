import { expect, test } from 'vitest'
import { sampleLibrary } from '../../corpus/samples/index.ts'

const { documents, themes, highlights, notes, collections, status } = sampleLibrary

test('whatever the sample names is in the sample', () => {
	const names = new Set(documents.map(({ fileName }) => fileName))
	const paths = new Set(themes.map(({ path }) => path))
	for (const { document, themes: tagged } of highlights) {
		expect(names).toContain(document)
		for (const path of tagged) expect(paths).toContain(path)
	}
	for (const { documents: members } of collections) for (const name of members) expect(names).toContain(name)
	for (const name of Object.keys(status)) expect(names).toContain(name)
	for (const { target } of notes) {
		if (target !== 'library')
			expect('document' in target ? names.has(target.document) : paths.has(target.theme)).toBe(true)
	}
})

test('parents stand before their children, and pins are taken once', () => {
	const seen = new Set<string>()
	for (const { path } of themes) {
		const parent = path.split('/').slice(0, -1).join('/')
		if (parent !== '') expect(seen).toContain(parent)
		seen.add(path)
	}
	const pins = themes.flatMap(({ pin }) => pin ?? [])
	expect(new Set(pins).size).toBe(pins.length)
})
