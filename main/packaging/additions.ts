import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Component } from '../../corpus/components.ts'
import { type Amendment, between, isAdmitted } from './packagecomponent.ts'

/** What is known of packages beyond what they bring. By names of packages. */
export const amendments: Readonly<Record<string, Amendment>> = {
	'@fontsource-variable/inter': { name: 'Inter (typeface)' },
	'@fontsource-variable/literata': { name: 'Literata (typeface)' },
	'lucide-static': { name: 'Lucide (icons)' },
	'@citation-js/date': { notices: [{ whose: 'Copyright (c) Lars Willighagen', text: 'MIT' }] },
	'@citation-js/name': { notices: [{ whose: 'Copyright (c) Lars Willighagen', text: 'MIT' }] },
	'@lit-labs/ssr-dom-shim': { notices: [{ whose: 'Copyright 2019 Google LLC', text: 'BSD-3-Clause' }] },
	boolbase: { notices: [{ whose: 'Copyright (c) Felix Boehm <me@feedic.com>', text: 'ISC' }] },
	format: { notices: [{ whose: 'Copyright 2010 - 2014 Sami Samhuri <sami@samhuri.net>', text: 'MIT' }] },
	'graceful-fs': { because: 'Blue Oak permits all that MIT permits, and asks for its text alone.' },
	// Made from sax; a function of it is somebody else's again.
	saxes: {
		notices: [
			{ whose: 'Copyright (c) Contributors (Louis-Dominique Dubeau and others)', text: 'ISC' },
			{ whose: 'sax: Copyright (c) Isaac Z. Schlueter and Contributors', text: 'ISC' },
			{ whose: 'String.fromCodePoint: Copyright Mathias Bynens <https://mathiasbynens.be/>', text: 'MIT' },
		],
	},
	// Only its few lines that load a part of the page are in the bundles.
	vite: { until: /^# Licenses of bundled dependencies$/m },
	'worker-f': { notices: [{ whose: 'Copyright (c) catamphetamine', text: 'MIT' }] },
}

/** A part of the program that no bundler sees as a package. Paths from the top of the project. */
interface Addition {
	readonly name: string
	readonly licence: string
	/** The file that says the version, and where in it. */
	readonly version?: { readonly file: string; readonly pattern: RegExp }
	/** What the file holds beyond the pattern's first group, if there is one, is not the licence. */
	readonly texts: readonly { readonly file: string; readonly pattern?: RegExp; readonly whose?: string }[]
	/** Why a licence that is not among the admitted ones is no hindrance. */
	readonly because?: string
}

const pdfjs = 'node_modules/pdfjs-dist'
const sqlite = 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'

const additions: readonly Addition[] = [
	{
		name: 'Commonplace',
		licence: 'MIT',
		version: { file: 'package.json', pattern: /"version": "([^"]+)"/ },
		texts: [{ file: 'LICENSE' }],
	},
	{
		name: 'SQLite',
		licence: 'Public domain',
		version: { file: sqlite, pattern: /#define SQLITE_VERSION +"([^"]+)"/ },
		texts: [{ file: sqlite, pattern: /^\/\*\s([\s\S]*?)\*{20}/ }],
	},
	// Compiled into better-sqlite3.
	{
		name: 'node-addon-api',
		licence: 'MIT',
		version: { file: 'node_modules/node-addon-api/package.json', pattern: /"version": "([^"]+)"/ },
		texts: [{ file: 'node_modules/node-addon-api/LICENSE.md' }],
	},
	// Written into the builds of pdf.js that run in older engines.
	{
		name: 'core-js',
		licence: 'MIT',
		version: {
			file: `${pdfjs}/legacy/build/pdf.mjs`,
			pattern: /license: '[^']*\/core-js\/blob\/v([\d.]+)\/LICENSE'/,
		},
		texts: [
			{
				file: 'main/packaging/licencetexts/MIT.txt',
				whose: 'Copyright (c) 2013–2025 Denis Pushkarev, 2025–2026 CoreJS Company',
			},
		],
	},
	{
		name: 'CMap resources (character maps for PDF)',
		licence: 'BSD-3-Clause',
		texts: [{ file: `${pdfjs}/cmaps/LICENSE` }],
	},
	{
		name: 'Foxit fonts (for PDF)',
		licence: 'BSD-3-Clause',
		texts: [{ file: `${pdfjs}/standard_fonts/LICENSE_FOXIT` }],
	},
	{
		name: 'Liberation Sans (typeface for PDF)',
		licence: 'GPL-2.0 with exceptions for fonts',
		texts: [{ file: `${pdfjs}/standard_fonts/LICENSE_LIBERATION` }],
		because:
			'Font files that lie beside the program unchanged, with their licence: an aggregation, not a part of it. Its exception frees the documents that show them.',
	},
	{
		name: 'OpenJPEG (pictures in PDF)',
		licence: 'BSD-2-Clause',
		texts: [{ file: `${pdfjs}/wasm/LICENSE_OPENJPEG` }, { file: `${pdfjs}/wasm/LICENSE_PDFJS_OPENJPEG` }],
	},
	{
		name: 'JBIG2 decoder of PDFium (pictures in PDF)',
		licence: 'BSD-3-Clause AND Apache-2.0',
		texts: [{ file: `${pdfjs}/wasm/LICENSE_JBIG2` }, { file: `${pdfjs}/wasm/LICENSE_PDFJS_JBIG2` }],
	},
	{
		name: 'qcms (colours in PDF)',
		licence: 'MIT',
		texts: [{ file: `${pdfjs}/wasm/LICENSE_QCMS` }, { file: `${pdfjs}/wasm/LICENSE_PDFJS_QCMS` }],
	},
	{
		name: 'CGATS001Compat (colour profile for PDF)',
		licence: 'CC0-1.0',
		texts: [{ file: `${pdfjs}/iccs/LICENSE` }],
	},
]

/**
 * What is in the program besides packages of the bundles.
 * @param root the top of the project. Absolute
 * @throws Error when a version or a text is not where it was
 */
export function addedComponents(root: string): readonly Component[] {
	return additions.map(({ name, licence, version, texts, because }) => {
		if (!isAdmitted(licence) && !because)
			throw new Error(
				`${name} is under the licence “${licence}”, which is not among those that are admitted.`,
			)
		return {
			name,
			version: version ? found(root, version.file, version.pattern) : '',
			licence,
			text: texts
				.map(({ file, pattern = /([\s\S]+)/, whose }) => {
					const text = found(root, file, pattern).replace(/^(?:\*\*|\/\/) ?/gm, '')
					return whose ? `${whose}\n\n${text.trim()}` : text.trim()
				})
				.join(between),
		}
	})
}

function found(root: string, file: string, pattern: RegExp): string {
	const part = pattern.exec(readFileSync(join(root, file), 'utf8'))?.[1]?.trim()
	if (!part) throw new Error(`${file} does not say what the list of licences takes from it any more.`)
	return part
}
