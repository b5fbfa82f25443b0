import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readableText, withMarksBehind } from './characters.ts'
import type { Box, Direction, Piece } from './geometry.ts'

type Content = Awaited<ReturnType<PDFPageProxy['getTextContent']>>
type Item = Extract<Content['items'][number], { str: string }>

/** Pieces of one page at the most: a page that has more is no page to read. */
const most = 200_000

/** The pieces of a page's text by the directions in which they are written, the commonest first. */
export function piecesOf(content: Content, viewport: PageViewport): readonly Direction[] {
	const directions = new Map<string, { angle: number; isVertical: boolean; pieces: Piece[] }>()
	const drawn = new Set<string>()
	const marked: boolean[] = []
	let isSpaced = false
	for (const item of content.items.slice(0, most)) {
		if (!('str' in item)) {
			if (item.type === 'endMarkedContent') marked.pop()
			else marked.push(marked.at(-1) === true || ('tag' in item && item.tag === 'Artifact'))
			continue
		}
		const isBlank = item.str.trim() === ''
		const box = isBlank ? null : boxOf(item, content.styles[item.fontName], viewport)
		if (box !== null) {
			const piece = pieceOf(item, box, isSpaced, {
				isArtifact: marked.at(-1) === true,
				isMonospaced: content.styles[item.fontName]?.fontFamily === 'monospace',
			})
			const again = piece && `${piece.text} ${Math.round(piece.from)} ${Math.round(piece.base)}`
			if (piece && again && !drawn.has(again)) {
				drawn.add(again)
				const { angle, isVertical } = box
				const key = isVertical ? 'vertical' : `${Math.round(angle)}`
				const direction = directions.get(key) ?? { angle, isVertical, pieces: [] }
				directions.set(key, direction)
				direction.pieces.push(piece)
			}
		}
		isSpaced = item.hasEOL || (isBlank ? isSpaced || item.str !== '' : /\s$/.test(item.str))
	}
	const lengthOf = ({ pieces }: Direction) => pieces.reduce((sum, piece) => sum + piece.text.length, 0)
	return [...directions.values()].toSorted((a, b) => lengthOf(b) - lengthOf(a))
}

interface Placed extends Box {
	readonly isVertical: boolean
	readonly ascent: number
	readonly size: number
	/** Where the line begins on the page. */
	readonly origin: readonly [number, number]
}

/** Where an item stands on the page; null where it has no sensible place. */
function boxOf(
	item: Item,
	style: Content['styles'][string] | undefined,
	viewport: PageViewport,
): Placed | null {
	const [a, b, c, d, e, f] = times(viewport.transform, item.transform)
	const isVertical = style?.vertical === true
	const size = Math.hypot(c, d)
	const scale = viewport.scale * viewport.userUnit
	const length = (isVertical ? item.height : item.width) * scale
	if (![a, b, c, d, e, f, length].every(Number.isFinite) || size <= 0 || size > 20_000) return null
	if (isVertical) {
		const across = Math.hypot(a, b)
		return {
			...{ x: e - across / 2, y: f, width: across, height: length, angle: 0, vertical: true },
			...{ isVertical, ascent: across / 2, size: across, origin: [e, f] },
		}
	}
	const angle = Math.atan2(b, a)
	const ascent = size * ascentOf(style)
	const x = e + ascent * Math.sin(angle)
	const y = f - ascent * Math.cos(angle)
	const degrees = Math.round(((angle * 180) / Math.PI) * 100) / 100
	return {
		...{ x, y, width: length, height: size, angle: degrees === 0 ? 0 : degrees },
		...{ isVertical, ascent, size, origin: [e, f] },
	}
}

/** Where letters begin above the base line, as a part of their size; fonts often do not say or lie. */
function ascentOf(style: Content['styles'][string] | undefined): number {
	const { ascent = 0, descent = 0 } = style ?? {}
	if (ascent > 0.3 && ascent <= 1.2) return ascent
	return descent < 0 && descent > -0.7 ? 1 + descent : 0.8
}

/** The product of two matrices of six numbers, as PDF writes them. */
function times(left: readonly number[], right: readonly number[]) {
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = left
	const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = right
	return [
		...[a * g + c * h, b * g + d * h, a * i + c * j],
		...[b * i + d * j, a * k + c * l + e, b * k + d * l + f],
	] as const
}

function pieceOf(
	item: Item,
	placed: Placed,
	wasSpaced: boolean,
	flags: Pick<Piece, 'isArtifact' | 'isMonospaced'>,
): Piece | null {
	const { isVertical, ascent, size, origin, ...box } = placed
	const read = readableText(item.str)
	const raw = item.dir === 'rtl' ? withMarksBehind(read) : read
	const text = raw.trim()
	if (text === '') return null
	const [x, y] = origin
	const turn = (box.angle * Math.PI) / 180
	const from = isVertical ? y : x * Math.cos(turn) + y * Math.sin(turn)
	const base = isVertical ? -x : y * Math.cos(turn) - x * Math.sin(turn)
	return {
		text,
		isSpaced: wasSpaced || raw.startsWith(' '),
		from,
		to: from + (isVertical ? box.height : box.width),
		top: base - ascent,
		base,
		bottom: base - ascent + size,
		size,
		font: item.fontName,
		isRightToLeft: item.dir === 'rtl',
		...flags,
		box,
	}
}
