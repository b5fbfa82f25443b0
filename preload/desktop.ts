import type { FileToken } from '../corpus/ids.ts'
import type { Bridge } from './bridge.ts'

/** The name under which the preload script puts `Desktop` on the page's window. */
export const desktopName = 'commonplace'

/**
 * What the page of the desktop window is given, and all that it is given. `PageFile` is the DOM's File:
 * this layer also serves sides that have no DOM.
 */
export interface Desktop<PageFile = unknown> extends Bridge {
	/** Makes a file or folder that was dropped on the page known; null when no path stands behind it. */
	tokenFor(file: PageFile): Promise<FileToken | null>
}

/** Names of the messages between the preload script and the main process. */
export const channels = {
	call: 'commonplace:call',
	change: 'commonplace:change',
	file: 'commonplace:file',
} as const
