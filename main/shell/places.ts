import { dirname } from 'node:path'

/** What a dialog of the system asks a file or a folder for. */
export type Purpose = 'documents' | 'table' | 'export' | 'library' | 'copy'

/**
 * Where dialogs begin: where the last one for the same purpose ended in this run. Told nothing, some begin in a
 * list of what was used lately, in which no folder can be chosen.
 */
export class Places {
	readonly #first: () => string
	readonly #last = new Map<Purpose, string>()

	/** @param first a folder to begin with. Absolute */
	constructor(first: () => string) {
		this.#first = first
	}

	/** @returns a folder. Absolute */
	startFor(purpose: Purpose): string {
		return this.#last.get(purpose) ?? this.#first()
	}

	chose(purpose: Purpose, path: string, kind: 'file' | 'folder'): void {
		this.#last.set(purpose, kind === 'folder' ? path : dirname(path))
	}
}
