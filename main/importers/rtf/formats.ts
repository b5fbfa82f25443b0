/** How characters look, as far as a reading text says it. Changed by making another. */
export interface CharacterFormat {
	readonly font: number
	readonly bold: boolean
	readonly italic: boolean
	readonly underline: boolean
	readonly strike: boolean
	readonly raised: 'super' | 'sub' | null
	readonly smallCaps: boolean
	readonly highlighted: boolean
	/** Hidden, or deleted by somebody whose changes were tracked. */
	readonly hidden: boolean
	readonly deleted: boolean
	/** Windows' language identifier; 0: none. */
	readonly language: number
}

export interface ParagraphFormat {
	readonly style: number
	/** 0 to 8; null: body text, or as its style has it. */
	readonly outline: number | null
	readonly align: 'left' | 'center' | 'right'
	readonly rightToLeft: boolean
	/** Number of a list override; 0: in no list. */
	readonly list: number
	readonly listLevel: number
	/** How many tables it lies in. */
	readonly tables: number
}

export const plainCharacters: CharacterFormat = {
	font: 0,
	bold: false,
	italic: false,
	underline: false,
	strike: false,
	raised: null,
	smallCaps: false,
	highlighted: false,
	hidden: false,
	deleted: false,
	language: 0,
}

export const plainParagraph: ParagraphFormat = {
	style: 0,
	outline: null,
	align: 'left',
	rightToLeft: false,
	list: 0,
	listLevel: 0,
	tables: 0,
}

/** Tables nested deeper are taken as if they were this deep. */
const mostTables = 12

/**
 * The format after a word about characters; undefined where the word is about something else. A toggle
 * such as `\b` is off with the number 0.
 */
export function characterWord(
	format: CharacterFormat,
	name: string,
	value: number | null,
): CharacterFormat | undefined {
	const on = value !== 0
	switch (name) {
		case 'f':
		case 'af':
			return name === 'f' ? { ...format, font: value ?? 0 } : format
		case 'b':
			return { ...format, bold: on }
		case 'i':
			return { ...format, italic: on }
		case 'ul':
		case 'uld':
		case 'uldash':
		case 'uldashd':
		case 'uldb':
		case 'ulth':
		case 'ulw':
		case 'ulwave':
			return { ...format, underline: on }
		case 'ulnone':
			return { ...format, underline: false }
		case 'strike':
		case 'striked':
			return { ...format, strike: on }
		case 'super':
			return { ...format, raised: on ? 'super' : null }
		case 'sub':
			return { ...format, raised: on ? 'sub' : null }
		case 'up':
			return { ...format, raised: value === 0 ? null : 'super' }
		case 'dn':
			return { ...format, raised: value === 0 ? null : 'sub' }
		case 'nosupersub':
			return { ...format, raised: null }
		case 'scaps':
			return { ...format, smallCaps: on }
		case 'highlight':
			return { ...format, highlighted: on }
		case 'v':
			return { ...format, hidden: on }
		case 'deleted':
			return { ...format, deleted: on }
		case 'lang':
			return { ...format, language: value ?? 0 }
		default:
			return undefined
	}
}

/** The format after a word about paragraphs; undefined where the word is about something else. */
export function paragraphWord(
	format: ParagraphFormat,
	name: string,
	value: number | null,
): ParagraphFormat | undefined {
	switch (name) {
		case 's':
			return { ...format, style: value ?? 0 }
		case 'outlinelevel':
			return { ...format, outline: value !== null && value >= 0 && value <= 8 ? value : null }
		case 'ql':
		case 'qj':
			return { ...format, align: 'left' }
		case 'qc':
			return { ...format, align: 'center' }
		case 'qr':
			return { ...format, align: 'right' }
		case 'rtlpar':
			return { ...format, rightToLeft: true }
		case 'ltrpar':
			return { ...format, rightToLeft: false }
		case 'ls':
			return { ...format, list: Math.max(0, value ?? 0) }
		case 'ilvl':
			return { ...format, listLevel: Math.min(8, Math.max(0, value ?? 0)) }
		case 'intbl':
			return { ...format, tables: Math.max(1, format.tables) }
		case 'itap':
			return { ...format, tables: Math.min(mostTables, Math.max(0, value ?? 0)) }
		default:
			return undefined
	}
}
