import { describe, expect, it } from 'vitest'
import { readInvocation } from '../../main/shell/invocation.ts'

const exists = (path: string) => path.endsWith('.md') || path === '/home/a/articles'
const read = (...words: string[]) => readInvocation(words, '/home/a', undefined, exists)

describe('what the desktop is started with', () => {
	it('is nothing in particular when no word says more', () => {
		expect(read()).toEqual({ library: null, link: null, files: [] })
	})

	it('names a library in either way of writing, from where it was started', () => {
		expect(read('--library', 'books').library).toBe('/home/a/books')
		expect(read('--library=/srv/books').library).toBe('/srv/books')
		expect(readInvocation([], '/home/a', 'told', exists).library).toBe('/home/a/told')
		expect(readInvocation(['--library=b'], '/home/a', 'told', exists).library).toBe('/home/a/b')
	})

	it('holds files and folders that are there, and no switches', () => {
		expect(read('--no-sandbox', 'a.md', '--inspect=0', '/x/b.md', 'gone.txt', 'articles').files).toEqual([
			'/home/a/a.md',
			'/x/b.md',
			'/home/a/articles',
		])
	})

	it('holds a link, and nothing where the link is none of ours', () => {
		expect(read('commonplace://l/highlight/h').link).toEqual({
			library: 'l',
			target: { kind: 'highlight', highlight: 'h' },
		})
		expect(read('commonplace://l/../../etc')).toEqual({ library: null, link: null, files: [] })
	})

	it('does not take the word after an empty --library for a folder twice', () => {
		expect(read('--library')).toEqual({ library: null, link: null, files: [] })
	})
})
