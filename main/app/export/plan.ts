import type { ExportFile } from '../../../preload/calls/export.ts'
import { freeName, sameNameKey } from '../../exporters/filenames.ts'
import { firstWrite, merge, type Written } from '../../exporters/merge.ts'
import { hashOf, type Subject } from '../../exporters/parts.ts'
import type { FoundFile } from './folder.ts'
import type { ManifestEntry } from './manifest.ts'

/** Where a file of the library's will stand: found first, since other files link to it. */
export interface Place {
	readonly subject: Subject
	readonly path: string
	/** Where it stands now; null when it is new. */
	readonly from: string | null
	/** The reader put it there, now or before an earlier export. */
	readonly moved: boolean
}

/** One file as export means to leave it. */
export interface PlannedFile extends ExportFile {
	/** What to write; null: nothing. */
	readonly text: string | null
	/** What was there when the plan was made; null: nothing. Checked again before writing. */
	readonly before: string | null
	/** Where it stood; differs from `path` when it is renamed. */
	readonly from: string
	/** What the manifest says of it once this is done, and what it said before. */
	readonly entry: ManifestEntry | null
	readonly last: ManifestEntry | null
}

export const subjectKey = ({ kind, id }: Subject): string => `${kind}/${id}`

/** What the manifest says, by `subjectKey`: the first entry where several are about the same. */
export function bySubject(manifest: readonly ManifestEntry[]): ReadonlyMap<string, ManifestEntry> {
	const entries = new Map<string, ManifestEntry>()
	for (const entry of manifest) {
		const key = entry.subject ? subjectKey(entry.subject) : null
		if (key !== null && !entries.has(key)) entries.set(key, entry)
	}
	return entries
}

/**
 * Where each file stands or will stand. A file keeps its place when the reader moved or renamed it, else
 * it follows its title.
 *
 * @param wanted subjects with the folder and name (without ending) that their titles give them
 * @param taken paths of files that are not ours
 */
export function placesOf(
	wanted: readonly { subject: Subject; under: string; name: string }[],
	found: readonly FoundFile[],
	manifest: ReadonlyMap<string, ManifestEntry>,
	others: readonly string[],
): ReadonlyMap<string, Place> {
	const taken = new Set(others.map(sameNameKey))
	const there = new Map<string, FoundFile>()
	for (const file of found) {
		const key = file.subject ? subjectKey(file.subject) : ''
		// A copy that the reader made: the one at the known path is ours, the other stays untouched.
		const known = manifest.get(key)?.path
		if (!there.has(key) || file.path === known) there.set(key, file)
		taken.add(sameNameKey(file.path))
	}
	const places = new Map<string, Place>()
	for (const { subject, under, name } of wanted) {
		const key = subjectKey(subject)
		const file = there.get(key)
		const last = manifest.get(key)
		const base = under === '' ? name : `${under}/${name}`
		if (file && isNumbered(file.path, base)) {
			places.set(key, { subject, path: file.path, from: file.path, moved: false })
			continue
		}
		if (file && (last?.moved || last?.path !== file.path)) {
			places.set(key, { subject, path: file.path, from: file.path, moved: true })
			continue
		}
		if (file) taken.delete(sameNameKey(file.path))
		const path = freeName(base, '.md', taken)
		places.set(key, { subject, path, from: file?.path ?? null, moved: false })
	}
	return places
}

/** Whether a path is this name already, perhaps with a number that told it apart. */
function isNumbered(path: string, base: string): boolean {
	const rest = path.startsWith(base) ? path.slice(base.length) : null
	return rest !== null && /^(?: \(\d+\))?\.md$/.test(rest)
}

/** What to do with one file of ours. */
export function planFile(
	place: Place,
	fresh: string,
	found: FoundFile | null,
	last: ManifestEntry | null,
): PlannedFile {
	const { subject, path, from, moved } = place
	const made = found ? merge(found.text, fresh, last) : firstWrite(fresh)
	const same = found?.text === made.text
	const action = !found ? 'create' : path !== from ? 'rename' : same ? 'unchanged' : 'update'
	return {
		path,
		from: from ?? path,
		action,
		problem: made.problems.length > 0 ? made.problems.join(' ') : null,
		text: same ? null : made.text,
		before: found?.text ?? null,
		entry: { ...made.written, path, subject, ...(moved ? { moved } : {}) },
		last,
	}
}

/** A file that is generated whole, such as a bibliography: never written over one that the reader changed. */
export function planWhole(
	path: string,
	fresh: string,
	there: string | null,
	last: ManifestEntry | null,
): PlannedFile {
	const written: Written = { parts: [], front: {}, hash: hashOf(fresh) }
	const entry: ManifestEntry = { ...written, path, subject: null }
	const base = { path, from: path, before: there, entry, last }
	if (there === fresh) return { ...base, action: 'unchanged', problem: null, text: null }
	if (there === null) return { ...base, action: 'create', problem: null, text: fresh }
	if (last && last.hash === hashOf(there)) return { ...base, action: 'update', problem: null, text: fresh }
	const problem = last ? 'It was edited by hand: it stays. Rename it to get a new one.' : inTheWay
	return { ...base, entry: last, action: 'leave', problem, text: null }
}

const inTheWay = 'A file of this name was there before: it stays. Rename it to get ours.'

/** Where something stands that is no text of ours: it is not looked into, and stays. */
export const planForeign = (path: string, last: ManifestEntry | null): PlannedFile => ({
	...{ path, from: path, action: 'leave', problem: inTheWay },
	...{ text: null, before: null, entry: last, last },
})

/** A file of ours about something that is no longer in the library. */
export function planLeftOver(found: FoundFile, last: ManifestEntry | null): PlannedFile {
	const base = { path: found.path, from: found.path, before: found.text, text: null, entry: last, last }
	if (last && last.hash === hashOf(found.text))
		return { ...base, action: 'remove', problem: null, entry: null }
	return {
		...base,
		action: 'leave',
		problem: 'What it is about is no longer in the library, but there may be words of yours in it: it stays.',
	}
}
