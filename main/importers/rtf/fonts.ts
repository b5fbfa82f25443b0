import { type CodePage, isKnownPage, pageOfCharset, symbolPage, westernPage } from './codepages.ts'
import { type Group, groupsIn } from './groups.ts'
import { plainText } from './plaintext.ts'

export interface Font {
	readonly name: string
	/** Null: the document's own. */
	readonly page: CodePage | null
}

/** The fonts of a `\fonttbl` by their numbers: one a group, or all in one. */
export function fontsOf(table: Group): ReadonlyMap<number, Font> {
	const fonts = new Map<number, Font>()
	for (const group of [table, ...groupsIn(table)]) readFonts(group, fonts)
	return fonts
}

function readFonts(group: Group, fonts: Map<number, Font>): void {
	let number: number | null = null
	let page: CodePage | null = null
	let name = ''
	const finish = () => {
		// Fonts for a script are called after the family and the script: "Arial CE".
		if (number !== null) fonts.set(number, { name, page: page ?? pageOfName(name) })
	}
	for (const item of group.items) {
		if (item.kind === 'word' && item.name === 'f') {
			finish()
			number = item.value ?? 0
			page = null
			name = ''
		} else if (item.kind === 'word' && item.name === 'fcharset') page = pageOfCharset(item.value ?? 0)
		else if (item.kind === 'word' && item.name === 'cpg' && item.value !== null && isKnownPage(item.value))
			page = item.value
		else if (item.kind === 'text' || item.kind === 'byte')
			name += plainText({ items: [item] }, westernPage).replace(/;.*/, '')
	}
	finish()
}

function pageOfName(name: string): CodePage | null {
	if (/^(symbol|wingdings|webdings)/i.test(name)) return symbolPage
	if (/ CE$/.test(name)) return 1250
	if (/ Cyr$/i.test(name)) return 1251
	if (/ Greek$/.test(name)) return 1253
	if (/ (Tur|TUR)$/.test(name)) return 1254
	return / Baltic$/.test(name) ? 1257 : null
}
