import { defineConfig } from '@playwright/test'
import type { FaceOption } from '../journeys/support/fixtures.ts'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'

/** Journeys that the installed program goes as well, beside the specs of this folder. */
const journeys = [
	'firstrun',
	'marking',
	'notes',
	'searching',
	'importing',
	'pages',
	'exporting.desktop',
	'confinement.desktop',
].map((name) => `${name}.spec.ts`)

/** Of these journeys what says nothing more about a program that is installed. */
const leftOut = [
	/a passage of a theme/,
	/given other ends/,
	/is on the pages, with its card/,
	/pages are gone to by/,
	/words are found on the pages/,
	/a page without text/,
	/pages of a locked file/,
	/of a thousand pages/,
	/the palette runs commands/,
]

/** The installed program, tried from outside. As root, on Debian or Ubuntu, on a display; see README.md. */
export default defineConfig<FaceOption>({
	outputDir: '../../test-results/installed',
	globalSetup: './support/setup.ts',
	// One machine, one display, one package.
	workers: 1,
	timeout: 240_000,
	expect: { timeout: 30_000 },
	forbidOnly: Boolean(process.env['CI']),
	reporter: [['list']],
	use: {
		viewport: { width: 1366, height: 768 },
		// Journeys begin with a browser for their other face.
		launchOptions: { executablePath: await chromiumPath(), args: [...chromiumArguments] },
		trace: 'retain-on-failure',
	},
	projects: [
		{ name: 'installed', testDir: '.', testMatch: '*.spec.ts' },
		{
			name: 'journeys',
			testDir: '../journeys',
			testMatch: journeys,
			grepInvert: leftOut,
			use: { face: 'installed' },
		},
	],
})
