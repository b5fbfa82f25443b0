import { describe as anchorOf } from '../../../corpus/anchoring.ts'
import { UserError } from '../../../corpus/errors.ts'
import type { VersionId } from '../../../corpus/ids.ts'
import type { Range } from '../../../corpus/range.ts'
import { trimRange } from '../../../corpus/ranges.ts'
import { snapToCharacters } from '../../../corpus/words.ts'
import type { Placement, Context as Surroundings } from '../../store/highlights.ts'
import type { KnownText } from './texts.ts'

/** A version of a document that highlights are put on. */
export interface Ground {
	/** `k` of the document. */
	readonly k: number
	/** `k` and id of the version. */
	readonly version: number
	readonly versionId: VersionId
}

/** A range and, where it is known, the version that its offsets count in. */
export interface VersionedRange extends Range {
	readonly version?: VersionId
}

/**
 * Where a highlight of this range lies: without white space at its ends, no character cut in two.
 *
 * @throws UserError `invalid` where the range leaves the text or holds nothing but white space; `not-found`
 * where its offsets count in another version
 */
export function place(ground: Ground, known: KnownText, range: VersionedRange): Placement {
	const { text } = known.text
	if (range.version !== undefined && range.version !== ground.versionId)
		throw new UserError(
			'not-found',
			'The text of this document has changed meanwhile. Nothing was highlighted: select the passage again.',
		)
	if (range.start > range.end || range.end > text.length)
		throw new UserError('invalid', 'This passage lies outside the text.')
	const exact = snapToCharacters(text, trimRange(text, range))
	if (exact.start >= exact.end)
		throw new UserError('invalid', 'There is nothing to highlight here: only white space.')
	const { version: _, ...anchor } = anchorOf(text, exact, ground.versionId)
	return { document: ground.k, version: ground.version, anchor, context: surroundings(known, exact) }
}

/** What stands around a passage, for people. */
export const surroundings = ({ text, placeOf }: KnownText, range: Range): Surroundings => ({
	before: tail(text.text.slice(Math.max(0, range.start - reach), range.start)),
	after: head(text.text.slice(range.end, range.end + reach)),
	place: placeOf(range),
})

/** How far to look for the beginning and the end of a sentence, in UTF-16 code units. */
const reach = 160

const sentenceEnd = /[.!?…]["'”’»)\]]*\s|[。！？]["'”’»」』）]*/gu

/** The rest of the sentence, or as much of it as was given, from a word on. */
function tail(text: string): string {
	const line = text.slice(text.lastIndexOf('\n') + 1)
	const last = [...line.matchAll(sentenceEnd)].at(-1)
	if (last) return line.slice(last.index + last[0].length).trimStart()
	return line.length < reach ? line : line.slice(line.indexOf(' ') + 1).replace(/^[\uDC00-\uDFFF]/, '')
}

function head(text: string): string {
	const end = text.indexOf('\n')
	const line = end < 0 ? text : text.slice(0, end)
	const [first] = line.matchAll(sentenceEnd)
	if (first) return line.slice(0, first.index + first[0].length).trimEnd()
	if (line.length < reach) return line
	const space = line.lastIndexOf(' ')
	return (space < 0 ? line : line.slice(0, space)).replace(/[\uD800-\uDBFF]$/, '')
}
