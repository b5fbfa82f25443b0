import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { filesBelow } from '../sizes.ts'
import { launcher } from './launcher.ts'

/** Where the program is installed. */
export const program = { name: 'commonplace', folder: '/usr/lib/commonplace' } as const

interface About {
	readonly version: string
	readonly maintainer: string
	readonly date: Date
}

const own = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/**
 * Adds to the files of a package what joins the program to the system: the command, its manual, what
 * software centres show, copyright and changelog.
 * @param root the package's files as they will lie under `/`. Absolute.
 */
export function addIntegration(root: string, about: About): void {
	const fill = (text: string): string =>
		text.replaceAll('@VERSION@', about.version).replaceAll('@DATE@', about.date.toISOString().slice(0, 10))
	const write = (path: string, content: string | Uint8Array, mode = 0o644): void => {
		const file = join(root, path)
		mkdirSync(dirname(file), { recursive: true })
		rmSync(file, { force: true })
		writeFileSync(file, content)
		chmodSync(file, mode)
	}
	// Libraries are loaded, never started.
	for (const path of filesBelow(join(root, program.folder)))
		if (/\.so(\.\d+)?$|\.node$/.test(path)) chmodSync(path, 0o644)
	const documents = `usr/share/doc/${program.name}`
	write(`usr/bin/${program.name}`, launcher(`${program.folder}/${program.name}`), 0o755)
	write(`usr/share/man/man1/${program.name}.1.gz`, packed(fill(own('commonplace.1'))))
	const metainfo = 'app.commonplace.Commonplace.metainfo.xml'
	write(`usr/share/metainfo/${metainfo}`, fill(own(metainfo)))
	const licence = readFileSync(join(root, documents, 'copyright'), 'utf8')
	write(
		`${documents}/copyright`,
		own('copyright').replace('@LICENCE@', () => paragraph(licence)),
	)
	write(`${documents}/changelog.gz`, packed(changelog(about)))
}

/** The same bytes give the same bytes: no time, no name. */
const packed = (text: string): Uint8Array => gzipSync(text, { level: 9 })

/** A text as a field of Debian's files holds it: each line indented, an empty one with a dot. */
const paragraph = (text: string): string =>
	text
		.trim()
		.split('\n')
		.map((line) => ` ${line.trim() || '.'}`)
		.join('\n')

/** What changed is told in the program: Debian asks for a file that knows the version and its day. */
function changelog({ version, maintainer, date }: About): string {
	const [day = '', number, month, year] = date.toUTCString().split(' ')
	return [
		`${program.name} (${version.replace('-', '~')}) stable; urgency=medium`,
		'',
		'  * What is new is shown in the program, under Help.',
		'',
		` -- ${maintainer}  ${day} ${number} ${month} ${year} ${date.toISOString().slice(11, 19)} +0000`,
		'',
	].join('\n')
}

/**
 * Lets every user read what is packed, whatever the maker's umask; what its owner may run, all may. A set-user-ID
 * bit stays. @param root as above
 */
export function openToAll(root: string): void {
	for (const path of [root, ...entriesBelow(root)]) {
		const found = lstatSync(path)
		if (found.isSymbolicLink()) continue
		const special = found.mode & 0o7000
		chmodSync(path, special | (found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644))
	}
}

/** Adds the sums by which `dpkg --verify` finds files that were changed. @param root as above */
export function sealWithSums(root: string): void {
	const lines = filesBelow(root)
		.filter((path) => !path.startsWith(join(root, 'DEBIAN')) && lstatSync(path).isFile())
		.map((path) => `${createHash('md5').update(readFileSync(path)).digest('hex')}  ${relative(root, path)}`)
	const file = join(root, 'DEBIAN', 'md5sums')
	writeFileSync(file, `${lines.toSorted().join('\n')}\n`)
	chmodSync(file, 0o644)
}

const entriesBelow = (folder: string): readonly string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
