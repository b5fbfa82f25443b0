import type { BrowserWindow } from 'electron'
import type { LibraryId } from '../../corpus/ids.ts'
import type { Change, ShowTarget } from '../../preload/bridge.ts'
import type { App } from '../app/options.ts'
import type { PageWindow } from './pagewindow.ts'

/** A library that is open. */
export interface OpenLibrary {
	readonly app: App
	/** Absolute. */
	readonly folder: string
	readonly library: LibraryId
}

/** A window with the library it shows. Another library may take its place. */
export class LibraryWindow {
	readonly #page: PageWindow
	readonly #onChange: (change: Change) => void
	#open: OpenLibrary
	#deaf: () => void

	constructor(page: PageWindow, open: OpenLibrary, onChange: (change: Change) => void) {
		this.#page = page
		this.#onChange = onChange
		this.#open = open
		this.#deaf = open.app.bridge.onChange((change) => this.#hear(change))
	}

	get window(): BrowserWindow {
		return this.#page.window
	}

	get app(): App {
		return this.#open.app
	}

	get folder(): string {
		return this.#open.folder
	}

	get library(): LibraryId {
		return this.#open.library
	}

	focus(): void {
		if (this.window.isMinimized()) this.window.restore()
		this.window.show()
		this.window.focus()
	}

	/** Shows another library in this window. @returns the application of the one before, to be closed */
	replace(other: OpenLibrary): App {
		const before = this.app
		this.#deaf()
		this.#open = other
		this.#page.connect(other.app)
		this.#deaf = other.app.bridge.onChange((change) => this.#hear(change))
		this.#hear({ kind: 'library' })
		return before
	}

	/** Tells the page, as soon as it listens. */
	tell(change: Change): void {
		this.#page.whenListening(() => this.#hear(change))
	}

	/** @returns false when the target is not in this library */
	show(target: ShowTarget): Promise<boolean> {
		return new Promise((resolve, reject) =>
			this.#page.whenListening(() => this.app.show(target).then(resolve, reject)),
		)
	}

	/** The page's connection to the application ends; what it asked for goes on. */
	disconnect(): void {
		this.#deaf()
	}

	#hear(change: Change): void {
		this.#onChange(change)
		this.#page.send(change)
	}
}
