import { join } from 'node:path'
import {
	type BrowserWindow,
	dialog,
	type MessageBoxOptions,
	type OpenDialogOptions,
	type SaveDialogOptions,
	shell,
} from 'electron'
import { UserError } from '../../corpus/errors.ts'
import type { Host } from '../app/options.ts'
import type { Copies } from './copies.ts'
import type { Places, Purpose } from './places.ts'

const forFolder: Readonly<Record<Parameters<Host['chooseFolder']>[0], OpenDialogOptions>> = {
	documents: { title: 'Add a folder', buttonLabel: 'Add', properties: ['openDirectory'] },
	export: {
		title: 'Export to a folder',
		buttonLabel: 'Export here',
		properties: ['openDirectory', 'createDirectory'],
	},
	library: {
		title: 'Open a library',
		buttonLabel: 'Open',
		message: 'Choose the folder of a library, or an empty folder for a new one.',
		properties: ['openDirectory', 'createDirectory'],
	},
}

const forFiles: Readonly<Record<Parameters<Host['chooseFiles']>[0], OpenDialogOptions>> = {
	documents: {
		title: 'Add documents',
		buttonLabel: 'Add',
		properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
	},
	table: {
		title: 'Choose a table or references',
		buttonLabel: 'Open',
		properties: ['openFile', 'dontAddToRecent'],
		filters: [
			{
				name: 'Tables and references',
				extensions: 'csv tsv tab xlsx jsonl ndjson json bib bibtex biblatex ris rdf'.split(' '),
			},
		],
	},
}

const documentFilters = (endings: readonly string[]) => [
	{ name: 'Documents', extensions: [...endings] },
	{ name: 'All files', extensions: ['*'] },
]

/** Asks with the system's dialogs. @param window null: there is none yet */
async function chosenPaths(
	window: BrowserWindow | null,
	places: Places,
	purpose: Purpose,
	options: OpenDialogOptions,
): Promise<readonly string[]> {
	const asked = { ...options, defaultPath: places.startFor(purpose) }
	const { canceled, filePaths } = window
		? await dialog.showOpenDialog(window, asked)
		: await dialog.showOpenDialog(asked)
	const [first] = filePaths
	if (canceled || first === undefined) return []
	places.chose(purpose, first, options.properties?.includes('openDirectory') ? 'folder' : 'file')
	return filePaths
}

export const chooseLibrary = async (window: BrowserWindow | null, places: Places): Promise<string | null> =>
	(await chosenPaths(window, places, 'library', forFolder.library))[0] ?? null

const savingProperties: SaveDialogOptions['properties'] = [
	'createDirectory',
	'showOverwriteConfirmation',
	'dontAddToRecent',
]

/**
 * @param window gives the window that asks: dialogs belong to it
 * @param copies opens files in other programs
 * @param places where dialogs begin
 */
export const desktopHost = (
	window: () => BrowserWindow | null,
	copies: Copies,
	places: Places,
	openLibrary: Host['openLibrary'],
): Host => ({
	chooseFiles: (kind, endings) =>
		chosenPaths(window(), places, kind, {
			...(kind === 'documents' ? { filters: documentFilters(endings) } : {}),
			...forFiles[kind],
		}),
	chooseFolder: async (kind) => (await chosenPaths(window(), places, kind, forFolder[kind]))[0] ?? null,
	async choosePlace(name) {
		const options = {
			title: 'Save a copy of the original',
			defaultPath: join(places.startFor('copy'), name),
			properties: savingProperties,
		}
		const parent = window()
		const { canceled, filePath } = parent
			? await dialog.showSaveDialog(parent, options)
			: await dialog.showSaveDialog(options)
		if (canceled || filePath === '') return null
		places.chose('copy', filePath, 'file')
		return filePath
	},
	openCopy: (name, bytes) => copies.open(name, bytes),
	async showFolder(folder) {
		const problem = await shell.openPath(folder)
		if (problem !== '')
			throw new UserError(
				'unsupported',
				`No program could show the folder ${folder}. Nothing is wrong with it.`,
			)
	},
	async openLink(href) {
		if (!/^(https?|mailto):/i.test(href))
			throw new UserError('invalid', 'Only web and mail addresses can be opened.')
		const { response } = await ask(window(), {
			type: 'question',
			message: 'Open this address in another program?',
			detail: href,
			buttons: ['Open', 'Cancel'],
		})
		if (response === 0) await shell.openExternal(href)
	},
	openLibrary,
	offerDownload: null,
})

export interface Question {
	readonly type: 'question' | 'warning' | 'error'
	readonly message: string
	readonly detail?: string
	/** The first is the default, the last the way out. */
	readonly buttons: readonly string[]
}

const optionsOf = (question: Question): MessageBoxOptions => ({
	...question,
	buttons: [...question.buttons],
	defaultId: 0,
	cancelId: question.buttons.length - 1,
	noLink: true,
})

/**
 * Asks while everything waits, because what is asked about would happen meanwhile. The last button is the
 * default as well.
 * @returns which was pressed
 */
export const askAtOnce = (window: BrowserWindow, question: Question): number =>
	dialog.showMessageBoxSync(window, { ...optionsOf(question), defaultId: question.buttons.length - 1 })

export function ask(window: BrowserWindow | null, question: Question): Promise<{ response: number }> {
	const options = optionsOf(question)
	return window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options)
}

/** Says what the reader can only take note of. */
export async function warn(
	window: BrowserWindow,
	warning: Pick<Question, 'message' | 'detail'>,
): Promise<void> {
	await ask(window, { ...warning, type: 'warning', buttons: ['OK'] })
}
