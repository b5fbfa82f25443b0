import type { Block } from './readingtext.ts'

/** Index of the block that holds the code unit at `offset`; of the nearest block where `offset` is outside the text; -1 in an empty text. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
	let low = 0
	let high = blocks.length - 1
	while (low < high) {
		const middle = (low + high) >> 1
		if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1
		else high = middle
	}
	return high < 0 ? -1 : low
}

/** The characters of a block without its final line feed. */
export const textOfBlock = (text: string, block: Block): string => text.slice(block.start, block.end - 1)
