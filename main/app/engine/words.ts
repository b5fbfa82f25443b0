/** The words that steps of history are named with. */

const longest = 40

/** In quotation marks, on one line, cut at a word where it is long. */
export function quoted(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim()
	if (line.length <= longest) return `“${line}”`
	const cut = line.slice(0, longest)
	const space = cut.lastIndexOf(' ')
	return `“${cut.slice(0, space > longest / 2 ? space : longest).replace(/[\uD800-\uDBFF]$/, '')}…”`
}

/** The one by its name, or how many there are: `“Two days in Hanoi”`, `3 documents`. */
export function oneOrMany(names: readonly string[], plural: string): string {
	const [first, second] = names
	return first !== undefined && second === undefined ? quoted(first) : `${names.length} ${plural}`
}
