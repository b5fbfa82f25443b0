import type { Draft } from './assembling.ts'
import { withoutStart } from './geometry.ts'
import type { Line } from './lines.ts'

/** Signs that begin an item; dashes do not, since they also begin what somebody says. */
const bullet = /^[•‣◦▪▫●○■□]\s*(?=\S)/u

/** Paragraphs that begin with a bullet are items of a list, without it; those that follow each other, of one. */
export function withLists(drafts: readonly Draft[]): readonly Draft[] {
	const isItem = (draft: Draft | undefined): boolean =>
		draft?.kind === 'paragraph' && bullet.test(draft.lines[0]?.line.text ?? '')
	return drafts.map((draft, index): Draft => {
		const [first, ...rest] = draft.lines
		if (!first || !isItem(draft)) return draft
		const lines = [{ ...first, line: withoutBullet(first.line) }, ...rest]
		return { ...draft, lines, item: isItem(drafts[index - 1]) ? 'next' : 'first' }
	})
}

function withoutBullet(line: Line): Line {
	const [first, ...others] = line.pieces
	const sign = bullet.exec(line.text)?.[0] ?? ''
	if (!first) return line
	const pieces =
		first.text.length <= sign.trimEnd().length ? others : [withoutStart(first, sign.length), ...others]
	return { ...line, pieces, text: line.text.slice(sign.length) }
}
