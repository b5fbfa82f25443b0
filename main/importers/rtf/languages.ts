/** Languages by the low ten bits of Windows' language identifiers ([MS-LCID], 2.1). */
const primary: readonly (readonly [id: number, tag: string])[] = [
	[0x01, 'ar'],
	[0x02, 'bg'],
	[0x03, 'ca'],
	[0x04, 'zh'],
	[0x05, 'cs'],
	[0x06, 'da'],
	[0x07, 'de'],
	[0x08, 'el'],
	[0x09, 'en'],
	[0x0a, 'es'],
	[0x0b, 'fi'],
	[0x0c, 'fr'],
	[0x0d, 'he'],
	[0x0e, 'hu'],
	[0x0f, 'is'],
	[0x10, 'it'],
	[0x11, 'ja'],
	[0x12, 'ko'],
	[0x13, 'nl'],
	[0x14, 'no'],
	[0x15, 'pl'],
	[0x16, 'pt'],
	[0x18, 'ro'],
	[0x19, 'ru'],
	[0x1a, 'hr'],
	[0x1b, 'sk'],
	[0x1c, 'sq'],
	[0x1d, 'sv'],
	[0x1e, 'th'],
	[0x1f, 'tr'],
	[0x20, 'ur'],
	[0x21, 'id'],
	[0x22, 'uk'],
	[0x23, 'be'],
	[0x24, 'sl'],
	[0x25, 'et'],
	[0x26, 'lv'],
	[0x27, 'lt'],
	[0x29, 'fa'],
	[0x2a, 'vi'],
	[0x2b, 'hy'],
	[0x2d, 'eu'],
	[0x36, 'af'],
	[0x37, 'ka'],
	[0x39, 'hi'],
	[0x3e, 'ms'],
	[0x41, 'sw'],
	[0x45, 'bn'],
	[0x49, 'ta'],
	[0x56, 'gl'],
	[0x62, 'fy'],
]

const tags: ReadonlyMap<number, string> = new Map(primary)

/** BCP 47, the language alone; null where the number names none that is known (1024: none). */
export const languageOfId = (id: number): string | null => tags.get(id & 0x3ff) ?? null

/** Scripts other than the Latin one, by the languages that are written in them. */
const scripts: readonly (readonly [languages: string, script: RegExp])[] = [
	['ar fa ur', /\p{Script=Arabic}/gu],
	['be bg ru uk', /\p{Script=Cyrillic}/gu],
	['el', /\p{Script=Greek}/gu],
	['he', /\p{Script=Hebrew}/gu],
	['ja zh ko', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu],
	['th', /\p{Script=Thai}/gu],
	['hy', /\p{Script=Armenian}/gu],
	['ka', /\p{Script=Georgian}/gu],
	['hi', /\p{Script=Devanagari}/gu],
	['bn', /\p{Script=Bengali}/gu],
	['ta', /\p{Script=Tamil}/gu],
]

/** Whether most letters of a text are of the script of the language: programs mark much text as English. */
export function isWrittenSo(language: string, text: string): boolean {
	const script = scripts.find(([languages]) => languages.split(' ').includes(language))?.[1]
	const letters = text.match(/\p{L}/gu)?.length ?? 0
	const own = text.match(script ?? /\p{Script=Latin}/gu)?.length ?? 0
	return own * 2 > letters
}
