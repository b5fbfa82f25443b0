import { textOfBlock } from '../../../corpus/blocks.ts'
import type { Mark, ReadingText } from '../../../corpus/readingtext.ts'
import { turnsIn } from './turns.ts'

/**
 * The same text, with the names and times of its turns marked where it is surely an interview: in paragraphs
 * outside of lists and tables. The words stay as they are.
 */
export function withSpeakers(text: ReadingText): ReadingText {
	const blocks = text.blocks.filter((block) => block.kind === 'paragraph' && block.container === null)
	const turns = turnsIn(blocks.map((block) => textOfBlock(text.text, block)))
	if (turns === null) return text
	const marks = turns.flatMap((turn, at): readonly Mark[] => {
		const start = blocks[at]?.start
		if (turn === null || start === undefined) return []
		const { speaker, time } = turn
		return [
			...(time === null
				? []
				: [{ kind: 'time', from: time.from, start: start + time.start, end: start + time.end } as const]),
			...(speaker === null
				? []
				: [
						{
							kind: 'speaker',
							name: speaker.name,
							start: start + speaker.start,
							end: start + speaker.end,
						} as const,
					]),
		]
	})
	return { ...text, marks: [...text.marks, ...marks].sort((a, b) => a.start - b.start || b.end - a.end) }
}
