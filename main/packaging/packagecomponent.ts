import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Component } from '../../corpus/components.ts'

/** SPDX identifiers of licences that let a program carry a work and ask for no more than its notice. */
const admitted: ReadonlySet<string> = new Set([
	'MIT',
	'BSD-2-Clause',
	'BSD-3-Clause',
	'Apache-2.0',
	'ISC',
	'MPL-2.0',
	'OFL-1.1',
	'0BSD',
	'Unlicense',
	'CC0-1.0',
	'Public domain',
])

/** Where a package says less than it should: what is known besides, and whence. */
export interface Amendment {
	/** A name that says more than that of the package. */
	readonly name?: string
	/**
	 * The notices of a package that names its licence but does not bring the text: whose work it is, and
	 * which of `licencetexts/` they put it under.
	 */
	readonly notices?: readonly { readonly whose: string; readonly text: 'MIT' | 'ISC' | 'BSD-3-Clause' }[]
	/** Where the notices of works begin that the package carries and the program does not. */
	readonly until?: RegExp
	/** Why a licence that is not among the admitted ones is no hindrance. */
	readonly because?: string
}

/**
 * A package as a component, from what lies in its folder.
 * @param folder the package's own. Absolute
 * @param amendments by names of packages
 * @param texts the folder of the usual texts of licences. Absolute
 * @throws Error when there is no licence that is admitted, or no text of it
 */
export function packageComponent(
	folder: string,
	amendments: Readonly<Record<string, Amendment>>,
	texts: string,
): Component {
	const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
	const { name = folder, version = '' } = manifest
	const amendment = amendments[name] ?? {}
	const licence = licenceOf(manifest)
	if (!isAdmitted(licence) && !amendment.because)
		throw new Error(
			`The package ${name} is in the bundles under the licence “${licence}”, which is not among those that are admitted.`,
		)
	const brought = broughtTexts(folder).map((text) => text.split(amendment.until ?? /$^/)[0]?.trim() ?? '')
	const notices = (amendment.notices ?? []).map(
		({ whose, text }) => `${whose}\n\n${readFileSync(join(texts, `${text}.txt`), 'utf8').trim()}`,
	)
	const text = (brought.length > 0 ? brought : notices).join(between)
	if (text === '')
		throw new Error(
			`The package ${name} is in the bundles but brings no text of its licence (${licence}). Say whose work it is in the amendments.`,
		)
	return { name: amendment.name ?? name, version, licence, text }
}

/** Between two texts of one component. */
export const between = `\n\n${'─'.repeat(40)}\n\n`

interface Manifest {
	readonly name?: string
	readonly version?: string
	readonly license?: string | { readonly type?: string }
	/** As packages wrote it before there were SPDX expressions. */
	readonly licenses?: readonly { readonly type?: string }[]
}

function licenceOf({ license, licenses = [] }: Manifest): string {
	if (typeof license === 'string') return license
	return license?.type ?? licenses.map(({ type }) => type ?? '').join(' OR ')
}

/** Whether a licence, or one of those to choose from, is admitted; of licences that all apply, each must be. */
export function isAdmitted(licence: string): boolean {
	return licence
		.replace(/[()]/g, '')
		.split(/ OR /)
		.some((choice) => choice.split(/ AND /).every((each) => admitted.has(each.trim())))
}

const licenceFile = /^(?:licen[cs]es?|unlicense|copying|copyright|notice)(?:[-_.][\w.-]*)?$/i

/** The licences and notices that lie in a package's folder, in the order of their names. */
function broughtTexts(folder: string): readonly string[] {
	if (!existsSync(folder)) return []
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile() && licenceFile.test(entry.name))
		.map((entry) => entry.name)
		.sort()
		.map((name) => readFileSync(join(folder, name), 'utf8').trim())
		.filter((text) => text !== '')
}
