import { existsSync } from 'node:fs'
import { UserError } from '../../corpus/errors.ts'
import { holdsLibrary } from '../app/existinglibrary.ts'
import { libraryFolder } from '../system/folders.ts'
import { givenIn, wordsAmong } from './given.ts'
import { type Described, help, helpOn } from './help.ts'
import { commandPlace, type VerbName } from './names.ts'
import { serveHelp, serveUntilStopped } from './serve.ts'
import { session, terminalHost } from './session.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { flag, type OptionForm, text, type Verb } from './verb.ts'
import { exportVerbs } from './verbs/export.ts'
import { findingVerbs } from './verbs/finding.ts'
import { libraryVerbs } from './verbs/library.ts'
import { passageVerbs } from './verbs/passages.ts'
import { tableVerbs } from './verbs/tables.ts'

const named: Readonly<Record<VerbName, Verb>> = {
	...libraryVerbs,
	...tableVerbs,
	...passageVerbs,
	...findingVerbs,
	...exportVerbs,
}
const verbs: Readonly<Record<string, Verb>> = named
const described: Readonly<Record<string, Described>> = { ...named, serve: serveHelp }

const common: Readonly<Record<string, OptionForm>> = {
	library: { ...text, needs: 'a folder' },
	json: flag,
	help: flag,
}
const serveOptions: Readonly<Record<string, OptionForm>> = {
	...common,
	port: { ...text, needs: 'a number' },
	'no-open': flag,
}

/**
 * Runs one command. Results go to `print`, everything else to `complain`.
 * @param words what stands after the program's name
 * @returns the exit code: 0 done, 1 not done or not all of it, as the lines explain, 2 not understood
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
	const place = commandPlace(words)
	const name = words[place] ?? wordsAmong(words, common)[0]
	try {
		return await command(
			name,
			words.filter((_, at) => at !== place),
			terminal,
		)
	} catch (error) {
		if (error instanceof UsageError) {
			const about = name !== undefined && Object.hasOwn(described, name) ? `${name} ` : ''
			terminal.complain(`${error.message} commonplace ${about}--help says ${error.more}.`)
			return 2
		}
		if (!(error instanceof UserError)) terminal.log('error', 'The command failed.', error)
		terminal.complain(error instanceof Error ? error.message : String(error))
		return 1
	}
}

async function command(
	name: string | undefined,
	rest: readonly string[],
	terminal: Terminal,
): Promise<0 | 1 | 2> {
	if (name === '--help' || name === 'help') {
		const [about] = wordsAmong(rest, common)
		terminal.print(about === undefined ? help(described) : helpOn(about, commandNamed(about)))
		return 0
	}
	if (name === '--version') {
		terminal.print(`commonplace ${terminal.version}`)
		return 0
	}
	if (name === undefined) throw new UsageError('A command is missing.', 'which there are')
	const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
	const about = commandNamed(name)

	const given = givenIn(rest, verb ? { ...common, ...verb.options } : serveOptions, terminal.folder)
	if (given.flag('help')) {
		terminal.print(helpOn(name, about))
		return 0
	}
	const folder = libraryFolder(
		given.text('library') && given.path(given.text('library') ?? ''),
		terminal.lastLibrary,
		terminal.around,
	)
	const json = given.flag('json')
	const { least, most } = verb?.words ?? { least: 0, most: 0 }
	if (given.words.length < least || given.words.length > most)
		throw new UsageError(`It is written: ${`commonplace ${name} ${about.form}`.trimEnd()}.`, 'more')
	if (verb === undefined) {
		await serveUntilStopped(terminal, folder, {
			port: given.text('port'),
			open: !given.flag('no-open'),
			json,
		})
		return 0
	}
	if (!holdsLibrary(folder)) {
		if (!verb.founds) throw noLibrary(folder)
		if (!given.words.some((word) => existsSync(given.path(word)))) throw nothingToAdd(given.words)
	}
	const app = await terminal.openApp(folder, 'command-line', terminalHost)
	try {
		const result = await verb.run(session(app), given)
		if (json) terminal.print(JSON.stringify(result.json, null, 2))
		else for (const line of result.lines) terminal.print(line)
		for (const line of result.remarks ?? []) terminal.complain(line)
		return result.failed ? 1 : 0
	} finally {
		await app.close()
	}
}

/** @throws {UsageError} where there is none of this name */
function commandNamed(name: string): Described {
	const found = Object.hasOwn(described, name) ? described[name] : undefined
	if (found === undefined) throw new UsageError(`There is no command “${name}”.`, 'which there are')
	return found
}

/** A mistyped folder would look like a library that lost everything. */
const noLibrary = (folder: string) =>
	new UserError(
		'not-found',
		`There is no library at ${folder}. Nothing was made. Say where it is with --library DIR; to make a new one there, import into it: commonplace import PATH… --library DIR`,
	)

/** A new library for nothing would be found later, and wondered at. */
const nothingToAdd = (words: readonly string[]) =>
	new UserError(
		'not-found',
		`There is nothing to read at ${words.map((word) => `“${word}”`).join(', ')}. Nothing was added, and no library was made; look for a slip in the path.`,
	)
