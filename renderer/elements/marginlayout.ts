import type { HighlightId } from '../../corpus/ids.ts'
import { pathText } from '../../corpus/themetree.ts'
import type { ThemeLook } from './themelook.ts'

/** A highlight as the margin shows it. Px from the margin's top. */
export interface MarginItem {
	readonly id: HighlightId
	readonly top: number
	readonly bottom: number
	readonly themes: readonly ThemeLook[]
	/** Its words as they stand in the text. */
	readonly quote: string
	/** The first line of its note; '' when it has none. */
	readonly note: string
	readonly pending: boolean
}

/** A bar beside the lines of a highlight: one for each of its hues. */
export interface Lane {
	readonly item: MarginItem
	/** null: without a theme. */
	readonly hue: number | null
	/** From the text outwards, from 0. */
	readonly column: number
}

export interface MarginLabel {
	readonly item: MarginItem
	readonly top: number
}

/** Columns that lanes may take; what finds none free lies on the last. */
export const laneColumns = 4

/** Px between two lanes above each other, so that neighbours are told apart. */
const laneGap = 3

/**
 * Lanes in columns: each takes the first one that is free from its top on.
 *
 * @param items by their top
 */
export function layoutLanes(items: readonly MarginItem[]): readonly Lane[] {
	const free: number[] = new Array<number>(laneColumns).fill(Number.NEGATIVE_INFINITY)
	return items.flatMap((item) => {
		const hues = [...new Set(item.themes.map((theme) => theme.hue))]
		return (hues.length > 0 ? hues : [null]).map((hue) => {
			const found = free.findIndex((bottom) => bottom <= item.top)
			const column = found < 0 ? laneColumns - 1 : found
			free[column] = item.bottom + laneGap
			return { item, hue, column }
		})
	})
}

/** Px that a label may stand below its place. What would drift further is left out; its lane stays. */
const drift = 140
const labelGap = 8
const nameHeight = 18
/** Characters of the names' line in the margin, about: they are bold. */
const nameLine = 36
const noteLineHeight = 18
/** Characters of a note's line in the margin, about. */
const noteLine = 40

/** The lines that the names of the themes take: the last name says most, and must not be what is cut off. */
export function nameLines({ themes }: MarginItem): 0 | 1 | 2 {
	const names = themes.map(({ path }) => pathText(path)).join(' · ')
	return names === '' ? 0 : names.length > nameLine ? 2 : 1
}

/** The height that a label takes, in px: up to two lines for the names, up to two for the note. */
export function labelHeight(item: MarginItem): number {
	const lines = item.note === '' ? 0 : item.note.length > noteLine ? 2 : 1
	return nameLines(item) * nameHeight + lines * noteLineHeight
}

/**
 * Labels beside their highlights, none on another. Each is pushed below the one before, and below the
 * card where that stands in its way.
 *
 * @param items by their top
 * @param card the space that the card takes, and whose it is; null when none is open
 */
export function layoutLabels(
	items: readonly MarginItem[],
	card: { readonly id: HighlightId; readonly top: number; readonly bottom: number } | null,
): readonly MarginLabel[] {
	const labels: MarginLabel[] = []
	let free = Number.NEGATIVE_INFINITY
	for (const item of items) {
		const height = labelHeight(item)
		if (height === 0 || item.id === card?.id) continue
		let top = Math.max(item.top, free)
		if (card && top < card.bottom + labelGap && top + height > card.top - labelGap)
			top = card.bottom + labelGap
		if (top - item.top > drift) continue
		labels.push({ item, top })
		free = top + height + labelGap
	}
	return labels
}
