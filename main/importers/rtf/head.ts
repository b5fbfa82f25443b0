import type { Metadata } from '../../../corpus/metadata.ts'
import { type CodePage, isKnownPage, westernPage } from './codepages.ts'
import { type Font, fontsOf } from './fonts.ts'
import type { Group } from './groups.ts'
import { infoOf } from './info.ts'
import { type List, listsOf, overridesOf } from './lists.ts'
import { type Style, stylesOf } from './styles.ts'

/** The groups of a head that say something about all of the text. */
const tables = ['fonttbl', 'stylesheet', 'listtable', 'listoverridetable', 'info'] as const

export type HeadTable = (typeof tables)[number]

/** The table that a word begins; undefined for all other words. */
export const headTableOf = (word: string): HeadTable | undefined => tables.find((table) => table === word)

/** What is said at the beginning of a file about all of its text. */
export class Head {
	/** Of fonts that have none of their own. */
	page: CodePage = westernPage
	defaultFont = 0
	fonts: ReadonlyMap<number, Font> = new Map()
	styles: ReadonlyMap<number, Style> = new Map()
	/** By the numbers of `\ls`. */
	lists: ReadonlyMap<number, List> = new Map()
	metadata: Metadata = { title: '' }
	/** By their own numbers, which overrides name. */
	#allLists: ReadonlyMap<number, List> = new Map()

	/** @returns false where the word is about something else */
	word(name: string, value: number | null): boolean {
		switch (name) {
			case 'ansicpg':
				if (value !== null && isKnownPage(value)) this.page = value
				return true
			case 'mac':
				this.page = 10000
				return true
			case 'pc':
				this.page = 437
				return true
			case 'pca':
				this.page = 850
				return true
			case 'deff':
				this.defaultFont = value ?? 0
				return true
			default:
				return false
		}
	}

	table(name: HeadTable, group: Group): void {
		switch (name) {
			case 'fonttbl':
				this.fonts = fontsOf(group)
				break
			case 'stylesheet':
				this.styles = stylesOf(group, this.page)
				break
			case 'listtable':
				this.#allLists = listsOf(group)
				break
			case 'listoverridetable':
				this.lists = overridesOf(group, this.#allLists)
				break
			case 'info':
				this.metadata = infoOf(group, this.page)
				break
		}
	}
}
