import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, Menu, shell } from 'electron'
import type { LibraryInfo } from '../../corpus/entities.ts'
import { UserError } from '../../corpus/errors.ts'
import type { LibraryId } from '../../corpus/ids.ts'
import type { Link } from '../../corpus/links.ts'
import { defaultSettings, type Settings } from '../../corpus/settings.ts'
import type { Change } from '../../preload/bridge.ts'
import { holdsLibrary } from '../app/existinglibrary.ts'
import type { App, Host, Log } from '../app/options.ts'
import { ownLibrary, type Surroundings, usualLibrary } from '../system/folders.ts'
import { type Memory, recall, rememberIfPossible } from '../system/memory.ts'
import { complaintOf, strayComplaint } from './complaints.ts'
import { Copies } from './copies.ts'
import { ask, askAtOnce, chooseLibrary, desktopHost, warn } from './dialogs.ts'
import { isTooLong, keep, pack, unpack } from './handover.ts'
import { type Invocation, invocationOf, nothing, readInvocation } from './invocation.ts'
import { LibraryWindow, type OpenLibrary } from './librarywindow.ts'
import { menuTemplate } from './menu.ts'
import { PageWindow } from './pagewindow.ts'
import { Places } from './places.ts'

export interface DesktopOptions {
	readonly around: Surroundings
	/** Where the user's own things of this app lie. Absolute. */
	readonly userFolder: string
	/** Where the built page lies. Absolute. */
	readonly pageFolder: string
	/** The built preload script. Absolute. */
	readonly preload: string
	/** A picture for the windows of systems that ask the program for it. Absolute. */
	readonly icon: string
	readonly log: Log
	readonly openApp: (folder: string, host: Host) => Promise<App>
}

/** The desktop app: one process, a window for each library that is open. */
export class Desktop {
	readonly #options: DesktopOptions
	readonly #memory: string
	readonly #copies: Copies
	readonly #places = new Places(documentsFolder)
	readonly #windows = new Set<LibraryWindow>()
	/** Applications that are saving what they were told. */
	readonly #closing = new Set<Promise<void>>()
	#opened = 0
	/** Ends when no library is being opened. */
	#opening: Promise<unknown> = Promise.resolve()
	#keys: Settings['keys'] = {}

	constructor(options: DesktopOptions) {
		this.#options = options
		this.#memory = join(options.userFolder, 'memory.json')
		this.#copies = new Copies(app.getPath('temp'), (path) => shell.openPath(path))
	}

