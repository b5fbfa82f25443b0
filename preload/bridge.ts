import type { CommandId } from '../corpus/commands.ts'
import type { ErrorCode } from '../corpus/errors.ts'
import type {
	CollectionId,
	DocumentId,
	FileToken,
	HighlightId,
	JobId,
	NoteId,
	ThemeId,
} from '../corpus/ids.ts'

/**
 * The seam between the page and the application. What carries it (a worker's port, loopback HTTP,
 * Electron's IPC, nothing at all) is nobody's business on either side.
 */
export interface Bridge {
	/** Answers every call, also the impossible ones: it never rejects. */
	call(method: string, input: unknown): Promise<Reply>
	/** @returns a function that stops listening */
	onChange(listener: (change: Change) => void): () => void
}

export type Reply =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly code: ErrorCode; readonly message: string }

/** What the application tells the page on its own account. Plain data. */
export type Change =
	/** A write was committed. Everybody hears it, whoever asked for it. */
	| Changed
	/** Long work goes on. `total` is null while it is not known. */
	| {
			readonly kind: 'progress'
			readonly job: JobId
			readonly label: string
			readonly done: number
			readonly total: number | null
	  }
	/** The system's menu asks the page to run a command. */
	| { readonly kind: 'command'; readonly command: CommandId }
	/** A `commonplace://` link or the system asks to show something. */
	| { readonly kind: 'show'; readonly target: ShowTarget }
	/** Files were handed to the application from outside the page: import them. */
	| { readonly kind: 'files'; readonly files: readonly FileToken[] }
	/** Another library is open now: read everything anew. */
	| { readonly kind: 'library' }

/** Which things were made, altered or removed by a write. */
export interface Changed {
	readonly kind: 'changed'
	readonly documents: readonly DocumentId[]
	readonly collections: readonly CollectionId[]
	readonly highlights: readonly HighlightId[]
	/** Documents whose highlights, notes or taggings changed: their counts did too. */
	readonly touched: readonly DocumentId[]
	readonly themes: readonly ThemeId[]
	readonly notes: readonly NoteId[]
	readonly settings: boolean
	/** The list of steps changed. */
	readonly history: boolean
}

export type ShowTarget =
	| { readonly kind: 'document'; readonly document: DocumentId; readonly offset: number | null }
	| { readonly kind: 'highlight'; readonly highlight: HighlightId }
	| { readonly kind: 'theme'; readonly theme: ThemeId }
	| { readonly kind: 'note'; readonly note: NoteId }
