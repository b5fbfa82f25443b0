import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pack } from '../../main/shell/handover.ts'
import { nothing } from '../../main/shell/invocation.ts'
import { temporaryFolder } from '../store/world.ts'
import { desktopProblem, launchDesktop, stageDesktop } from '../support/desktop.ts'

const problem = desktopProblem()

describe('the desktop', () => {
	test.skipIf(problem !== null)(
		'opens a library once, however impatiently it is asked',
		async () => {
			stageDesktop()
			const folder = temporaryFolder()
			const home = join(folder, 'home')
			mkdirSync(join(folder, 'second'))
			const app = await launchDesktop({ library: join(folder, 'first'), home })
			onTestFinished(() => app.close())
			await app.firstWindow()
			const asked = await app.evaluateHandle(({ dialog }) => {
				const messages: string[] = []
				dialog.showMessageBox = async (...parts: readonly unknown[]) => {
					messages.push(JSON.stringify(parts.at(-1)))
					return { response: 1, checkboxChecked: false }
				}
				return messages
			})
			const second = app.waitForEvent('window')
			// As when the app is started three times before its window is there.
			await app.evaluate(
				({ app: desktop }, handover) => {
					for (const _ of [1, 2, 3]) desktop.emit('second-instance', {}, [], '', handover)
				},
				pack([], { ...nothing, library: join(folder, 'second') }),
			)
			await (await second).getByRole('button', { name: /sample library/i }).waitFor()
			expect(app.windows()).toHaveLength(2)
			expect(await asked.jsonValue()).toEqual([])
		},
		60_000,
	)
})
