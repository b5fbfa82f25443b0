import { describe, expect, it } from 'vitest'
import { commandIn, commandPlace } from '../../main/commandline/names.ts'

const commandOf = (...words: string[]) => commandIn(words, (word) => word === '/app')

describe('a start of the installed program', () => {
	it('is a command when its first word is one, whatever follows', () => {
		expect(commandOf('search', '--json', 'a "b c"')).toEqual(['search', '--json', 'a "b c"'])
		expect(commandOf('import', '/home/a/b.md', '--library', 'c')).toEqual([
			...['import', '/home/a/b.md', '--library', 'c'],
		])
		for (const word of ['serve', 'help', '--help', '--version', 'undo'])
			expect(commandOf(word)).toEqual([word])
	})

	it('is one too behind the switches of Electron and the path of its app', () => {
		expect(commandOf('--ozone-platform=headless', '--no-sandbox', '/app', 'themes')).toEqual(['themes'])
	})

	it('is a window for everything else', () => {
		for (const words of [
			[],
			['/app'],
			['a.md'],
			['commonplace://l/document/d'],
			['searching'],
			['--inspect'],
		])
			expect(commandOf(...words)).toBeNull()
	})

	it('may have options before its name, which go with it', () => {
		expect(commandOf('--json', '--library', 'serve', 'search', 'a')).toEqual([
			...['--json', '--library', 'serve', 'search', 'a'],
		])
		expect(commandOf('--library=b', 'themes', '--json')).toEqual(['--library=b', 'themes', '--json'])
		expect(commandOf('--no-sandbox', '--', '/app', '--jsn', 'themes')).toEqual(['--jsn', 'themes'])
		expect(commandOf('--remote-debugging-port=0', '/app', '--json', 'themes')).toEqual(['--json', 'themes'])
		expect(commandOf('/app', 'import', '/app')).toEqual(['import', '/app'])
	})

	it('does not take a library, or a file after another, for a command', () => {
		expect(commandOf('--library', 'search')).toBeNull()
		expect(commandOf('--library', 'search', 'a.md')).toBeNull()
		expect(commandOf('--library=search')).toBeNull()
		expect(commandOf('--json')).toBeNull()
		expect(commandOf('a.md', 'search')).toBeNull()
		expect(commandOf('./search')).toBeNull()
	})
})

describe('the place of a command', () => {
	it('is that of its name', () => {
		expect(commandPlace(['--library', 'export', '--json', 'export'])).toBe(3)
		expect(commandPlace(['--library'])).toBe(-1)
		expect(commandPlace([])).toBe(-1)
	})
})
