/** How two lines of a paragraph are joined. */
export type Joint = 'space' | 'nothing' | 'without-hyphen'

/** How often words stand within the lines of a document, in lower case: for hyphens at line ends. */
export function wordsWithin(lines: Iterable<string>): ReadonlyMap<string, number> {
	const words = new Map<string, number>()
	for (const line of lines)
		for (const [word] of line
			.toLowerCase()
			.matchAll(/[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)*/gu))
			words.set(word, (words.get(word) ?? 0) + 1)
	return words
}

/**
 * How a line goes on in the next. A hyphen at its end is dropped where the joined word stands elsewhere in
 * the document, or where nothing speaks for a hyphen: the word with it stands elsewhere, a part of it is a
 * number or begins with a capital. Chinese and Japanese lines are joined without a space.
 */
export function jointOf(above: string, below: string, words: ReadonlyMap<string, number>): Joint {
	if (breaksAddress(above, below)) return 'nothing'
	if (/[-\u2010\u00ad]$/.test(above)) return hyphenJoint(above, below, words)
	if (/[–—/]$/.test(above) && /^\S/.test(below)) return /\s[–—/]$/.test(above) ? 'space' : 'nothing'
	return isUnspaced.test(above.slice(-2)) && startsUnspaced.test(below) ? 'nothing' : 'space'
}

/** Whether an address goes on in the next line: there is no telling but by the signs that it has. */
function breaksAddress(above: string, below: string): boolean {
	const token = above.slice(above.lastIndexOf(' ') + 1)
	const [next = ''] = below.split(' ', 1)
	if (/\S@$/.test(token)) return true
	return (
		/https?:\/\/|www\./.test(token) &&
		!/[)>\].,;]$/.test(token) &&
		/[\d/_=&?%#~)]|\.\w|\p{Ll}\p{Lu}/u.test(next)
	)
}

const unspaced =
	'\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3000-\\u303f\\u30fc\\uff01-\\uff60'
const isUnspaced = new RegExp(`[${unspaced}]$`, 'u')
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u')

function hyphenJoint(above: string, below: string, words: ReadonlyMap<string, number>): Joint {
	const [first = ''] =
		/[\p{L}\p{M}\p{N}]+(?:[-\u2010][\p{L}\p{M}\p{N}]+)*(?=[-\u2010\u00ad]$)/u.exec(above.slice(-80)) ?? []
	const [second = ''] = /^[\p{L}\p{M}\p{N}]+/u.exec(below.slice(0, 80)) ?? []
	if (first === '' || second === '') return first === '' ? 'space' : 'nothing'
	const count = (word: string) => words.get(word.toLowerCase()) ?? 0
	const joined = count(first + second)
	const hyphened = count(`${first}-${second}`) + count(`${first}\u2010${second}`)
	if (joined !== hyphened) return joined > hyphened ? 'without-hyphen' : 'nothing'
	if (/\p{N}/u.test(first.slice(-1)) || /^[\p{Lu}\p{N}]/u.test(second)) {
		const isCapital = first === first.toUpperCase() && second === second.toUpperCase() && first.length > 1
		return isCapital && !/\p{N}/u.test(first + second) ? 'without-hyphen' : 'nothing'
	}
	return 'without-hyphen'
}
