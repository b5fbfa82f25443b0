import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumArguments, chromiumPath } from './tests/support/chromium.ts'

export default defineConfig(async () => ({
	test: {
		projects: [
			{
				test: {
					name: 'node',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/renderer/**', 'tests/journeys/**'],
					testTimeout: 30_000,
				},
			},
			{
				// Found by the way, they would be bundled by the way, and the page be loaded anew in mid-test.
				optimizeDeps: {
					include: [
						'axe-core',
						'fast-check',
						'lit',
						'lit/decorators.js',
						'lit/directives/keyed.js',
						'lit/directives/live.js',
						'lit/directives/repeat.js',
						'lit/directives/style-map.js',
						'remark-gfm',
						'remark-parse',
						'unified',
						'uuid',
						'valibot',
					],
				},
				test: {
					name: 'page',
					include: ['tests/renderer/**/*.test.ts'],
					testTimeout: 30_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
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
