import { describe, expect, it } from 'vitest'
import { commandIn } from '../../main/commandline/names.ts'

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

	it('does not take a library, or a file after another, for a command', () => {
		expect(commandOf('--library', 'search')).toBeNull()
		expect(commandOf('--library=x', 'search')).toBeNull()
		expect(commandOf('a.md', 'search')).toBeNull()
		expect(commandOf('./search')).toBeNull()
	})
})
