import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { AppOptions } from '../../main/app/options.ts'
import { openTestApp } from '../app/support/world.ts'
import type { ContractFixture } from './suite.ts'

/** An application in this process, as the suite needs it. */
export async function openFixture(startWorker: AppOptions['startWorker']): Promise<ContractFixture> {
	const { app, root, close } = await openTestApp({ startWorker })
	const folder = join(root, 'files')
	await mkdir(folder)
	return { bridge: app.bridge, issueToken: app.issueToken, folder, close }
}
