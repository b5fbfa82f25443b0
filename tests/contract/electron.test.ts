import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import type { FileToken } from '../../corpus/ids.ts'
import { desktopProblem, launchDesktop, stageDesktop } from '../support/desktop.ts'
import { pageBridge } from './pagebridge.ts'
import { contractSuite } from './suite.ts'

const problem = desktopProblem()

if (problem === null) contractSuite('Electron IPC', open)
else describe('the contract, Electron IPC', () => test.skip(problem, () => {}))

/** The built app. Files are named as a reader does it: through the system's dialog, whose answer is given. */
async function open() {
	stageDesktop()
	const root = await mkdtemp(join(tmpdir(), 'commonplace-electron-'))
	const folder = join(root, 'files')
	await mkdir(folder)
	const app = await launchDesktop({ library: join(root, 'library'), home: join(root, 'home') })
	const page = await app.firstWindow()
	const bridge = await pageBridge(page, 'commonplace')

	async function issueToken(path: string): Promise<FileToken> {
		await app.evaluate(
			({ dialog }, filePaths) => {
				dialog.showOpenDialog = async () => ({ canceled: false, filePaths })
			},
			[path],
		)
		const kind = (await stat(path)).isDirectory() ? 'folder' : 'documents'
		const reply = await bridge.call('files.choose', { kind })
		const [token] = reply.ok ? (reply.value as readonly FileToken[]) : []
		if (token === undefined) throw new Error(`No token: ${JSON.stringify(reply)}`)
		return token
	}

	return {
		bridge,
		issueToken,
		folder,
		async close() {
			await app.close()
			await rm(root, { recursive: true, force: true })
		},
	}
}
