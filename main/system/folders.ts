import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { UserError } from '../../corpus/errors.ts'
import { holdsLibrary } from '../app/existinglibrary.ts'

export interface Surroundings {
	readonly env: Readonly<Record<string, string | undefined>>
	readonly platform: NodeJS.Platform
	readonly home: string
}

export const surroundings = (): Surroundings => ({
	env: process.env,
	platform: process.platform,
	home: homedir(),
})

/** Where Commonplace keeps what belongs to a user of this machine, in the way of its system. Absolute. */
export function userFolder({ env, platform, home }: Surroundings): string {
	if (env['COMMONPLACE_HOME']) return resolve(env['COMMONPLACE_HOME'])
	if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Commonplace')
	if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Commonplace')
	return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'commonplace')
}

/** For what can be made anew at any time. Absolute. */
export function cacheFolder({ env, platform, home }: Surroundings): string {
	if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Commonplace')
	if (platform === 'win32')
		return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Commonplace', 'Cache')
	return join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'commonplace')
}

/**
 * The library to open: told on the command line, told by the surroundings, else the usual one. Absolute.
 * @throws UserError as `usualLibrary`
 */
export function libraryFolder(told: string | undefined, last: string | null, around: Surroundings): string {
	const chosen = told || around.env['COMMONPLACE_LIBRARY']
	return chosen ? resolve(chosen) : usualLibrary(last, around)
}

/** The library of whoever chose no other. Absolute. */
export const ownLibrary = (around: Surroundings): string => join(userFolder(around), 'library')

/**
 * The library to open when none is told: the last one opened, else the one in the user's folder. Absolute.
 * @throws UserError `not-found` when the last one is not where it was: a new library in the place of one
 * whose drive is missing would look like a loss
 */
export function usualLibrary(last: string | null, around: Surroundings): string {
	if (last === null) return ownLibrary(around)
	// An empty folder may be all that is there of a drive that is missing.
	if (!holdsLibrary(last))
		throw new UserError(
			'not-found',
			`The library that was open last is not at ${last} any more. It may lie on a drive that is not there. Nothing was changed; open it where it is, or another.`,
		)
	return last
}
