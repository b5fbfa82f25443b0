import { expect, test } from 'vitest'
import type { FileToken } from '../../corpus/ids.ts'
import { fileTokens } from '../../main/app/filetokens.ts'

function open() {
	const time = { now: 0 }
	let last = 0
	const tokens = fileTokens({ clock: () => time.now, newId: () => `token-${++last}` })
	return { tokens, time }
}

test('a token stands for its path and does not show it', () => {
	const { tokens } = open()
	const token = tokens.issue('/home/ana/thesis.md')
	expect(token).not.toContain('thesis')
	expect(tokens.pathOf(token)).toBe('/home/ana/thesis.md')
})

test('a token knows what people call its file', () => {
	const { tokens } = open()
	expect(tokens.nameOf(tokens.issue('/home/ana/thesis.md'))).toBe('thesis.md')
	expect(tokens.nameOf(tokens.issue('/home/ana/thesis.md', '../ana/thesis.md'))).toBe('../ana/thesis.md')
})

test('a token that was never issued names nothing', () => {
	const { tokens } = open()
	expect(() => tokens.pathOf('/etc/passwd' as FileToken)).toThrow('Choose it again')
})

test('a token grows old', () => {
	const { tokens, time } = open()
	const token = tokens.issue('/a')
	time.now += 23 * 3_600_000
	expect(tokens.pathOf(token)).toBe('/a')
	time.now += 2 * 3_600_000
	expect(() => tokens.pathOf(token)).toThrow('Choose it again')
})

test('only so many are kept, the newest', () => {
	const { tokens } = open()
	const first = tokens.issue('/first')
	const others = Array.from({ length: 50_000 }, (_, index) => tokens.issue(`/${index}`))
	expect(() => tokens.pathOf(first)).toThrow('Choose it again')
	expect(tokens.pathOf(others[0] ?? first)).toBe('/0')
})
