import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../support/desktop.ts'
import { expect, test } from './support/fixtures.ts'

/** Runs the built program as `npx` does: as an executable file of its own. */
const commonplace = (home: string, ...words: string[]) =>
	new Promise<{ readonly code: number; readonly out: string; readonly complaints: string }>((resolve) => {
		execFile(
			join(root, 'out/main/cli.js'),
			words,
			// The test runner's wish for colours, beside a wish for none, makes Node complain.
			{ env: { ...process.env, FORCE_COLOR: undefined, COMMONPLACE_HOME: home } },
			(error, out, complaints) => resolve({ code: Number(error?.code ?? 0), out, complaints }),
		)
	})

test('what is done in a terminal is seen in the page', async ({ openApp, folder }) => {
	const home = join(folder, 'home')
	const library = join(folder, 'library')
	writeFileSync(join(folder, 'lamp.md'), '# A lamp\n\nIt was lit at dusk.\n')
	const imported = await commonplace(home, 'import', join(folder, 'lamp.md'), '--library', library)
	expect(imported).toMatchObject({ code: 0, complaints: '' })
	const [, id = ''] = /^added (\S+)\t.+\n$/.exec(imported.out) ?? []
	const marked = await commonplace(
		home,
		...['highlight', id, '--quote', 'lit at dusk', '--theme', 'light/evening', '--library', library],
	)
	expect(marked).toMatchObject({ code: 0, complaints: '' })

	const app = await openApp(library)
	await expect(app.page.getByText('A lamp').first()).toBeVisible()
	await expect(app.page.getByText('evening').first()).toBeVisible()

	const second = await commonplace(home, 'documents', '--library', library)
	expect(second).toMatchObject({ code: 1, out: '' })
	expect(second.complaints).toContain('open')
})
