import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { v7 } from 'uuid'
import manifest from '../../package.json' with { type: 'json' }
import type { AppOptions } from '../app/options.ts'
import { startThread } from '../app/threads.ts'
import { surroundings, userFolder } from './folders.ts'
import { programOf } from './program.ts'

/**
 * What every face gives to the application in the same way.
 * @param out where the built entries lie. Absolute.
 */
export const world = (
	out: string,
): Pick<AppOptions, 'appVersion' | 'program' | 'clock' | 'newId' | 'startWorker'> => ({
	appVersion: manifest.version,
	program: programOf(process, manifest.version, join(userFolder(surroundings()), 'memory.json')),
	clock: Date.now,
	newId: v7,
	startWorker: (role) => startThread(pathToFileURL(join(out, `${role}.js`))),
})
