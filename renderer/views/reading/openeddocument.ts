import type { DocumentDetail } from '../../../corpus/entities.ts'
import { foldForIndex } from '../../../corpus/folding.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import { type OutlineEntry, outlineOf } from '../../../corpus/places.ts'
import { formatVagueDate } from '../../../corpus/vaguedate.ts'
import { byline } from '../../elements/documenttable.ts'
import { Find } from '../../reading/find.ts'
import { Geometry } from '../../reading/geometry.ts'
import { Painter } from '../../reading/paint.ts'
import { renderText, type Surface } from '../../reading/surface.ts'
import type { AppState } from '../../state/appstate.ts'

/** A document in the page. */
export interface OpenedDocument {
	readonly detail: DocumentDetail
	readonly surface: Surface
	readonly painter: Painter
	readonly geometry: Geometry
	readonly find: Find
	readonly outline: readonly OutlineEntry[]
	/** Authors, date, how long it takes to read: one line. */
	readonly byline: string
	/** The text begins with the document's title: none is needed above it. */
	readonly titled: boolean
}

/** Words a minute that people read, about. */
const pace = 230

/** Reads a document and builds its page. @throws {CallError} */
export async function openDocument(state: AppState, id: DocumentId): Promise<OpenedDocument> {
	const [detail, text] = await Promise.all([
		state.client.call('documents.get', { id }),
		state.client.call('documents.text', { id }),
	])
	const { metadata, version } = detail
	const surface = renderText(text, {
		document,
		assetUrl: (key) => state.host.assetUrl(version, key),
		label: metadata.title,
		...(metadata.language === undefined ? {} : { language: metadata.language }),
	})
	const painter = new Painter(surface)
	const line = lineOf(detail)
	const [first] = text.blocks
	const titled =
		first?.kind === 'heading' &&
		foldForIndex(text.text.slice(first.start, first.end)) === foldForIndex(metadata.title)
	const heading = surface.blocks[0]
	if (titled && heading) heading.dataset['byline'] = line
	return {
		detail,
		surface,
		painter,
		geometry: new Geometry(surface),
		find: new Find(surface, painter),
		outline: outlineOf(text),
		byline: line,
		titled,
	}
}

/** How long so many words take to read: in minutes, from an hour and a half on in hours. */
export function readingTime(words: number): string {
	const minutes = Math.max(1, Math.round(words / pace))
	return minutes > 90 ? `${Math.round(minutes / 60).toLocaleString('en')} h` : `${minutes} min`
}

function lineOf(detail: DocumentDetail): string {
	const { issued } = detail.metadata
	const date = issued ? formatVagueDate(issued) : ''
	return [byline(detail), date, readingTime(detail.words)].filter((part) => part !== '').join(' · ')
}
