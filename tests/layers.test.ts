import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What the files of a folder may import besides each other. */
interface Layer {
	/** Folders or files, from the top of the project. */
	readonly may: readonly string[]
	/** npm packages; `node:` stands for Node's own modules. */
	readonly packages: readonly string[]
}

const domain = ['corpus']
const contract = ['corpus', 'preload']

/**
 * The import table. A file belongs to the longest of these paths that it lies under; a folder that is not
 * named here follows its parent's line.
 */
const layers: Readonly<Record<string, Layer>> = {
	corpus: { may: [], packages: ['approx-string-match', 'diff'] },
	preload: { may: domain, packages: ['valibot'] },
	'preload/index.ts': { may: contract, packages: ['electron'] },

	main: { may: ['main', ...contract], packages: ['node:', 'uuid'] },
	'main/launch': { may: ['main/system'], packages: ['node:', '@electron/asar', '@electron/fuses', 'yauzl'] },
	'main/packaging': {
		may: [
			'main/launch',
			'main/system',
			'main/commandline/names.ts',
			'main/commandline/switches.ts',
			'main/importers/formats.ts',
			'corpus/components.ts',
		],
		packages: ['node:', '@electron/asar', 'electron-builder', 'electron-installer-debian', 'vite'],
	},
	'main/shell': {
		may: ['main/app', 'main/page', 'main/system', ...contract],
		packages: ['node:', 'electron'],
	},
	'main/web': { may: ['main/app', 'main/page', 'main/system', ...contract], packages: ['node:'] },
	'main/commandline': { may: ['main/app', 'main/web', 'main/system', ...contract], packages: ['node:'] },
	'main/page': { may: ['main/app/options.ts', ...contract], packages: ['node:', 'mime'] },
	'main/system': {
		may: ['main/app', 'main/store/newfolders.ts', ...contract],
		packages: ['node:', 'uuid', 'valibot'],
	},
	'main/app': {
		may: ['main/store', 'main/importers', 'main/exporters', ...contract],
		packages: ['node:', 'valibot', 'fflate'],
	},
	'main/store': { may: contract, packages: ['node:', 'better-sqlite3'] },
	'main/importers': {
		may: domain,
		packages: [
			'node:',
			'@citation-js/core',
			'@citation-js/plugin-bibtex',
			'@citation-js/plugin-ris',
			'@mozilla/readability',
			'chardet',
			'hast',
			'hast-util-to-html',
			'iconv-lite',
			'linkedom',
			'mdast',
			'papaparse',
			'pdfjs-dist',
			'parse5',
			'property-information',
			'read-excel-file',
			'remark-frontmatter',
			'remark-gfm',
			'remark-parse',
			'remark-rehype',
			'saxes',
			'unified',
			'unist-util-visit',
			'yaml',
			'yauzl',
		],
	},
	'main/exporters': {
		may: domain,
		packages: ['node:crypto', '@citation-js/core', '@citation-js/plugin-bibtex', 'liquidjs', 'yaml'],
	},

	renderer: { may: ['renderer', ...contract], packages: ['lit', 'uuid'] },
	'renderer/client.ts': { may: contract, packages: [] },
	'renderer/bridge': { may: contract, packages: [] },
	'renderer/commands': { may: domain, packages: ['lit'] },
	'renderer/reading': {
		may: domain,
		packages: ['lit', 'mdast', 'pdfjs-dist', 'remark-gfm', 'remark-parse', 'unified'],
	},
	'renderer/elements': { may: domain, packages: ['lit', 'lucide-static'] },
	'renderer/state': {
		may: ['renderer/client.ts', 'renderer/bridge', 'renderer/commands', 'renderer/elements', ...contract],
		packages: ['lit', 'uuid'],
	},
	'renderer/views': {
		may: [
			'CHANGELOG.md',
			'renderer/client.ts',
			'renderer/commands',
			'renderer/elements',
			'renderer/reading',
			'renderer/state',
			...contract,
		],
		packages: ['lit'],
	},
}

