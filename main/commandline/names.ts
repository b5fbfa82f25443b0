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

/**
 * Where the command's name stands: behind nothing but options, of which `--library` has a value that may look
 * like a name. The first other word decides: a file that is named as a command is (`search`) is meant by
 * `./search`. @returns -1 where there is none: for a window's library, files and links
 */
export function commandPlace(words: readonly string[]): number {
	let at = 0
	for (let word = words[0]; word !== undefined; word = words[at]) {
		if (firstWords.includes(word)) return at
		if (!word.startsWith('-')) return -1
		at += word === '--library' ? 2 : 1
	}
	return -1
}

/** Options of every command, which may stand before its name. */
const ours = /^--(json|library)(=|$)/

/**
 * The words of a command, from the program's command line without the program itself; null when it is none.
 * What stands before two dashes is for Chromium, and where there are none, every switch that is not of ours.
 * @param isOwn tells the path by which Electron was told its app: no word of the reader
 */
export function commandIn(
	words: readonly string[],
	isOwn: (word: string) => boolean,
): readonly string[] | null {
	const own = words.findIndex((word) => !word.startsWith('-'))
	const given = words.filter((word, at) => at !== own || !isOwn(word))
	const place = commandPlace(given)
	if (place === -1) return null
	const before = given.slice(0, place)
	const dashes = before.indexOf('--')
	const options = before.filter((word, at) =>
		dashes === -1 ? ours.test(word) || before[at - 1] === '--library' : at > dashes,
	)
	return [...options, ...given.slice(place)]
}
