import { BrowserWindow, type ContextMenuParams, type IpcMainInvokeEvent, Menu, screen } from 'electron'
import type { FileToken } from '../../corpus/ids.ts'
import type { Change, Reply } from '../../preload/bridge.ts'
import { channels } from '../../preload/desktop.ts'
import type { App } from '../app/options.ts'
import type { Memory } from '../system/memory.ts'
import { confine, confinedSession } from './confinement.ts'
import { contextMenu } from './contextmenu.ts'
import { pageOrigin, serveScheme } from './scheme.ts'
import { least, windowArea, windowZoom } from './windowstate.ts'

export interface PageWindowOptions {
	readonly pageFolder: string
	readonly preload: string
	readonly icon: string
	/** Tells this window's session apart from others'. */
	readonly name: string
	/** The window as it was. */
	readonly remembered: Memory['window']
}

/**
 * A window with the page in it, and the two channels between page and application. The page may load while
 * its library is still being opened: what it asks for waits, and the window is not seen before.
 */
export class PageWindow {
	readonly window: BrowserWindow
	#app: Promise<App | null>
	/** What the page is to do once it listens; null: it does. */
	#waiting: (() => void)[] | null = []

	/** @param app answers the page; null: there will be none, and the window is to be destroyed */
	constructor(options: PageWindowOptions, app: Promise<App | null>) {
		this.#app = app
		const session = confinedSession(options.name)
		serveScheme(session, {
			folder: options.pageFolder,
			assets: async (version, key) => (await this.#app)?.assets(version, key) ?? null,
			originalOf: async (document) => (await this.#app)?.originalOf(document) ?? null,
		})
		this.window = new BrowserWindow({
			...windowArea(
				options.remembered,
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
		confine(this.window.webContents)
		// Chromium keeps it for a page by its address, which it has from here on; nothing is painted yet.
		this.window.webContents.once('did-navigate', () =>
			this.window.webContents.setZoomFactor(windowZoom(options.remembered)),
		)
		this.window.webContents.on('context-menu', (_event, asked) => this.#showMenu(asked))
		this.#answer()
		this.window.once('ready-to-show', async () => {
			if (!(await this.#app) || this.window.isDestroyed()) return
			// Before, it would show a window in which nothing is painted.
			if (options.remembered?.maximized) this.window.maximize()
			this.window.show()
		})
	}

	load(): Promise<void> {
		return this.window.loadURL(`${pageOrigin}/`)
	}

	/** Another application answers from now on. */
	connect(app: App): void {
		this.#app = Promise.resolve(app)
	}

	/** Tells the page, which hears it only once it listens. */
	send(change: Change): void {
		if (!this.window.isDestroyed()) this.window.webContents.send(channels.change, change)
	}

	/** Does something as soon as the page listens. */
	whenListening(act: () => void): void {
		if (this.#waiting === null) act()
		else this.#waiting.push(act)
	}

	#showMenu(asked: ContextMenuParams): void {
		const { x, y, menuSourceType: sourceType } = asked
		const menu = Menu.buildFromTemplate(contextMenu(asked))
		if (menu.items.length > 0) menu.popup({ window: this.window, x, y, sourceType })
	}

	#answer(): void {
		const { ipc } = this.window.webContents
		ipc.handle(channels.call, async (event, method: unknown, input: unknown): Promise<Reply> => {
			if (!this.#isPage(event) || typeof method !== 'string') return refused
			const waiting = this.#waiting ?? []
			this.#waiting = null
			// A page listens before it calls.
			for (const act of waiting) act()
			return (await this.#app)?.bridge.call(method, input) ?? refused
		})
		ipc.handle(channels.file, async (event, path: unknown): Promise<FileToken | null> => {
			if (!this.#isPage(event) || typeof path !== 'string') return null
			return (await this.#app)?.issueToken(path) ?? null
		})
	}

	#isPage(event: IpcMainInvokeEvent): boolean {
		const frame = event.senderFrame
		return (
			frame !== null && frame === this.window.webContents.mainFrame && frame.url.startsWith(`${pageOrigin}/`)
		)
	}
}

const refused: Reply = { ok: false, code: 'invalid', message: 'This is no call. Nothing was changed.' }
