import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { formatLink, parseLink } from '../../corpus/links.ts'
import { type Invocation, nothing } from './invocation.ts'

/**
 * An invocation on its way from one start of the app to the one that runs: as letters that every character
 * set has, since Electron garbles others on that way and then hands over nothing at all; or in a file.
 */
export type Handover = { readonly asked: string } | { readonly kept: string }

/** Bytes of a command line. Chromium kills the app that runs when it is handed more than twice as much. */
const most = 16_000

export const isTooLong = (words: readonly string[]): boolean =>
	words.reduce((sum, word) => sum + Buffer.byteLength(word) + 1, 0) > most

/** The switch that names the file of an invocation that is too long for a command line. */
const keptSwitch = '--asked-in='
const keptName = 'asked.json'
const folderName = 'commonplace-asked-'

/**
 * Writes what a long command line asks for into a file.
 * @param temporary the system's folder for such things. Absolute.
 * @returns the switch that stands for it
 */
export function keep(invocation: Invocation, temporary: string): string {
	const kept = join(mkdtempSync(join(temporary, folderName)), keptName)
	writeFileSync(kept, JSON.stringify(invocation), { mode: 0o600 })
	return `${keptSwitch}${kept}`
}

export function pack(words: readonly string[], invocation: Invocation): Handover {
	const kept = words.find((word) => word.startsWith(keptSwitch))?.slice(keptSwitch.length)
	return kept === undefined ? { asked: Buffer.from(JSON.stringify(invocation)).toString('base64') } : { kept }
}

/** The inverse of `pack`, once for each file; a foreign shape asks for nothing. @param temporary as in `keep` */
export function unpack(data: unknown, temporary: string): Invocation {
	if (typeof data !== 'object' || data === null) return nothing
	if ('asked' in data && typeof data.asked === 'string')
		return read(() => Buffer.from(String(data.asked), 'base64').toString())
	if (!('kept' in data) || typeof data.kept !== 'string') return nothing
	const folder = dirname(data.kept)
	// Only what `keep` wrote is read and removed.
	if (folder !== join(temporary, basename(folder)) || !basename(folder).startsWith(folderName)) return nothing
	const asked = read(() => readFileSync(join(folder, keptName), 'utf8'))
	rmSync(folder, { recursive: true, force: true })
	return asked
}

function read(text: () => string): Invocation {
	try {
		return checked(JSON.parse(text()))
	} catch {
		return nothing
	}
}

/** After an upgrade another version may be asking. @throws Error where something has another shape */
function checked({ library, link, files, lost }: Invocation): Invocation {
	if ((library !== null && typeof library !== 'string') || !areTexts(files) || !areTexts(lost))
		throw new Error('Another shape')
	return { library, link: link && parseLink(formatLink(link)), files, lost }
}

const areTexts = (value: unknown): value is readonly string[] =>
	Array.isArray(value) && value.every((item) => typeof item === 'string')
