import type { ReactiveControllerHost } from 'lit'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { AppState } from '../../state/appstate.ts'
import type { OpenedDocument } from './openeddocument.ts'
import type { PassageDesk } from './passagedesk.ts'

/** What the controllers of a reading pane may know of it. */
export interface Pane extends ReactiveControllerHost {
	readonly state: AppState
	readonly document: DocumentId
	/** null until the document was read. */
	readonly opened: OpenedDocument | null
	readonly desk: PassageDesk
	/** The box that scrolls, and the sheet in it that text and margin stand on. */
	readonly scroller: HTMLElement | null
	readonly sheet: HTMLElement | null
	readonly margin: HTMLElement | null
	/** Gives the keyboard back to the text. */
	focusText(): void
}
