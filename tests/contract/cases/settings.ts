import { expect, test } from 'vitest'
import type { Scene } from '../scene.ts'

export function settingsCases(scene: () => Scene): void {
	test('settings are kept, and everybody hears of it; they are no step of history', async () => {
		const { call, heard, forget } = scene()
		const steps = await call('history.list', {})
		const type = { size: 22, measure: 70, leading: 1.6, face: 'sans' } as const
		forget()
		await call('settings.set', { scheme: 'sepia', type, keys: { 'palette.open': ['Ctrl+p'] } })
		await heard((change) => change.kind === 'changed' && change.settings)
		expect(await call('settings.get', {})).toMatchObject({
			scheme: 'sepia',
			type,
			keys: { 'palette.open': ['Ctrl+p'] },
			sidebar: true,
		})
		expect(await call('history.list', {})).toEqual(steps)
	})

	test('what does not fit is refused and named', async () => {
		const { refusal } = scene()
		expect(await refusal('settings.set', { scheme: 'pink' })).toMatchObject({
			code: 'invalid',
			message: expect.stringContaining('scheme'),
		})
	})

	test('the coder has a name', async () => {
		const { call } = scene()
		await call('settings.set', { coder: 'Ana Lee' })
		expect((await call('library.info', {})).coder.name).toBe('Ana Lee')
		await call('settings.set', { coder: 'Me' })
	})
}
