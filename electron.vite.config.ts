import { chmodSync, cpSync, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { Licences } from './main/packaging/licences.ts'

const root = import.meta.dirname

/** The files of main/ that are started as programs, threads or processes of their own. */
const entries = ['index', 'serve', 'cli', 'engine', 'reader', 'parser']

/** `npx commonplace` starts the command line as a program. */
const executableCommandLine: Plugin = {
	name: 'executable-command-line',
	writeBundle(output) {
		const file = join(output.dir ?? '', 'cli.js')
		if (existsSync(file)) chmodSync(file, 0o755)
	},
}

/** The parser reads the character maps and standard fonts of pdf.js from the disk. */
const dataOfPdf: Plugin = {
	name: 'data-of-pdf',
	writeBundle(output) {
		for (const folder of ['cmaps', 'standard_fonts'])
			cpSync(join(root, 'node_modules/pdfjs-dist', folder), join(output.dir ?? '', 'pdfdata', folder), {
				recursive: true,
			})
	},
}

/** Linux asks the program itself for the picture of its windows. */
const iconOfWindows: Plugin = {
	name: 'icon-of-windows',
	writeBundle(output) {
		cpSync(join(root, 'main/packaging/icons/256x256.png'), join(output.dir ?? '', 'icon.png'))
	},
}

/** What pdf.js loads while it draws pages: character maps, standard fonts, decoders, colour profiles. */
const pdfResources: Plugin = {
	name: 'pdf-resources',
	writeBundle(output) {
		for (const name of ['cmaps', 'standard_fonts', 'wasm', 'iccs'])
			cpSync(join(root, 'node_modules/pdfjs-dist', name), join(output.dir ?? '', 'pdfjs', name), {
				recursive: true,
				filter: (path) => !/quickjs/.test(path),
			})
	},
}

/** Whose work is in the three builds, for the page to show. */
const licences = new Licences(root, join(root, 'out/renderer/licences.json'))

/**
 * Three builds: main (ES modules for Node), preload (one CommonJS file, as a sandboxed preload must be)
 * and renderer (the page). Targets are those of the oldest Electron that development and tests use.
 */
export default defineConfig({
	main: {
		plugins: [executableCommandLine, dataOfPdf, iconOfWindows, licences.plugin('main')],
		build: {
			outDir: 'out/main',
			target: 'node20',
			externalizeDeps: { include: ['better-sqlite3'] },
			rolldownOptions: {
				input: Object.fromEntries(entries.map((name) => [name, resolve(root, 'main', `${name}.ts`)])),
				output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
			},
		},
	},
	preload: {
		plugins: [licences.plugin('preload')],
		build: {
			outDir: 'out/preload',
			target: 'node20',
			externalizeDeps: false,
			rolldownOptions: {
				input: { index: resolve(root, 'preload/index.ts') },
				output: { format: 'cjs', entryFileNames: '[name].cjs' },
			},
		},
	},
	renderer: {
		root: resolve(root, 'renderer'),
		plugins: [pdfResources, licences.plugin('renderer')],
		base: './',
		build: {
			outDir: resolve(root, 'out/renderer'),
			emptyOutDir: true,
			target: 'chrome130',
			/** The content security policy admits no `data:` fonts, styles or scripts. */
			assetsInlineLimit: 0,
			cssMinify: true,
			rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
		},
		worker: { format: 'es' },
	},
})
