import { median } from './geometry.ts'
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
			for (const place of placesOf(line)) {
				const pages = places.get(place) ?? new Set()
				places.set(place, pages.add(page))
			}
	const least = sheets.length < 4 ? 2 : 3
	for (const lines of edges)
		for (const line of lines)
			if (placesOf(line).some((place) => (places.get(place)?.size ?? 0) >= least)) furniture.add(line)
	return furniture
}

function markedLines({ lines }: Sheet): readonly Line[] {
	const marked = lines.filter((line) => line.pieces.every((piece) => piece.isArtifact))
	// Some files mark all that they hold.
	return lengthOf(marked) * 2 > lengthOf(lines) ? [] : marked
}

const lengthOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.text.length, 0)

/** The lines at the top and at the bottom of a page, in the margins around most of its text. */
function edgeLines({ height, lines }: Sheet): readonly Line[] {
	const sorted = lines.toSorted((a, b) => a.base - b.base)
	const rows: Line[][] = []
	for (const line of sorted) {
		const row = rows.at(-1)
		const size = median(row?.map((each) => each.size) ?? [])
		if (row && Math.abs((row[0]?.base ?? 0) - line.base) < 0.5 * size) row.push(line)
		else rows.push([line])
	}
	const top = rows.slice(0, depth).filter((row) => (row[0]?.base ?? 0) < 0.2 * height)
	const bottom = rows.slice(-depth).filter((row) => (row[0]?.base ?? 0) > 0.8 * height)
	return [...new Set([...top, ...bottom].flat())]
}

/** Keys that the same line has on other pages: what it says but for numbers, at this height or close to it. */
function placesOf(line: Line): readonly string[] {
	const said = line.text
		.toLowerCase()
		.replace(/\p{N}+/gu, '#')
		.replace(/(?<![\p{L}\p{N}])[ivxlcdm]+(?![\p{L}\p{N}])/gu, '#')
		.replace(/\s+/g, '')
	const height = Math.round(line.base / 4)
	return [height, height + 1].map((place) => `${place} ${said}`)
}
