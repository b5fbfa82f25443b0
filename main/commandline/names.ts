/** The commands. Apart from the commands themselves, since the desktop asks for every start whether it is one. */
export const verbNames = [
	'import',
	'documents',
	'text',
	'undo',
	'redo',
	'history',
	'table',
	'themes',
	'highlights',
	'highlight',
	'search',
	'export',
] as const

export type VerbName = (typeof verbNames)[number]

/** What a command line for a terminal begins with. */
export const firstWords: readonly string[] = [...verbNames, 'serve', 'help', '--help', '--version']

/** A switch of the window's own, whose value may look like a command. */
const ours = /^--library(=|$)/

/**
 * The words of a command, from the program's command line without the program itself; null when it is none,
 * but names a window's library, files or links. The first word decides: a file that is named as a command is
 * (`search`) is meant by `./search`. Switches before it are for Electron.
 * @param isOwn tells the path by which Electron was told its app: no word of the reader
 */
export function commandIn(
	words: readonly string[],
	isOwn: (word: string) => boolean,
): readonly string[] | null {
	const first = words.findIndex(
		(word) => !isOwn(word) && (!word.startsWith('-') || ours.test(word) || firstWords.includes(word)),
	)
	return firstWords.includes(words[first] ?? '') ? words.slice(first) : null
}
