import type { Verb } from './verb.ts'

/** What help says of a command. */
export type Described = Pick<Verb, 'form' | 'about'>

const common = [
	'  --library DIR  the folder of the library; else the one in COMMONPLACE_LIBRARY, or that was open last',
	'  --json         one JSON value in place of lines',
	'  --help         tells of the command and does nothing',
]

/** All commands. */
export const help = (verbs: Readonly<Record<string, Described>>): string =>
	[
		'commonplace [FILE | FOLDER | LINK]… [--library DIR]',
		'      Opens the window of the installed program: files and folders are added, a single file is opened,',
		'      and links (commonplace://…) lead to a document, highlight, theme or note.',
		'',
		'commonplace COMMAND … [--library DIR] [--json]',
		'      Runs without a window. A file that is named as a command is: ./search',
		'',
		...Object.entries(verbs).flatMap(described),
		'  commonplace help [COMMAND]',
		'      Tells of all commands, or of one.',
		'  commonplace --version',
		'',
		...common,
		'',
		'Ends with 0 when it is done, 1 when it is not, or not all of it, 2 when the command was not understood.',
	].join('\n')

export const helpOn = (name: string, verb: Described): string =>
	[...described([name, verb]), '', ...common].join('\n')

const described = ([name, { form, about }]: readonly [string, Described]): readonly string[] => [
	`  commonplace ${name} ${form}`.trimEnd(),
	`      ${about}`,
]
