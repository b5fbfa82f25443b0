import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { UserError } from '../../../corpus/errors.ts'
import { startChildParser } from '../../../main/app/childparser.ts'
import { createApp } from '../../../main/app/createapp.ts'
import { serveEngine } from '../../../main/app/engineservice.ts'
import { portPair } from '../../../main/app/inprocess.ts'
import type { App, AppOptions, Host } from '../../../main/app/options.ts'
import { serveReader } from '../../../main/app/readerservice.ts'
import { startThread } from '../../../main/app/threads.ts'
import type { Reply } from '../../../preload/bridge.ts'

const main = join(import.meta.dirname, '../../../main')

/** Engine and reader as in the application: threads of their own. */
export const asThreads: AppOptions['startWorker'] = (role) =>
	startThread(new URL(`../../../main/${role}.ts`, import.meta.url))

/** Engine and reader in this thread. */
export const inThisThread: AppOptions['startWorker'] = (role) => {
	const [near, far] = portPair()
	if (role === 'engine') serveEngine(far, { clock: Date.now, newId: v7 })
	else serveReader(far)
	return near
}

/** As in this thread, but for the calls to which `instead` gives an answer, or which it breaks by throwing. */
export const inThisThreadBut =
	(instead: (method: string) => Reply | null): AppOptions['startWorker'] =>
	(role) => {
		const port = inThisThread(role)
		const listeners: ((message: unknown) => void)[] = []
		return {
			...port,
			post: (message, transfer) => {
				const { id, method } = message as { id: number; method: string }
				const reply = instead(method)
				if (reply === null) port.post(message, transfer)
				else for (const listener of listeners) listener({ kind: 'reply', id, reply })
			},
			onMessage: (listener) => {
				listeners.push(listener)
				port.onMessage(listener)
			},
		}
	}

const nobody = (): Promise<never> => Promise.reject(new UserError('unsupported', 'There is nobody to ask.'))

export const silentHost: Host = {
	chooseFiles: nobody,
	chooseFolder: nobody,
	choosePlace: nobody,
	openCopy: nobody,
	showFolder: nobody,
	openLink: nobody,
	openLibrary: nobody,
	offerDownload: null,
}

/** A program that runs on nothing worth telling, and was not updated. */
export const bareProgram: AppOptions['program'] = {
	parts: [],
	licencesFolder: null,
	takeUpdate: () => false,
}

/** An application on a folder of its own, with what it logged. */
export interface TestApp {
	readonly app: App
	/** The library's. */
	readonly folder: string
	/** Above the library's folder, for files of the test. */
	readonly root: string
	readonly logged: string[]
	/** Closes the application and removes the folders. */
	close(): Promise<void>
}

/** @param differing what the test wants otherwise */
export async function openTestApp(differing: Partial<AppOptions> = {}): Promise<TestApp> {
	const root = await mkdtemp(join(tmpdir(), 'commonplace-app-'))
	const folder = differing.folder ?? join(root, 'library')
	const logged: string[] = []
	const app = await createApp({
		folder,
		face: 'command-line',
		appVersion: '0.0.0',
		program: bareProgram,
		clock: Date.now,
		newId: v7,
		log: (level, message, details) => logged.push(`${level}: ${message} ${String(details ?? '')}`),
		host: silentHost,
		startWorker: inThisThread,
		startParser: () => startChildParser(join(main, 'parser.ts')),
		...differing,
	})
	return {
		app,
		folder,
		root,
		logged,
		close: async () => {
			await app.close()
			await rm(root, { recursive: true, force: true })
		},
	}
}
