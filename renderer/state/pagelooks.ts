import type { DocumentId } from '../../corpus/ids.ts'

/** How the reader looks at a document that has pages. */
export interface PageLook {
	/** As pages, or as a text that flows; null: the reader has not chosen yet. */
	readonly mode: 'text' | 'pages' | null
	/** As large as fits, or a multiple of the true size; `auto`: as wide as fits, but not huge. */
	readonly zoom: 'auto' | 'width' | 'page' | number
	readonly thumbnails: boolean
	/** What opened the file. It is never written anywhere. */
	readonly password: string | null
}

/** How each document is looked at. It lives as long as the window. */
export class PageLooks {
	/** Pages stay white whatever the colours of the paper are. */
	areWhite = false
	readonly #looks = new Map<DocumentId, PageLook>()

	of(document: DocumentId): PageLook | undefined {
		return this.#looks.get(document)
	}

	/** Changes some of it. */
	set(document: DocumentId, patch: Partial<PageLook>): PageLook {
		const before = this.#looks.get(document) ?? {
			mode: null,
			zoom: 'auto',
			thumbnails: false,
			password: null,
		}
		const look = { ...before, ...patch }
		this.#looks.set(document, look)
		return look
	}

	/** Another library is open. */
	clear(): void {
		this.#looks.clear()
	}
}
