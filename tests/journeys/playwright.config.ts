import { defineConfig } from '@playwright/test'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'
import { desktopProblem } from '../support/desktop.ts'
import type { FaceOption } from './support/fixtures.ts'

const problem = desktopProblem()
if (problem !== null) {
	const line = '='.repeat(problem.length + 4)
	process.stderr.write(`${line}\n  The journeys in Electron are SKIPPED.\n  ${problem}\n${line}\n`)
}

/** The same journeys in both faces of the built app. Build first. */
export default defineConfig<FaceOption>({
	testDir: '.',
	testMatch: '*.spec.ts',
	outputDir: '../../test-results',
	globalSetup: './support/setup.ts',
	// One for each face: two windows of the desktop would take the focus from each other.
	workers: 2,
	timeout: 90_000,
	expect: { timeout: 15_000 },
	forbidOnly: Boolean(process.env['CI']),
	reporter: [['list']],
	use: {
		viewport: { width: 1366, height: 768 },
		launchOptions: { executablePath: await chromiumPath(), args: [...chromiumArguments] },
		trace: 'retain-on-failure',
	},
	projects: [
		{ name: 'chromium', testIgnore: '*.desktop.spec.ts', use: { face: 'browser' }, workers: 1 },
		{ name: 'electron', testIgnore: '*.browser.spec.ts', use: { face: 'desktop' }, workers: 1 },
	],
})
