import { afterAll, beforeAll, describe } from 'vitest'
import type { FileToken } from '../../corpus/ids.ts'
import type { Bridge } from '../../preload/bridge.ts'
import { callCases } from './cases/calls.ts'
import { collectionCases } from './cases/collections.ts'
import { documentCases } from './cases/documents.ts'
import { exportCases } from './cases/exporting.ts'
import { highlightCases } from './cases/highlights.ts'
import { historyCases } from './cases/history.ts'
import { importCases } from './cases/importing.ts'
import { metadataCases } from './cases/metadata.ts'
import { noteCases } from './cases/notes.ts'
import { programCases } from './cases/program.ts'
import { referenceCases } from './cases/references.ts'
import { searchCases } from './cases/searching.ts'
import { settingsCases } from './cases/settings.ts'
import { tableCases } from './cases/tables.ts'
import { themeCases } from './cases/themes.ts'
import { type Scene, sceneOf } from './scene.ts'

/** An application behind some join, as the suite needs it. */
export interface ContractFixture {
	readonly bridge: Bridge
	/** Names a file or folder as the face's dialogs would. @param path absolute */
	issueToken(path: string): FileToken | Promise<FileToken>
	/** An empty folder for the suite's files. Absolute. */
	readonly folder: string
	close(): Promise<void>
}

/**
 * What every join of the page to the application must do alike: each call of the contract, plain, with bad
 * input, and with its errors. One application serves the whole suite; each test brings its own documents.
 *
 * @param open opens an application with an empty library
 */
export function contractSuite(name: string, open: () => Promise<ContractFixture>): void {
	describe(`the contract, ${name}`, () => {
		let fixture: ContractFixture | null = null
		let scene: Scene | null = null
		beforeAll(async () => {
			fixture = await open()
			scene = sceneOf(fixture)
		}, 60_000)
		afterAll(() => fixture?.close())

		const current = (): Scene => {
			if (!scene) throw new Error('The application did not open')
			return scene
		}
		describe('calls', () => callCases(current))
		describe('import', () => importCases(current))
		describe('documents', () => documentCases(current))
		describe('collections', () => collectionCases(current))
		describe('highlights', () => highlightCases(current))
		describe('themes', () => themeCases(current))
		describe('notes', () => noteCases(current))
		describe('history', () => historyCases(current))
		describe('search', () => searchCases(current))
		describe('tables of metadata', () => metadataCases(current))
		describe('references', () => referenceCases(current))
		describe('tables of texts', () => tableCases(current))
		describe('export', () => exportCases(current))
		describe('the program', () => programCases(current))
		describe('settings', () => settingsCases(current))
	})
}
