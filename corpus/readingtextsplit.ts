import { blockIndexAt } from './blocks.ts'
import { UserError } from './errors.ts'
import type { Range } from './range.ts'
import type { Block, Container, Mark, ReadingText } from './readingtext.ts'

/**
 * Divides a text in two before the block that holds `at`. The texts of both parts, one after the other,
 * are the whole text: an offset of the second part is the old one less the length of the first.
 *
 * Containers, marks and footnotes go with their blocks; a container that the cut divides is in both parts,
 * and an ordered list goes on counting. What links one part with the other (a footnote's call, a link to a
 * heading) keeps its characters but is no link any more.
 *
 * Error `invalid` where nothing is before that block.
 */
export function splitReadingText(text: ReadingText, at: number): readonly [ReadingText, ReadingText] {
	const cut = blockIndexAt(text.blocks, at)
	if (cut < 1)
		throw new UserError(
			'invalid',
			'The document cannot be split at its very beginning. Choose the paragraph that the second part is to begin with.',
		)
	return [partOf(text, 0, cut), partOf(text, cut, text.blocks.length)]
}

/** The part that the blocks `[from, to)` make. */
function partOf(text: ReadingText, from: number, to: number): ReadingText {
	const kept = text.blocks.slice(from, to)
	const range = { start: kept[0]?.start ?? 0, end: kept.at(-1)?.end ?? 0 }
	const { containers, numbers } = keepContainers(text, from, to)
	const blocks = kept.map((block) => ({
		...moved(block, range.start),
		container: block.container === null ? null : (numbers.get(block.container) ?? null),
	}))
	const marks = text.marks.filter((mark) => mark.start >= range.start && mark.end <= range.end)
	const outline = text.outline
		?.filter(({ at }) => at >= range.start && at < range.end)
		.map((entry) => ({ ...entry, at: entry.at - range.start }))
	return {
		text: text.text.slice(range.start, range.end),
		blocks,
		containers,
		marks: marks.map((mark) => moved(mark, range.start)).filter(pointsInto(blocks, containers)),
		...(outline ? { outline } : {}),
	}
}

const moved = <T extends Range>(range: T, by: number): T => ({
	...range,
	start: range.start - by,
	end: range.end - by,
})

/** The containers around the blocks `[from, to)`, and their new numbers. */
function keepContainers(text: ReadingText, from: number, to: number) {
	const before = containersAround(text, 0, from)
	const used = [...containersAround(text, from, to)].toSorted((a, b) => a - b)
	const numbers = new Map(used.map((old, index) => [old, index]))
	const containers = used.flatMap((old): Container[] => {
		const container = text.containers[old]
		if (!container) return []
		const parent = container.parent === null ? null : (numbers.get(container.parent) ?? null)
		if (container.kind !== 'list' || !container.ordered || !before.has(old)) return [{ ...container, parent }]
		const itemsBefore = [...before].filter(
			(each) => text.containers[each]?.parent === old && !numbers.has(each),
		)
		return [{ ...container, parent, first: (container.first ?? 1) + itemsBefore.length }]
	})
	return { containers, numbers }
}

function containersAround(text: ReadingText, from: number, to: number): ReadonlySet<number> {
	const around = new Set<number>()
	for (const block of text.blocks.slice(from, to)) {
		let index = block.container
		while (index !== null && !around.has(index)) {
			around.add(index)
			index = text.containers[index]?.parent ?? null
		}
	}
	return around
}

function pointsInto(blocks: readonly Block[], containers: readonly Container[]): (mark: Mark) => boolean {
	const footnotes = new Set(containers.flatMap((each) => (each.kind === 'footnote' ? [each.id] : [])))
	const targets = new Set([...footnotes, ...blocks.flatMap((block) => block.id ?? [])])
	return (mark) =>
		mark.kind === 'footnote-call'
			? footnotes.has(mark.footnote)
			: mark.kind !== 'link' || !mark.href.startsWith('#') || targets.has(mark.href.slice(1))
}
