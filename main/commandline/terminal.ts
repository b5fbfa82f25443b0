import type { App, Host, Log } from '../app/options.ts'
import type { Surroundings } from '../system/folders.ts'

/** What the command line is started with: everything that varies. */
export interface Terminal {
	readonly around: Surroundings
	/** Of the program. */
	readonly version: string
	/** Relative paths start here. Absolute. */
	readonly folder: string
	/** Folder of the library that was opened last; null when none was. */
	readonly lastLibrary: string | null
	/** Writes a line of the result. */
	readonly print: (line: string) => void
	/** Writes a line about what went wrong. */
	readonly complain: (line: string) => void
	readonly openApp: (folder: string, face: 'browser' | 'command-line', host: Host) => Promise<App>
	readonly log: Log
	/** Where the built page lies. Absolute. */
	readonly pageFolder: string
	/** Shows an address in the system's browser. */
	readonly openBrowser: (url: string) => void
	/** Settles when the user asks the program to stop. */
	readonly stopped: () => Promise<void>
}

/** A command that cannot be understood. */
export class UsageError extends Error {
	/** What `--help` says about it. */
	readonly more: string

	/** @param message what is wrong, as a full sentence */
	constructor(message: string, more = 'how it is written') {
		super(message)
		this.more = more
	}
}
