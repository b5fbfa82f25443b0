import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArguments, chromiumPath } from './tests/support/chromium.ts'

/** Unless told, one core is left idle: of two, that is half of them. */
const onAllCores = { maxWorkers: '100%' }

/** Milliseconds. What must come comes much earlier, except on a machine that is busy with other things. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 15_000 } } }

export default defineConfig(async () => ({
	test: {
		projects: [
			{
				test: {
					name: 'node',
					...onAllCores,
					// No module here has state that changes: what one file has loaded serves the next.
					isolate: false,
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/renderer/**', 'tests/journeys/**'],
					...patience,
				},
			},
			{
				// Found by the way, they would be bundled by the way, and the page be loaded anew in mid-test.
				optimizeDeps: {
					include: [
						'axe-core',
						'fast-check',
						'hast-util-to-html',
						'lit',
						'lit/decorators.js',
						'lit/directives/guard.js',
						'lit/directives/keyed.js',
						'lit/directives/live.js',
						'lit/directives/repeat.js',
						'lit/directives/style-map.js',
						'parse5',
						'pdfjs-dist/legacy/build/pdf.mjs',
						'property-information',
						'remark-frontmatter',
						'remark-gfm',
						'remark-parse',
						'remark-rehype',
						'unified',
						'unist-util-visit',
						'uuid',
						'valibot',
						'yaml',
					],
				},
				test: {
					name: 'page',
					...onAllCores,
					// After the other project: both at once would have two for each core.
					sequence: { groupOrder: 1 },
					include: ['tests/renderer/**/*.test.ts'],
					...patience,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						// Importers run in Node: their texts come to the page by asking for them.
						commands: {
							importedTexts: async () => (await import('./tests/support/importedtexts.ts')).importedTexts(),
						},
						provider: playwright({
							launchOptions: { executablePath: await chromiumPath(), args: [...chromiumArguments] },
						}),
						instances: [{ browser: 'chromium' as const }],
					},
				},
			},
		],
	},
}))
