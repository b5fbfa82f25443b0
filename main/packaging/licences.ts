import { mkdirSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import type { Component } from '../../corpus/components.ts'
import { addedComponents, amendments } from './additions.ts'
import { packageComponent } from './packagecomponent.ts'

/** The builds whose bundles make up the program. */
export type Part = 'main' | 'preload' | 'renderer'

const parts: readonly Part[] = ['main', 'preload', 'renderer']

/**
 * Writes down whose work the program carries: exactly the packages of which something is in a bundle, and what
 * is in the program besides. One for a whole build; its plugins stand in the three parts of it, and the
 * last part to end writes the file. A package without a licence that may be carried stops the build.
 */
export class Licences {
	readonly #root: string
	readonly #file: string
	readonly #folders = new Set<string>()
	readonly #done = new Set<Part>()

	/**
	 * @param root the top of the project. Absolute
	 * @param file where the list goes, as JSON: an array of `Component`. Absolute
	 */
	constructor(root: string, file: string) {
		this.#root = root
		this.#file = file
	}

	plugin(part: Part): Plugin {
		return {
			name: 'licences',
			writeBundle: (_output, bundle) => {
				for (const piece of Object.values(bundle))
					for (const folder of this.#foldersOf(piece, (name) => Object.hasOwn(bundle, name)))
						this.#folders.add(folder)
				this.#done.add(part)
				if (parts.every((each) => this.#done.has(each))) this.#write()
			},
		}
	}

	/** @param isOwn whether an import names another file of the same results */
	#foldersOf(piece: Piece, isOwn: (name: string) => boolean): readonly string[] {
		if (piece.type === 'asset')
			return piece.originalFileNames.flatMap((name) => packageFolder(resolve(this.#root, 'renderer', name)))
		const modules = Object.keys(piece.modules).flatMap((id) => this.#ownerOf(id))
		const outside = [...piece.imports, ...piece.dynamicImports]
			.filter((name) => !isOwn(name) && !isBuiltin(name) && name !== 'electron')
			.flatMap((name) => packageFolder(join(this.#root, 'node_modules', name, 'x')))
		return [...modules, ...outside]
	}

	/** Helpers that the tools write into their results are their makers' work, too. */
	#ownerOf(id: string): readonly string[] {
		const [, tool] = /^\0(vite|rolldown)\//.exec(id) ?? []
		return tool === undefined ? packageFolder(id) : [join(this.#root, 'node_modules', tool)]
	}

	#write(): void {
		mkdirSync(dirname(this.#file), { recursive: true })
		writeFileSync(this.#file, JSON.stringify(this.components()))
	}

	/** All of it, by name. */
	components(): readonly Component[] {
		const texts = join(this.#root, 'main/packaging/licencetexts')
		const bundled = [...this.#folders].map((folder) => packageComponent(folder, amendments, texts))
		return distinct([...bundled, ...addedComponents(this.#root)]).toSorted((a, b) =>
			a.name.localeCompare(b.name, 'en'),
		)
	}
}

/** What the bundler says of one file of its results. */
type Piece =
	| { readonly type: 'asset'; readonly originalFileNames: readonly string[] }
	| {
			readonly type: 'chunk'
			readonly modules: Readonly<Record<string, unknown>>
			readonly imports: readonly string[]
			readonly dynamicImports: readonly string[]
	  }

/**
 * The folder of the package that a module belongs to, as the bundler names it; none: the module is the project's
 * own. Of packages inside of packages, the innermost.
 */
export function packageFolder(id: string): readonly string[] {
	const path = id
		.replace(/^\0/, '')
		.replace(/[?#].*$/, '')
		.replaceAll('\\', '/')
	const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@][^/]*)\//.exec(path) ?? []
	return folder === undefined ? [] : [folder]
}

/** The same version of a package may lie in several places. */
function distinct(components: readonly Component[]): readonly Component[] {
	return [...new Map(components.map((each) => [`${each.name} ${each.version}`, each])).values()]
}