	/** To be called once, before Electron is ready. */
	start(): void {
		const words = process.argv.slice(1)
		const temporary = app.getPath('temp')
		const asked = this.#invocation(words, process.cwd(), this.#options.around)
		if (isTooLong(words)) {
			startWith([...words.filter((word) => isForElectron(word)), keep(asked, temporary)])
			return
		}
		const handover = pack(words, asked)
		if (!app.requestSingleInstanceLock(handover)) {
			app.quit()
			return
		}
		app.on('second-instance', (_event, _argv, _folder, data) =>
			this.#attempt(this.#follow(unpack(data, temporary))),
		)
		app.on('open-url', (event, url) => {
			event.preventDefault()
			this.#handOver(url)
		})
		app.on('open-file', (event, path) => {
			event.preventDefault()
			this.#handOver(path)
		})
		app.on('activate', () => {
			if (this.#windows.size === 0) this.#attempt(this.#follow(nothing))
		})
		app.on('window-all-closed', () => void this.#quitWhenSaved())
		app.on('quit', () => this.#copies.remove())
		app.on('will-quit', (event) => {
			if (this.#closing.size === 0) return
			event.preventDefault()
			void this.#quitWhenSaved()
		})
		app.whenReady().then(() => this.#setMenu())
		// A library is opened while Electron gets ready: neither has to wait for the other.
		this.#attempt(this.#follow(unpack(handover, temporary)))
	}

	/** For work that nobody waits for: what goes wrong in it is a bug, and is logged. */
	#attempt(work: Promise<void>): void {
		work.catch((error: unknown) => this.#options.log('error', 'The desktop made a mistake.', error))
	}

	#invocation(words: readonly string[], from: string, around: Surroundings): Invocation {
		const told = around.env['COMMONPLACE_LIBRARY']
		return readInvocation(words, from, told, resolve(app.getAppPath()), existsSync)
	}

	/** For a file or a link that macOS hands over: it may come before there is a window. */
	#handOver(word: string): void {
		const asked = { ...nothing, ...invocationOf(word, process.cwd(), existsSync) }
		this.#attempt(app.whenReady().then(() => this.#follow(asked)))
	}

	/** Brings what was asked for to the front, opening what is not open yet. */
	async #follow(invocation: Invocation): Promise<void> {
		const window = await this.#inTurn(() => this.#windowFor(invocation))
		if (window === null) return
		window.focus()
		const { library, files, link, lost } = invocation
		// The reader may have opened another library than the one that was named for the files.
		const stray = files.length > 0 && library !== null && !same(window.folder, library)
		if (stray) await warn(window.window, strayComplaint(files, library))
		else if (files.length > 0)
			window.tell({ kind: 'files', files: files.map((path) => window.app.issueToken(path)) })
		if (link !== null) await this.#showLink(window, link)
		if (lost.length > 0) await warn(window.window, complaintOf(lost))
	}

	/** One library is opened after the other, and after those that close: else they would find a lock of ours. */
	#inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = this.#opening.then(() => Promise.all(this.#closing)).then(work)
		this.#opening = result.catch(() => {})
		return result
	}

	/** The window of the library that is meant; opened when it is not open yet. */
	async #windowFor({ library, link }: Invocation): Promise<LibraryWindow | null> {
		const linked = this.#all().find((one) => one.library === link?.library)
		if (linked) return linked
		const folder = this.#lastPlace(link) ?? library
		const open = folder === null ? this.#current() : this.#showing(folder)
		if (open) return open
		if (folder === null || existsSync(folder) || (await this.#isWanted(folder))) return this.#open(folder)
		return this.#current() ? null : this.#open(null)
	}

	/** Where the library lies into which a link leads; null: not known, or not there any more */
	#lastPlace(link: Link | null): string | null {
		const { libraries } = recall(this.#memory)
		const folder = link && Object.hasOwn(libraries, link.library) ? libraries[link.library] : undefined
		return folder !== undefined && holdsLibrary(folder) ? folder : null
	}

	/** A new library is made in a folder that is there, or where the reader says so: its name may be mistyped. */
	async #isWanted(folder: string): Promise<boolean> {
		await app.whenReady()
		const current = this.#current()
		current?.focus()
		const { response } = await ask(current?.window ?? null, {
			type: 'question',
			message: `There is no folder ${folder}.`,
			detail: 'Its name may be mistyped, or it lies on a drive that is not there. Nothing was made yet.',
			buttons: ['Make a new library there', current ? 'Cancel' : 'Open the usual library'],
		})
		return response === 0
	}

	async #showLink(window: LibraryWindow, link: Link): Promise<void> {
		if (window.library === link.library && (await window.show(link.target))) return
		await warn(window.window, {
			message:
				window.library === link.library
					? 'What this link leads to is not in the library any more.'
					: 'This link leads into a library that was not opened on this machine yet, or is not where it was. Open it and follow the link again.',
		})
	}

