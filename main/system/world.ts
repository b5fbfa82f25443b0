import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { v7 } from 'uuid'
import * as v from 'valibot'
import type { AppOptions } from '../app/options.ts'
import { startThread } from '../app/threads.ts'
import { surroundings, userFolder } from './folders.ts'
import { programOf } from './program.ts'

/** What the program calls itself: a package may say another version than the checkout that it was built in. */
function versionOf(out: string): string {
	const manifest: unknown = JSON.parse(readFileSync(join(out, '../../package.json'), 'utf8'))
	return v.parse(v.object({ version: v.string() }), manifest).version
}

/**
 * What every face gives to the application in the same way.
 * @param out where the built entries lie, in the second folder below the package's own. Absolute.
 */
export function world(
	out: string,
): Pick<AppOptions, 'appVersion' | 'program' | 'clock' | 'newId' | 'startWorker'> {
	const version = versionOf(out)
	return {
		appVersion: version,
		program: programOf(process, version, join(userFolder(surroundings()), 'memory.json')),
		clock: Date.now,
		newId: v7,
		startWorker: (role) => startThread(pathToFileURL(join(out, `${role}.js`))),
	}
}
