import type { Line } from './lines.ts'

/** What furniture is told by: a page's lines in any order. */
export interface Sheet {
	readonly height: number
	readonly lines: readonly Line[]
}

/** How many of a page's lines, from the top and from the bottom, may be running heads and feet. */
const depth = 3

/**
 * The running heads and feet of a document: lines at the edge of their page that come back on other pages
 * at the same height, the same but for numbers; numbers of pages that count up; and what the file itself
 * marks as no part of its text.
 */
export function furnitureOf(sheets: readonly Sheet[]): ReadonlySet<Line> {
	const furniture = new Set(sheets.flatMap(markedLines))
	const edges = sheets.map(edgeLines)
	const places = new Map<string, Set<number>>()
	for (const [page, lines] of edges.entries())
		for (const line of lines)
			for (const place of placesOf(line, page)) {
				const pages = places.get(place) ?? new Set()
				places.set(place, pages.add(page))
			}
	const least = sheets.length < 4 ? 2 : 3
	for (const [page, lines] of edges.entries())
		for (const line of lines)
			if (placesOf(line, page).some((place) => (places.get(place)?.size ?? 0) >= least))
				furniture.add(line.line)
	return furniture
}

function markedLines({ lines }: Sheet): readonly Line[] {
	const marked = lines.filter((line) => line.pieces.every((piece) => piece.isArtifact))
	// Some files mark all that they hold.
	return lengthOf(marked) * 2 > lengthOf(lines) ? [] : marked
}

const lengthOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.text.length, 0)

/** A line at the top or at the bottom of a page. */
interface EdgeLine {
	readonly line: Line
	/** `top` or `bottom` for the outermost row, else ''. */
	readonly outermost: string
}

/** The lines in the margins above and below most of a page's text. */
function edgeLines({ height, lines }: Sheet): readonly EdgeLine[] {
	const sorted = lines.toSorted((a, b) => a.base - b.base)
	const rows: Line[][] = []
	for (const line of sorted) {
		const row = rows.at(-1)
		const size = row?.[0]?.size ?? 0
		if (row && Math.abs((row[0]?.base ?? 0) - line.base) < 0.5 * size) row.push(line)
		else rows.push([line])
	}
	const baseOf = (row: readonly Line[]) => row[0]?.base ?? 0
	return rows.flatMap((row, index) => {
		const isTop = index < depth && baseOf(row) < 0.2 * height
		const isBottom = index >= rows.length - depth && baseOf(row) > 0.8 * height
		if (!isTop && !isBottom) return []
		const outermost = isTop && index === 0 ? 'top' : isBottom && index === rows.length - 1 ? 'bottom' : ''
		return row.map((line) => ({ line, outermost }))
	})
}

/**
 * Keys that furniture has in common with that of other pages: what it says but for numbers, and the number
 * at its beginning or end less that of the page, each at its height or close to it; where the line is the
 * outermost of its page, that number alone, since the pages of a scan do not lie alike.
 */
function placesOf({ line, outermost }: EdgeLine, page: number): readonly string[] {
	const text = line.text.toLowerCase()
	const said = text
		.replace(/\p{N}+/gu, '#')
		.replace(/(?<![\p{L}\p{N}])[ivxlcdm]+(?![\p{L}\p{N}])/gu, '#')
		.replace(/\s+/g, '')
	const number = numberIn(text)
	const keys = number === null ? [said] : [said, `+${number - page}`]
	const height = Math.round(line.base / 4)
	const counting =
		number === null || outermost === '' ? [] : [0, 1].map((more) => `${outermost} +${number - page + more}`)
	return [...keys.flatMap((key) => [`${height} ${key}`, `${height + 1} ${key}`]), ...counting]
}

/** The number of a page at the beginning or the end of a line in lower case. */
function numberIn(text: string): number | null {
	const [, first, last] = /^(\d{1,4})(?:\D|$)|(?:^|\D)(\d{1,4})$/.exec(text) ?? []
	const digits = first ?? last
	if (digits !== undefined) return Number(digits)
	return /^[ivxlc]{1,8}$/.test(text) ? romanNumber(text) : null
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

function romanNumber(text: string): number {
	const digits = [...text].map((letter) => romanDigits[letter] ?? 0)
	return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0)
}
