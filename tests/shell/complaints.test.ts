import { describe, expect, it } from 'vitest'
import { complaintOf, strayComplaint } from '../../main/shell/complaints.ts'

describe('what the reader hears of words that lead nowhere', () => {
	it('fits what was asked for', () => {
		for (const path of ['/x/gone.txt', 'file:///x/gone.txt', 'C:\\x\\gone.txt'])
			expect(complaintOf([path])).toEqual({ message: expect.stringContaining('no file'), detail: path })
		expect(complaintOf(['commonplace://l/x']).message).toContain('link')
		expect(complaintOf(['https://example.org']).message).toContain('Save')
		expect(complaintOf(['gone.pdf', 'commonplace://nowhere'])).toEqual({
			message: expect.stringMatching(/no file .*\n\nThis link/),
			detail: 'gone.pdf\ncommonplace://nowhere',
		})
	})

	it('names a few of many', () => {
		expect(complaintOf(['a.md', 'b.md']).message).toContain('no files')
		const lost = Array.from({ length: 40 }, (_, n) => `${n}.md`)
		expect(complaintOf(lost).detail).toBe('0.md\n1.md\n2.md\n3.md\nand 36 more')
		expect(complaintOf(['long '.repeat(9999)]).detail.length).toBeLessThan(400)
	})

	it('tells of the commands when one may have been meant', () => {
		const detail = 'serch\nHanoi\n\nIf a command was meant: commonplace --help'
		expect(complaintOf(['serch', 'Hanoi']).detail).toBe(detail)
	})
})

describe('what is said of files that were meant for another library', () => {
	it('names them and that library, and what can be done', () => {
		expect(strayComplaint(['/x/a.md'], '/home/a/Thesiss')).toEqual({
			message: expect.stringMatching(/^The file was not added: .* Drop it /),
			detail: '/x/a.md\n\nThe library that was named: /home/a/Thesiss',
		})
		const many = strayComplaint(['1', '2', '3', '4', '5'], '/b')
		expect(many.message).toMatch(/^The files were not added/)
		expect(many.detail).toBe('1\n2\n3\n4\nand 1 more\n\nThe library that was named: /b')
	})
})