	#current(): LibraryWindow | undefined {
		const all = this.#all()
		return all.find((one) => one.window.isFocused()) ?? all.at(-1)
	}

	#showing(folder: string): LibraryWindow | undefined {
		return this.#all().find((one) => same(one.folder, folder))
	}

	#all(): readonly LibraryWindow[] {
		return [...this.#windows]
	}

	/** Opens a library in a window of its own. @param folder null: the usual one. @returns null when the reader gave up */
	async #open(folder: string | null): Promise<LibraryWindow | null> {
		let opened: LibraryWindow | null = null
		const host = desktopHost(
			() => opened?.window ?? null,
			this.#copies,
			this.#places,
			async (other) => {
				const window = opened
				if (window !== null) await this.#inTurn(() => this.#openInPlace(window, other))
			},
		)
		const opening = this.#startApp(folder, host)
		await app.whenReady()
		this.#opened += 1
		const { pageFolder, preload, icon } = this.#options
		const page = new PageWindow(
			{ pageFolder, preload, icon, name: `library-${this.#opened}`, remembered: recall(this.#memory).window },
			opening.then((open) => open?.app ?? null),
		)
		const loading = page
			.load()
			.catch((error: unknown) => this.#options.log('error', 'The page was not loaded.', error))
		const open = await opening
		if (open === null || page.window.isDestroyed()) {
			if (open) this.#close(open.app)
			else page.window.destroy()
			return null
		}
		opened = new LibraryWindow(page, open, (change) => void this.#watch(change))
		this.#windows.add(opened)
		this.#attend(opened)
		this.#rememberLibrary(open.folder, open.library)
		await loading
		await this.#readKeys(opened.app)
		return opened
	}

	/** Tries, and lets the reader choose another folder as long as that fails. */
	async #startApp(wanted: string | null, host: Host): Promise<OpenLibrary | null> {
		let folder = wanted
		for (;;) {
			try {
				folder ??= usualLibrary(recall(this.#memory).library, this.#options.around)
				const started = await this.#options.openApp(folder, host)
				return { app: started, folder, library: await libraryId(started) }
			} catch (error) {
				this.#options.log('error', `The library ${folder ?? 'of the last time'} could not be opened.`, error)
				const other = await this.#explain(error, folder)
				if (other === null) return null
				folder = other
			}
		}
	}

	/** @returns the folder to try instead; null: none */
	async #explain(error: unknown, folder: string | null): Promise<string | null> {
		await app.whenReady()
		const usual = this.#otherThan(folder)
		const choices: readonly { readonly label: string; readonly chosen: () => Promise<string | null> }[] = [
			...(usual === null ? [] : [{ label: 'Open the usual library', chosen: async () => usual }]),
			{ label: 'Open another library…', chosen: () => chooseLibrary(null, this.#places) },
			{ label: 'Close', chosen: async () => null },
		]
		const details = [folder, usual === null ? null : `The usual library is at ${usual}`]
		const { response } = await ask(null, {
			type: 'error',
			message:
				error instanceof UserError
					? error.message
					: 'The library could not be opened because of a mistake in Commonplace. Nothing was changed.',
			detail: details.filter((line) => line !== null).join('\n\n'),
			buttons: choices.map(({ label }) => label),
		})
		return choices[response]?.chosen() ?? null
	}

	/** What can be opened in the place of a library that cannot be: the last one, the user's own, any that is known. */
	#otherThan(folder: string | null): string | null {
		const { library, libraries } = recall(this.#memory)
		const known = [library, ownLibrary(this.#options.around), ...Object.values(libraries).toReversed()]
		const isOther = (each: string | null) =>
			each !== null && each !== folder && holdsLibrary(each) && !this.#showing(each)
		return known.find(isOther) ?? null
	}

	async #openInPlace(window: LibraryWindow, folder: string): Promise<void> {
		const open = this.#showing(folder)
		if (open) {
			open.focus()
			return
		}
		const host = desktopHost(
			() => window.window,
			this.#copies,
			this.#places,
			(other) => this.#inTurn(() => this.#openInPlace(window, other)),
		)
		const started = await this.#options.openApp(folder, host)
		const library = await libraryId(started)
		const before = window.replace({ app: started, folder, library })
		this.#rememberLibrary(folder, library)
		await this.#readKeys(started)
		// The call that asked for this is still being answered by the application that closes.
		setImmediate(() => this.#close(before))
	}

	#attend(opened: LibraryWindow): void {
		const { window } = opened
		window.on('close', () => {
			const maximized = window.isMaximized()
			const zoom = window.webContents.getZoomFactor()
			this.#remember({ window: { ...window.getNormalBounds(), maximized, zoom } })
		})
		// The page holds words of the reader's that could not be saved.
		window.webContents.on('will-prevent-unload', (event) => {
			const answer = askAtOnce(window, {
				type: 'warning',
				message: 'A note could not be saved. If you close the window now, what you wrote last is lost.',
				detail:
					'Back in the window you can copy it, or make room for it: it is saved as soon as that is possible.',
				buttons: ['Close and lose it', 'Back to the window'],
			})
			if (answer === 0) event.preventDefault()
		})
		window.on('closed', () => {
			this.#windows.delete(opened)
			opened.disconnect()
			this.#close(opened.app)
		})
		window.webContents.on('render-process-gone', (_event, { reason }) => {
			this.#options.log('error', `The page is gone: ${reason}.`)
			if (reason !== 'clean-exit') this.#attempt(this.#reload(window))
		})
		window.on('focus', () => void this.#readKeys(opened.app))
	}

	async #reload(window: BrowserWindow): Promise<void> {
		const { response } = await ask(window, {
			type: 'error',
			message: 'The window stopped working. What was saved is safe.',
			buttons: ['Show it again', 'Close'],
		})
		if (response === 0) window.webContents.reload()
		else window.destroy()
	}

	#close(ending: App): void {
		const closed: Promise<void> = ending
			.close()
			.catch((error: unknown) => this.#options.log('error', 'A library was not closed in order.', error))
			.finally(() => this.#closing.delete(closed))
		this.#closing.add(closed)
	}

	async #quitWhenSaved(): Promise<void> {
		await Promise.all(this.#closing)
		await this.#opening
		if (this.#windows.size === 0) app.quit()
	}

	#remember(change: Partial<Memory>): void {
		rememberIfPossible(this.#memory, change, this.#options.log)
	}

	#rememberLibrary(folder: string, library: LibraryId): void {
		// The one that was used last stands last.
		const { [library]: _, ...others } = recall(this.#memory).libraries
		this.#remember({ library: folder, libraries: { ...others, [library]: folder } })
	}

	async #watch(change: Change): Promise<void> {
		if (change.kind !== 'changed' || !change.settings) return
		const current = this.#current()
		if (current) await this.#readKeys(current.app)
	}

	async #readKeys(from: App): Promise<void> {
		const reply = await from.bridge.call('settings.get', {})
		const { keys } = reply.ok ? (reply.value as Settings) : defaultSettings
		if (JSON.stringify(keys) === JSON.stringify(this.#keys)) return
		this.#keys = keys
		this.#setMenu()
	}

	#setMenu(): void {
		const template = menuTemplate(this.#keys, process.platform === 'darwin', (command) =>
			this.#current()?.tell({ kind: 'command', command }),
		)
		Menu.setApplicationMenu(Menu.buildFromTemplate(template))
	}
}

/** A desktop may name one that was removed. */
function documentsFolder(): string {
	const folder = app.getPath('documents')
	return existsSync(folder) ? folder : app.getPath('home')
}

/** Switches, and the app's own folder in a checkout; what a reader asks for is kept. */
const isForElectron = (word: string): boolean =>
	(word.startsWith('-') && !/^--library(=|$)/.test(word)) || resolve(word) === resolve(app.getAppPath())

/** Starts the app anew with a shorter command line. */
function startWith(args: readonly string[]): void {
	const execPath = process.env['APPIMAGE']
	app.relaunch({ args: [...args], ...(execPath ? { execPath } : {}) })
	app.exit(0)
}

async function libraryId(app: App): Promise<LibraryId> {
	const reply = await app.bridge.call('library.info', {})
	if (!reply.ok) throw new UserError(reply.code, reply.message)
	return (reply.value as LibraryInfo).id
}

/** Whether two paths name one folder, whatever links lead to it. */
function same(a: string, b: string): boolean {
	const real = (path: string) => (existsSync(path) ? realpathSync.native(path) : path)
	return real(a) === real(b)
}
