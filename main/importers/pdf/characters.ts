/**
 * The text of a piece as a reader would type it: ligatures and presentation forms as letters, combining
 * marks joined, no control, private-use or invisible characters, white space as single spaces.
 */
export function readableText(text: string): string {
	if (plain.test(text)) return text
	return [...text.replace(spacingAccent, withAccent).replace(symbolBullet, (sign) => bullets[sign] ?? sign)]
		.map((character) => (compatibility.test(character) ? character.normalize('NFKC') : character))
		.join('')
		.normalize('NFC')
		.replace(unreadable, '')
		.replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, ' ')
}

const plain = /^[!-~]*$/

/** Forms that differ from a letter only in how they are drawn. */
const compatibility = /[\ufb00-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\u{2f00}-\u{2fdf}\u2e80-\u2ef3]/u

/** Bullets of the fonts Symbol and Wingdings, which have no code of their own. */
const symbolBullet = /[\uf0a7\uf0a8\uf0b7\uf0d8]/g

const bullets: Readonly<Record<string, string>> = {
	...{ '\uf0a7': '▪', '\uf0a8': '▫', '\uf0b7': '•', '\uf0d8': '‣' },
}

/** Accents that are drawn by themselves before their letter, as old fonts have them. */
const spacingAccent = /([¨´ˆ˜˘˙˚ˇ¸])(\p{L})/gu

const combining: Readonly<Record<string, string>> = {
	...{ '¨': '\u0308', '´': '\u0301', ˆ: '\u0302', '˜': '\u0303', '˘': '\u0306', '˙': '\u0307' },
	...{ '˚': '\u030a', ˇ: '\u030c', '¸': '\u0327' },
}

function withAccent(drawn: string, accent: string, letter: string): string {
	const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter
	const composed = `${base}${combining[accent] ?? ''}`.normalize('NFC')
	return composed.length === 1 ? composed : drawn
}

const unreadable = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u00ad\u200b\u2060\ufeff\ufffc]/gu

/**
 * Right-to-left text in which each mark stands before its letter, as it happens where a file draws both as one:
 * the marks after their letters.
 */
export const withMarksBehind = (text: string): string =>
	/^\p{M}/u.test(text) ? text.replace(/(\p{M}+)([^\p{M}\s])/gu, '$2$1').normalize('NFC') : text
