import { join } from 'node:path'
import { app } from 'electron'
import { createApp } from '../app/createapp.ts'
import { surroundings, userFolder } from '../system/folders.ts'
import { fileLog } from '../system/log.ts'
import { world } from '../system/world.ts'
import { Desktop } from './desktop.ts'
import { registerScheme } from './scheme.ts'
import { utilityParser } from './utilityparser.ts'

/**
 * Starts the desktop app. Returns at once: Electron is ready only after its entry was read.
 * @param out where the built entries lie; page and preload script lie beside it. Absolute.
 */
export function startDesktop(out: string): void {
	const around = surroundings()
	const own = userFolder(around)
	app.setName('Commonplace')
	app.setPath('userData', own)
	// What Chromium writes for itself: nothing of a library, and nothing that anybody needs.
	app.setPath('sessionData', join(own, 'chromium'))
	registerScheme()
	// Chromium has wishes of its own, such as dictionaries for spelling, for which it asks before a session
	// can be told to have none: no name leads anywhere, and no address.
	app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
	// On Linux the desktop entry of the package says it; from a checkout nothing of the system is changed.
	if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient('commonplace')
	const log = fileLog(join(own, 'logs', 'commonplace.log'), Date.now)
	new Desktop({
		around,
		userFolder: own,
		pageFolder: join(out, '../renderer'),
		preload: join(out, '../preload/index.cjs'),
		icon: join(out, 'icon.png'),
		log,
		openApp: (folder, host) =>
			createApp({
				...world(out),
				folder,
				face: 'desktop',
				host,
				log,
				startParser: () => utilityParser(join(out, 'parser.js')),
			}),
	}).start()
}
