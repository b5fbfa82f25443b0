import { type CodePage, decodeBytes } from './codepages.ts'
import { destinationOf, type Group, type GroupItem } from './groups.ts'

/** Words that stand for characters in every flow of text. */
const characters: Readonly<Record<string, string>> = {
	'~': '\u00A0',
	_: '\u2011',
	tab: '\t',
	bullet: '•',
	endash: '–',
	emdash: '—',
	enspace: '\u2002',
	emspace: '\u2003',
	qmspace: '\u2005',
	lquote: '‘',
	rquote: '’',
	ldblquote: '“',
	rdblquote: '”',
	zwj: '\u200D',
	zwnj: '\u200C',
	zwbo: '\u200B',
	zwnbo: '\u2060',
	ltrmark: '\u200E',
	rtlmark: '\u200F',
}

/** The character that a word stands for; undefined for all other words. */
export const characterOf = (word: string): string | undefined =>
	Object.hasOwn(characters, word) ? characters[word] : undefined

/** The code unit of `\u`: numbers beyond 32,767 are written as negative ones. */
export const unicodeOf = (value: number | null): string => String.fromCharCode((value ?? 0) & 0xffff)

/**
 * The words of a group that is no flow of text, such as a title, in one line: those of inner groups too,
 * other destinations left out. Does not recurse.
 */
export function plainText(group: Group, page: CodePage): string {
	let text = ''
	let bytes = ''
	let skip = 0
	let fallback = 1
	const flush = () => {
		text += decodeBytes(bytes, page)
		bytes = ''
	}
	// Of what Word writes twice (`\upr`), once for readers that know no Unicode, the second counts.
	const stack: GroupItem[] = [...group.items].reverse()
	for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
		if (item.kind === 'group') {
			skip = 0
			const items = destinationOf(item) === 'upr' ? item.items.slice(-1) : item.items
			if (!isSilent(item)) for (const inner of [...items].reverse()) stack.push(inner)
		} else if (item.kind === 'text') {
			bytes += item.text.slice(skip)
			skip = Math.max(0, skip - item.text.length)
		} else if (item.kind === 'byte') {
			if (skip > 0) skip--
			else bytes += String.fromCharCode(item.code)
		} else if (item.kind === 'word') {
			flush()
			if (item.name === 'uc') fallback = Math.min(8, Math.max(0, item.value ?? 1))
			else if (item.name === 'u') {
				text += unicodeOf(item.value)
				skip = fallback
			} else if (item.name === 'par' || item.name === 'line') text += ' '
			else text += characterOf(item.name) ?? ''
		}
	}
	flush()
	return text
}

function isSilent(group: Group): boolean {
	const starred = group.items[0]?.kind === 'word' && group.items[0].name === '*'
	const destination = destinationOf(group)
	return starred && destination !== 'ud' && destination !== 'fldinst'
}