const root = join(import.meta.dirname, '..')

const isUnder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** The line of the table for a file: the longest path that it lies under. */
function layerOf(file: string): string {
	const fitting = Object.keys(layers).filter((folder) => isUnder(file, folder))
	return fitting.toSorted((a, b) => b.length - a.length)[0] ?? ''
}

function sourceFiles(folder: string): readonly string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => /(?<!\.d)\.[cm]?tsx?$/.test(name))
		.map((name) => join(folder, name).replaceAll(sep, '/'))
}

/** `import … from`, `export … from`, `import '…'`, `import('…')`; for the last, also inside of types. */
const imports = [
	/^(?:import|export)\s[^'"=()]*?from\s*['"]([^'"]+)['"]/gm,
	/^import\s+['"]([^'"]+)['"]/gm,
	/\bimport\(\s*['"]([^'"]+)['"]/g,
]

function importsOf(source: string): readonly string[] {
	return imports.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''))
}

/** What is wrong with an import, as a sentence; null where the table allows it. */
function mistakeIn(file: string, imported: string): string | null {
	const name = layerOf(file)
	const layer = layers[name]
	if (!layer) return `${file}: its folder is not in the table of tests/layers.test.ts.`
	const [target = ''] = imported.split('?')
	if (target.startsWith('.')) {
		const path = normalize(join(dirname(file), target)).replaceAll(sep, '/')
		const allowed = layerOf(path) === name || layer.may.some((folder) => isUnder(path, folder))
		return allowed
			? null
			: `${file} imports ${path}, but ${name} may import only: ${[name, ...layer.may].join(', ')}.`
	}
	const allowed = layer.packages.some((each) =>
		each === 'node:' ? target.startsWith('node:') : isUnder(target, each),
	)
	return allowed
		? null
		: `${file} imports the package ${target}, but ${name} may use only: ${layer.packages.join(', ') || 'none'}.`
}

describe('the layers', () => {
	const files = ['corpus', 'preload', 'main', 'renderer'].flatMap(sourceFiles)

	it('import only what the table allows', () => {
		const mistakes = files.flatMap((file) =>
			importsOf(readFileSync(join(root, file), 'utf8')).flatMap(
				(imported) => mistakeIn(file, imported) ?? [],
			),
		)
		expect(mistakes).toEqual([])
	})

	it('are all there, so that the table holds what it says', () => {
		for (const layer of ['corpus', 'preload', 'main/app', 'main/store', 'renderer/views'])
			expect(files.some((file) => layerOf(file) === layer)).toBe(true)
	})

	it('read every kind of import', () => {
		const source = [
			"import type { A } from './a.ts'",
			'import {',
			'	b,',
			"} from '../b.ts'",
			"export { c } from './c.ts'",
			"import './d.css'",
			"const e = await import('e')",
			"export const from = 'no import'",
		]
		expect(importsOf(source.join('\n'))).toEqual(['./a.ts', '../b.ts', './c.ts', './d.css', 'e'])
	})

	it.each([
		['corpus/x.ts', '../main/app/y.ts', 'may import only: corpus'],
		['corpus/x.ts', 'node:fs', 'may use only: approx-string-match, diff'],
		['main/app/x.ts', 'electron', 'may use only'],
		['main/store/x.ts', '../importers/y.ts', 'main/store may import only'],
		['main/importers/html/x.ts', '../../app/y.ts', 'main/importers may import only'],
		['renderer/elements/x.ts', '../state/y.ts', 'renderer/elements may import only'],
		['renderer/views/x.ts', '../../main/app/y.ts', 'renderer/views may import only'],
		['preload/calls/x.ts', 'electron', 'may use only: valibot'],
	])('would be broken by %s importing %s', (file, imported, sentence) => {
		expect(mistakeIn(file, imported)).toContain(sentence)
	})
})
