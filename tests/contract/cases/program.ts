import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function programCases(scene: () => Scene): void {
	test('the program says which it is, and what it runs on', async () => {
		const { version, parts, libraryFormat } = await scene().call('program.about', {})
		expect(version).toMatch(/^\d+\.\d+\.\d+/)
		expect(parts.at(-1)).toEqual({ name: 'SQLite', version: expect.stringMatching(/^3\.\d+/) })
		expect(libraryFormat).toBeGreaterThan(0)
	})

	test('who starts it for the first time has not updated it', async () => {
		expect(await scene().call('program.takeUpdate', {})).toBeNull()
	})

	test('only two folders are shown', async () => {
		expect(await scene().refusal('program.showFolder', { which: '/etc' })).toMatchObject({ code: 'invalid' })
	})
}
