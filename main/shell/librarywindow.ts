import { BrowserWindow, type IpcMainInvokeEvent, screen } from 'electron'
import type { FileToken, LibraryId } from '../../corpus/ids.ts'
import type { Change, Reply, ShowTarget } from '../../preload/bridge.ts'
import { channels } from '../../preload/desktop.ts'
import type { App } from '../app/options.ts'
import type { Memory } from '../system/memory.ts'
import { confine, confinedSession } from './confinement.ts'
import { pageOrigin, serveScheme } from './scheme.ts'
import { least, windowArea } from './windowstate.ts'

export interface LibraryWindowOptions {
	readonly app: App
	/** The library's folder. Absolute. */
	readonly folder: string
	readonly library: LibraryId
	readonly pageFolder: string
	readonly preload: string
	readonly icon: string
	/** Tells this window's session apart from others'. */
	readonly name: string
	readonly area: Memory['window']
	readonly onChange: (change: Change) => void
}

/** A window with the library it shows. Another library may take its place. */
export class LibraryWindow {
	readonly window: BrowserWindow
	#app: App
	#folder: string
	#library: LibraryId
	#deaf: () => void
	readonly #onChange: (change: Change) => void
	/** What the page is to do once it listens; null: it does. */
	#waiting: (() => void)[] | null = []

	constructor(options: LibraryWindowOptions) {
		this.#app = options.app
		this.#folder = options.folder
		this.#library = options.library
		this.#onChange = options.onChange
		const session = confinedSession(options.name)
		serveScheme(session, {
			folder: options.pageFolder,
			assets: (version, key) => this.#app.assets(version, key),
			originalOf: (document) => this.#app.originalOf(document),
		})
		this.window = new BrowserWindow({
			...windowArea(
				options.area,
				screen.getAllDisplays().map((display) => display.workArea),
			),
			minWidth: least.width,
			minHeight: least.height,
			title: 'Commonplace',
			...(process.platform === 'linux' ? { icon: options.icon } : {}),
			show: false,
			webPreferences: {
				preload: options.preload,
				session,
				sandbox: true,
				contextIsolation: true,
				nodeIntegration: false,
				webviewTag: false,
				spellcheck: false,
				navigateOnDragDrop: false,
			},
		})
		if (options.area?.maximized) this.window.maximize()
		confine(this.window.webContents)
		this.#answer()
		this.#deaf = this.#app.bridge.onChange((change) => this.#hear(change))
		this.window.once('ready-to-show', () => this.window.show())
	}

	get app(): App {
		return this.#app
	}

	get folder(): string {
		return this.#folder
	}

	get library(): LibraryId {
		return this.#library
	}

	load(): Promise<void> {
		return this.window.loadURL(`${pageOrigin}/`)
	}

	focus(): void {
		if (this.window.isMinimized()) this.window.restore()
		this.window.show()
		this.window.focus()
	}

	/** Shows another library in this window. @returns the application of the one before, to be closed */
	replace(app: App, folder: string, library: LibraryId): App {
		const before = this.#app
		this.#deaf()
		this.#app = app
		this.#folder = folder
		this.#library = library
		this.#deaf = app.bridge.onChange((change) => this.#hear(change))
		this.#hear({ kind: 'library' })
		return before
	}

	/** Tells the page, as soon as it listens. */
	tell(change: Change): void {
		this.#whenListening(() => this.#hear(change))
	}

	/** @returns false when the target is not in this library */
	show(target: ShowTarget): Promise<boolean> {
		return new Promise((resolve, reject) =>
			this.#whenListening(() => this.#app.show(target).then(resolve, reject)),
		)
	}

	/** The page's connection to the application ends; what it asked for goes on. */
	disconnect(): void {
		this.#deaf()
	}

	#hear(change: Change): void {
		this.#onChange(change)
		if (!this.window.isDestroyed()) this.window.webContents.send(channels.change, change)
	}

	#whenListening(act: () => void): void {
		if (this.#waiting === null) act()
		else this.#waiting.push(act)
	}

	#answer(): void {
		const { ipc } = this.window.webContents
		ipc.handle(channels.call, (event, method: unknown, input: unknown): Promise<Reply> | Reply => {
			if (!this.#isPage(event) || typeof method !== 'string') return refused
			const waiting = this.#waiting ?? []
			this.#waiting = null
			// A page listens before it calls.
			for (const act of waiting) act()
			return this.#app.bridge.call(method, input)
		})
		ipc.handle(channels.file, (event, path: unknown): FileToken | null =>
			this.#isPage(event) && typeof path === 'string' ? this.#app.issueToken(path) : null,
		)
	}

	#isPage(event: IpcMainInvokeEvent): boolean {
		const frame = event.senderFrame
		return (
			frame !== null && frame === this.window.webContents.mainFrame && frame.url.startsWith(`${pageOrigin}/`)
		)
	}
}

const refused: Reply = { ok: false, code: 'invalid', message: 'This is no call. Nothing was changed.' }
