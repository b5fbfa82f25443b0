import type { DocumentDetail } from '../../../corpus/entities.ts'
import { foldForIndex } from '../../../corpus/folding.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { PageSize } from '../../../corpus/page.ts'
import { type OutlineEntry, outlineOf } from '../../../corpus/places.ts'
import type { ReadingText } from '../../../corpus/readingtext.ts'
import { formatVagueDate } from '../../../corpus/vaguedate.ts'
import { byline } from '../../elements/documenttable.ts'
import type { AppState } from '../../state/appstate.ts'
import type { Showing } from './showing.ts'

/** A document as it was read out of the library. */
export interface ReadDocument {
	readonly detail: DocumentDetail
	readonly text: ReadingText
	/** Of an original with true pages; else empty. */
	readonly pages: readonly PageSize[]
	/** The original's own table of contents, else its headings. */
	readonly outline: readonly OutlineEntry[]
	/** Authors, date, how long it takes to read: one line. */
	readonly byline: string
	/** The text begins with the document's title: none is needed above it. */
	readonly titled: boolean
}

/** A document in the page. */
export interface OpenedDocument extends ReadDocument, Showing {}

/** Words a minute that people read, about. */
const pace = 230

/** Reads a document. @throws {CallError} */
export async function readDocument(state: AppState, id: DocumentId): Promise<ReadDocument> {
	const [detail, text, pages] = await Promise.all([
		state.client.call('documents.get', { id }),
		state.client.call('documents.text', { id }),
		state.client.call('documents.pages', { id }),
	])
	return {
		text,
		pages,
		outline: text.outline?.length
			? text.outline.map(({ title, level, at }) => ({ title, level, start: at, end: at }))
			: outlineOf(text),
		...headOf(detail, text),
	}
}

/** What is shown of a document beside its text. */
export function headOf(
	detail: DocumentDetail,
	text: ReadingText,
): Pick<ReadDocument, 'detail' | 'byline' | 'titled'> {
	const [first] = text.blocks
	const titled =
		first?.kind === 'heading' &&
		foldForIndex(text.text.slice(first.start, first.end)) === foldForIndex(detail.metadata.title)
	return { detail, byline: lineOf(detail), titled }
}

/** How long so many words take to read: in minutes, from an hour and a half on in hours. */
export function readingTime(words: number): string {
	const minutes = Math.max(1, Math.round(words / pace))
	return minutes > 90 ? `${Math.round(minutes / 60).toLocaleString('en')} h` : `${minutes} min`
}

function lineOf(detail: DocumentDetail): string {
	const { issued } = detail.metadata
	const date = issued ? formatVagueDate(issued) : ''
	return [byline(detail), date, readingTime(detail.words)]
		.filter((part) => part !== '')
		.map(isolated)
		.join(' · ')
}

/** Keeps its own order of letters and digits beside words of another direction: U+2068 … U+2069. */
const isolated = (part: string): string => `\u2068${part}\u2069`
