import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UserError } from '../../corpus/errors.ts'
import { holdsLibrary } from '../app/existinglibrary.ts'
import { libraryFolder } from '../system/folders.ts'
import { commandPlace, type VerbName } from './names.ts'
import { serveForm, serveUntilStopped } from './serve.ts'
import { session, terminalHost } from './session.ts'
import { type Terminal, UsageError } from './terminal.ts'
import { flag, type Given, type OptionForm, text, type Verb } from './verb.ts'
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

const common: Readonly<Record<string, OptionForm>> = { library: text, json: flag, help: flag }
const serveOptions: Readonly<Record<string, OptionForm>> = { ...common, port: text, 'no-open': flag }

/**
 * Runs one command. Results go to `print`, everything else to `complain`.
 * @param words what stands after the program's name
 * @returns the exit code: 0 done, 1 not done or not all of it, as the lines explain, 2 not understood
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
	try {
		return await command(words, terminal)
	} catch (error) {
		if (error instanceof UsageError) {
			terminal.complain(`${error.message} (commonplace --help)`)
			return 2
		}
		if (!(error instanceof UserError)) terminal.log('error', 'The command failed.', error)
		terminal.complain(error instanceof Error ? error.message : String(error))
		return 1
	}
}

async function command(words: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
	const place = commandPlace(words)
	const name = words[place] ?? words.find((word) => !word.startsWith('-'))
	const rest = words.filter((_, at) => at !== place)
	if (name === '--help' || name === 'help') {
		terminal.print(help)
		return 0
	}
	if (name === '--version') {
		terminal.print(`commonplace ${terminal.version}`)
		return 0
	}
	if (name === undefined) throw new UsageError(`A command is missing.\n${help}\n`)
	const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
	if (verb === undefined && name !== 'serve') throw new UsageError(`There is no command “${name}”.`)

	const given = read(rest, verb ? { ...common, ...verb.options } : serveOptions, terminal.folder)
	if (given.flag('help')) {
		terminal.print(help)
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
		throw new UsageError(`It is written: commonplace ${name} ${verb?.form ?? serveForm}`)
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
		return result.failed ? 1 : 0
	} finally {
		await app.close()
	}
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

function read(args: readonly string[], options: Readonly<Record<string, OptionForm>>, folder: string): Given {
	const { values, positionals } = parsed(args, options)
	const texts = (option: string): readonly string[] =>
		[values[option] ?? []].flat().filter((value) => typeof value === 'string')
	const given: Given = {
		words: positionals,
		texts,
		text: (option) => texts(option).at(-1),
		choice(option, choices) {
			const value = given.text(option)
			const found = choices.find((choice) => choice === value)
			if (value !== undefined && found === undefined)
				throw new UsageError(`--${option} is one of ${choices.join(', ')}.`)
			return found
		},
		flag: (option) => values[option] === true,
		path: (word) => resolve(folder, word),
	}
	return given
}

function parsed(args: readonly string[], options: Readonly<Record<string, OptionForm>>) {
	try {
		return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error))
	}
}

const help = [
	'commonplace COMMAND … [--library DIR] [--json]',
	'',
	...Object.entries(verbs).flatMap(([name, { form, about }]) => [
		`  commonplace ${name} ${form}`.trimEnd(),
		`      ${about}`,
	]),
	`  commonplace serve ${serveForm}`,
	'      Serves the app for a browser on this machine.',
	'  commonplace --version',
].join('\n')
