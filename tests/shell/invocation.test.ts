import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nothing, readInvocation } from '../../main/shell/invocation.ts'

const exists = (path: string) => path.endsWith('.md') || path === '/home/a/articles'
const read = (...words: string[]) => readInvocation(words, '/home/a', undefined, '/home/a/app', exists)

describe('what the desktop is started with', () => {
	it('is nothing in particular when no word says more', () => {
		expect(read()).toEqual(nothing)
		expect(read('/home/a/app', '', './app')).toEqual(nothing)
	})

	it('names a library in either way of writing, from where it was started', () => {
		expect(read('--library', 'books').library).toBe('/home/a/books')
		expect(read('--library=/srv/books').library).toBe('/srv/books')
		expect(readInvocation([], '/home/a', 'told', '', exists).library).toBe('/home/a/told')
		expect(readInvocation(['--library=b'], '/home/a', 'told', '', exists).library).toBe('/home/a/b')
	})

	it('holds files and folders that are there, and no switches', () => {
		expect(read('--no-sandbox', 'a.md', '--inspect=0', '/x/b.md', 'articles')).toEqual({
			...nothing,
			files: ['/home/a/a.md', '/x/b.md', '/home/a/articles'],
		})
	})

	it('takes files as file managers write them', () => {
		expect(read('file:///x/A%20day%20in%20H%C3%A0%20N%E1%BB%99i.md').files).toEqual(['/x/A day in Hà Nội.md'])
		expect(read('FILE://localhost/x/100%25.md').files).toEqual(['/x/100%.md'])
		fc.assert(
			fc.property(fc.stringMatching(/^[^\0/\\]{1,30}$/), (name) => {
				const path = `/x/${name}.md`
				expect(read(pathToFileURL(path).href).files).toEqual([path])
			}),
		)
	})

	it('holds a link, however its scheme is written', () => {
		const link = { library: 'l', target: { kind: 'highlight', highlight: 'h' } }
		expect(read('commonplace://l/highlight/h')).toEqual({ ...nothing, link })
		expect(read('Commonplace://l/highlight/h')).toEqual({ ...nothing, link })
	})

	it('keeps what leads nowhere, so that the reader hears of it', () => {
		for (const word of [
			'gone.txt',
			'file:///x/gone.txt',
			'file://elsewhere/x/a.md',
			'file:///x/%zz.md',
			'commonplace://l/../../etc',
			'https://example.org/a',
		])
			expect(read(word)).toEqual({ ...nothing, lost: [word] })
	})

	it('does not take the word after an empty --library for a folder twice', () => {
		expect(read('--library')).toEqual(nothing)
	})
})
