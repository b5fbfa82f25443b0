import { defineConfig } from '@playwright/test'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'
import { desktopProblem } from '../support/desktop.ts'
import type { FaceOption } from './support/fixtures.ts'

const problem = desktopProblem()
if (problem !== null) {
	const line = '='.repeat(problem.length + 4)
	process.stderr.write(`${line}\n  The journeys in Electron are SKIPPED.\n  ${problem}\n${line}\n`)
}

// Playwright gives its workers FORCE_COLOR; with NO_COLOR beside it every process of Node would complain.
if (process.env['NO_COLOR']) {
	delete process.env['NO_COLOR']
	process.env['FORCE_COLOR'] = '0'
}

/** The same journeys in both faces of the built app. Build first. */
export default defineConfig<FaceOption>({
	testDir: '.',
	testMatch: '*.spec.ts',
	outputDir: '../../test-results',
	globalSetup: './support/setup.ts',
	workers: 2,
	// As long as machines that are busy with other things may take.
	timeout: 240_000,
	expect: { timeout: 30_000 },
	forbidOnly: Boolean(process.env['CI']),
	reporter: [['list']],
	use: {
		viewport: { width: 1366, height: 768 },
		launchOptions: { executablePath: await chromiumPath(), args: [...chromiumArguments] },
	},
	// In this order: one worker has the desktop, the other the browser, and who is done first helps with the browser.
	projects: [
		// One at a time: two windows of the desktop would take the focus from each other.
		{ name: 'electron', testIgnore: '*.browser.spec.ts', use: { face: 'desktop' }, workers: 1 },
		{ name: 'chromium', testIgnore: '*.desktop.spec.ts', use: { face: 'browser' } },
	],
})
