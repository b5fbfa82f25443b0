import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { serve } from '../../main/web/server.ts'
import { asThreads, openTestApp } from '../app/support/world.ts'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'
import { pageBridge } from './pagebridge.ts'
import { contractSuite } from './suite.ts'

contractSuite('a page in Chromium', async () => {
	const test = await openTestApp({ startWorker: asThreads, face: 'browser' })
	const pageFolder = join(test.root, 'page')
	await build({
		configFile: false,
		logLevel: 'error',
		root: join(import.meta.dirname, 'page'),
		base: './',
		build: { outDir: pageFolder, modulePreload: false },
	})
	const face = await serve({ port: 0, pageFolder, openApp: async () => test.app, log: () => {} })
	const folder = join(test.root, 'files')
	await mkdir(folder)
	const browser = await chromium.launch({
		executablePath: await chromiumPath(),
		args: [...chromiumArguments],
	})
	const page = await browser.newPage()
	await page.goto(face.url)
	return {
		bridge: await pageBridge(page, 'contract.bridge'),
		issueToken: test.app.issueToken,
		folder,
		async close() {
			await browser.close()
			await face.close()
			await test.close()
		},
	}
})
