import type { Draft } from './assembling.ts'
import type { Line } from './lines.ts'
import { type Paragraph, type PlacedLine, startsBullet } from './paragraphs.ts'

/** Longest heading, in letters, where its size tells it, and where only its font does. */
const longest = { bySize: 220, byFont: 120 }

/**
 * Tells headings from paragraphs: short, in larger letters than most of the text, or in a font that the text
 * below it is not set in. Their levels follow their sizes, the largest first.
 */
export function withHeadings(paragraphs: readonly Paragraph[], body: Style): readonly Draft[] {
	const isHeading = paragraphs.map((paragraph, index) =>
		looksLikeHeading(paragraph, paragraphs[index + 1], body),
	)
	const sizes = new Set(
		paragraphs.flatMap((paragraph, index) => (isHeading[index] ? [sizeOf(paragraph)] : [])),
	)
	const ranks = [...sizes].toSorted((a, b) => b - a)
	return paragraphs.map((paragraph, index): Draft => {
		if (!isHeading[index]) return { ...paragraph, kind: kindOf(paragraph, body) }
		return { ...paragraph, kind: 'heading', level: Math.min(6, ranks.indexOf(sizeOf(paragraph)) + 1) }
	})
}

export interface Style {
	readonly font: string
	readonly size: number
}

/** In half points: sizes of the same heading often differ by a rounding. */
const halfPoints = (size: number): number => Math.round(size * 2) / 2

const sizeOf = ({ lines }: Paragraph): number => halfPoints(lines[0]?.line.size ?? 0)

/** The font and size of most letters. */
export function bodyStyle(lines: readonly Line[]): Style {
	const styles = new Map<string, { style: Style; letters: number }>()
	for (const line of lines) {
		const style = { font: line.font, size: halfPoints(line.size) }
		const key = `${style.size} ${style.font}`
		const letters = (styles.get(key)?.letters ?? 0) + line.text.length
		styles.set(key, { style, letters })
	}
	const commonest = [...styles.values()].reduce<{ style: Style; letters: number } | null>(
		(most, each) => (most && most.letters >= each.letters ? most : each),
		null,
	)
	return commonest?.style ?? { font: '', size: 0 }
}

function looksLikeHeading(paragraph: Paragraph, below: Paragraph | undefined, body: Style): boolean {
	const lines = paragraph.lines.map(({ line }) => line)
	const [first] = lines
	if (!first || !below || lines.length > 5 || lines.some((line) => line.isRow || line.isMonospaced))
		return false
	const text = lines.map((line) => line.text).join(' ')
	if (!/\p{L}{2}/u.test(text) || /[.,;:]$/.test(text) || startsBullet.test(text)) return false
	if (first.size > 1.12 * body.size) return text.length <= longest.bySize
	const isOther = (line: Line) =>
		line.font !== body.font && line.pieces.every((piece) => piece.font !== body.font || piece.text.length < 2)
	return (
		text.length <= longest.byFont &&
		first.size > 0.95 * body.size &&
		lines.length <= 2 &&
		/^[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
		!caption.test(text) &&
		lines.every(isOther) &&
		below.lines.some(({ line }) => line.font === body.font)
	)
}

const caption =
	/^(?:fig(?:ure|\.)?|table|tab\.|abb(?:ildung|\.)?|tabelle|plate|scheme|chart|hình|bảng|図|表)\s*\d+(?:\.\d+)?(?:\s*[.:|–—]|$)/iu

function kindOf({ lines }: Paragraph, body: Style): Draft['kind'] {
	const [first] = lines
	// What is typewritten throughout is no program.
	const isCode = ({ line }: PlacedLine) =>
		line.isMonospaced && line.font !== body.font && /^[\u0020-\u024f\u2000-\u23ff]+$/.test(line.text)
	if (first && lines.every(isCode)) return 'preformatted'
	return first && caption.test(first.line.text) ? 'caption' : 'paragraph'
}
