import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../corpus/commands.ts'
import { guide } from '../../corpus/guide/index.ts'

const links = (text: string) =>
	[...text.matchAll(/\[((?:\\.|[^\]\\])+)\]\(([^)]*)\)/g)].map(([, label = '', href = '']) => ({
		label: label.replace(/\\(.)/g, '$1'),
		href,
	}))
const all: Readonly<Record<string, { readonly keys: readonly string[] }>> = commands

/** As the guide writes keys: those of the defaults, letters as they stand on the keyboard. */
const written = (key: string) =>
	key
		.split(/\+(?=.)/)
		.map((part) => ({ ArrowLeft: '←', ArrowRight: '→', Delete: 'Del' })[part] ?? part)
		.map((part) => (part.length === 1 ? part.toUpperCase() : part))
		.join('+')

/** Everything that the page can say. */
const page = ['renderer', 'corpus/commands.ts']
	.flatMap((place) => filesBelow(join(import.meta.dirname, '../..', place)))
	.map((path) => readFileSync(path, 'utf8'))
	.join('\n')

function filesBelow(path: string): readonly string[] {
	if (path.endsWith('.ts')) return [path]
	const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
	return names.filter((name) => name.endsWith('.ts')).map((name) => join(path, name))
}

describe('the guide', () => {
	it('has every chapter that lies in its folder', () => {
		const files = readdirSync(join(import.meta.dirname, '../../corpus/guide')).filter(
			(name) => name.endsWith('.md') && name !== 'README.md',
		)
		expect(guide.map(({ id }) => `${id}.md`).toSorted()).toEqual(files.toSorted())
	})

	it.each(guide)('$title begins with its title and has no other heading of that level', ({ title, text }) => {
		expect(text.startsWith(`# ${title}\n`)).toBe(true)
		expect(text.match(/^# /gm)).toHaveLength(1)
	})

	it.each(guide)('$title leads only to what is there, and names keys as they are at first', ({ text }) => {
		for (const { label, href } of links(text)) {
			const [, command] = /^key:(.+)$/.exec(href) ?? []
			if (command !== undefined) expect(label, href).toBe(written(all[command]?.keys[0] ?? ''))
			else
				expect([...guide.map(({ id }) => `${id}.md`), 'help:shortcuts', 'help:news', 'help:about']).toContain(
					href,
				)
		}
	})

	it.each(guide)('$title calls things as the page does', ({ text }) => {
		// Sentences may be strong, too; names end without a full stop.
		const names = [...text.matchAll(/\*\*([^*]+)\*\*/g)]
			.map(([, name = '']) => name)
			.filter((name) => !name.endsWith('.'))
		expect(names.filter((name) => !page.includes(name))).toEqual([])
	})

	it('is short enough to be read', () => {
		for (const { id, text } of guide) expect(text.split(/\s+/).length, id).toBeLessThan(600)
	})
})
