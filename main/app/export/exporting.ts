import type { LibraryId } from '../../../corpus/ids.ts'
import type { ExportFile, ExportSpec } from '../../../preload/calls/export.ts'
import { bibtex, cslJson } from '../../exporters/bibliography.ts'
import { fileNameOf, sameNameKey } from '../../exporters/filenames.ts'
import { readParts, type Subject, subjectMarker } from '../../exporters/parts.ts'
import type { TemplateEngine } from '../../exporters/templateengine.ts'
import type { ExportValues } from '../../store/exportvalues.ts'
import type { Job } from '../jobs.ts'
import { type FoundFile, isTaken, readText, removeFile, renameFile, scanFolder, writeText } from './folder.ts'
import { libraryFile } from './libraryfile.ts'
import { type ManifestEntry, manifestName, readManifest, writeManifest } from './manifest.ts'
import {
	bySubject,
	type PlannedFile,
	placesOf,
	planFile,
	planForeign,
	planLeftOver,
	planWhole,
	subjectKey,
} from './plan.ts'
import { type FileNames, pathNames, rendering } from './rendering.ts'

export interface ExportPlan {
	readonly library: LibraryId
	readonly files: readonly PlannedFile[]
	/** Entries of files that this export does not speak of. */
	readonly untouched: readonly ManifestEntry[]
	/** The manifest as it was found. */
	readonly manifest: string | null
	readonly passages: number
}

const themesFolder = 'Themes'

/**
 * Decides what an export would do to every file of the folder. Writes nothing.
 *
 * @param folder absolute; it need not be there yet. Null: as if into an empty one
 */
export async function planExport(
	values: ExportValues,
	spec: Pick<ExportSpec, 'scope' | 'by' | 'preset'>,
	engine: TemplateEngine,
	folder: string | null,
	job: Job,
): Promise<ExportPlan> {
	const manifest = folder === null ? null : await readText(folder, manifestName)
	const entries = readManifest(manifest, values.library)
	const { ours, others } = folder === null ? { ours: [], others: [] } : await scanFolder(folder, job.signal)
	const chosen = subjectsOf(values, spec)
	const known = bySubject(entries)
	const isMine = ({ subject }: FoundFile) => subject !== null && belongs(subject, chosen, known, spec)
	const mine = ours.filter(isMine)
	const foreign = ours.filter((file) => !isMine(file)).map(({ path }) => path)
	const places = placesOf(chosen.subjects, mine, known, [...others, ...foreign])

	const nameOf = (kind: Subject['kind']) => (id: string) =>
		(places.get(`${kind}/${id}`)?.path ?? '').replace(/^.*\//, '').replace(/\.md$/, '')
	const names: FileNames = { ofDocument: nameOf('document'), ofTheme: nameOf('theme') }
	const make = freshTexts(values, names, engine)

	const mineAt = new Map(mine.map((file) => [file.path, file]))
	const files: PlannedFile[] = []
	for (const [at, place] of [...places.values()].entries()) {
		job.signal.throwIfAborted()
		job.progress(place.path, at, places.size)
		const found = place.from === null ? null : (mineAt.get(place.from) ?? null)
		const last = known.get(subjectKey(place.subject)) ?? null
		files.push(planFile(place, make(place.subject), found, last))
		// Rendering computes without pause: others get their turn between files.
		await new Promise((resolve) => setImmediate(resolve))
	}
	const spokenOf = new Set(files.map(({ from }) => from))
	for (const file of mine) {
		if (spec.scope.kind === 'library' && !spokenOf.has(file.path) && isLeftOver(file, values)) {
			files.push(planLeftOver(file, entries.find(({ path }) => path === file.path) ?? null))
		}
	}
	if (spec.preset === 'pandoc') files.push(...(await references(values, folder, entries)))

	const paths = new Set(files.flatMap(({ path, from }) => [path, from]))
	const passages = values.documents.reduce((sum, { highlights }) => sum + highlights.length, 0)
	// Of a file that the reader moved, the entry with its former path goes.
	const untouched = entries.filter(
		({ path, subject }) => !paths.has(path) && !(subject && places.has(subjectKey(subject))),
	)
	return { library: values.library, files, untouched, manifest, passages }
}

interface Chosen {
	readonly subjects: readonly { subject: Subject; under: string; name: string }[]
	readonly keys: ReadonlySet<string>
}

/** What gets a file of its own. */
function subjectsOf(values: ExportValues, { scope, by }: Pick<ExportSpec, 'scope' | 'by'>): Chosen {
	const subjects: { subject: Subject; under: string; name: string }[] = []
	if (by !== 'theme') {
		for (const { row } of values.documents.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1))) {
			subjects.push({
				subject: { kind: 'document', id: row.id },
				under: '',
				name: fileNameOf(row.metadata.title),
			})
		}
	}
	if (by !== 'document') {
		const used = new Set(
			values.documents.flatMap(({ highlights }) =>
				highlights.flatMap(({ taggings }) => taggings.map(({ theme }) => theme)),
			),
		)
		for (const theme of values.themes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
			if (scope.kind !== 'library' && !used.has(theme.id)) continue
			const name = fileNameOf(pathNames(theme, values.themes).join(' - '))
			subjects.push({ subject: { kind: 'theme', id: theme.id }, under: themesFolder, name })
		}
	}
	if (scope.kind === 'library' && values.notes.some(({ target }) => target.kind === 'library')) {
		subjects.push({ subject: { kind: 'library', id: values.library }, under: '', name: 'Library notes' })
	}
	return { subjects, keys: new Set(subjects.map(({ subject }) => subjectKey(subject))) }
}

/** Files of another library's that share the folder are nobody's business here. */
function belongs(
	subject: Subject,
	chosen: Chosen,
	known: ReadonlyMap<string, ManifestEntry>,
	{ scope }: Pick<ExportSpec, 'scope'>,
): boolean {
	const key = subjectKey(subject)
	return chosen.keys.has(key) || (scope.kind === 'library' && known.has(key))
}

/** Its document or theme is gone; a file of the other kind than this export writes is only out of scope. */
function isLeftOver({ subject }: FoundFile, values: ExportValues): boolean {
	if (subject?.kind === 'document') return !values.documents.some(({ row }) => row.id === subject.id)
	if (subject?.kind === 'theme') return !values.themes.some(({ id }) => id === subject.id)
	return subject?.kind === 'library' && !values.notes.some(({ target }) => target.kind === 'library')
}

function freshTexts(
	values: ExportValues,
	names: FileNames,
	engine: TemplateEngine,
): (subject: Subject) => string {
	const render = rendering(values, names)
	const documents = new Map<string, ExportValues['documents'][number]>(
		values.documents.map((each) => [each.row.id, each]),
	)
	const themes = new Map<string, ExportValues['themes'][number]>(values.themes.map((each) => [each.id, each]))
	return (subject) => {
		const document = documents.get(subject.id)
		const theme = themes.get(subject.id)
		const text =
			subject.kind === 'document' && document
				? engine.document({ document: render.document(document) })
				: subject.kind === 'theme' && theme
					? engine.theme({ theme: render.theme(theme) })
					: libraryFile(render.libraryNotes())
		return readParts(text).subject ? text : `${text}\n${subjectMarker(subject)}\n`
	}
}

async function references(
	values: ExportValues,
	folder: string | null,
	entries: readonly ManifestEntry[],
): Promise<readonly PlannedFile[]> {
	const metadata = values.documents.map(({ row }) => row.metadata)
	const made = [
		['references.bib', bibtex(metadata)],
		['references.json', cslJson(metadata)],
	] as const
	return Promise.all(
		made.map(async ([path, fresh]) => {
			const last = entries.find((entry) => entry.path === path) ?? null
			const there = folder === null ? null : await readText(folder, path)
			// A link, a folder or bytes that are no UTF-8: somebody else's, whatever they hold.
			if (folder !== null && there === null && (await isTaken(folder, path))) return planForeign(path, last)
			return planWhole(path, fresh, there, last)
		}),
	)
}

/**
 * Does what was planned, file by file, each whole or not at all; a file that changed since the plan was
 * made is left alone. The manifest is written last, also when the reader stops half-way.
 *
 * @returns what was done
 */
export async function carryOut(plan: ExportPlan, folder: string, job: Job): Promise<readonly ExportFile[]> {
	const done: ExportFile[] = []
	const entries: (ManifestEntry | null)[] = []
	try {
		for (const [at, file] of plan.files.entries()) {
			job.signal.throwIfAborted()
			job.progress(file.path, at, plan.files.length)
			const result = await carryOutOne(folder, file)
			entries.push(result.entry)
			done.push(result.file)
		}
	} finally {
		const undone = plan.files.slice(done.length).map(({ last }) => last)
		const all = [...plan.untouched, ...entries, ...undone].filter((entry) => entry !== null)
		const manifest = writeManifest(plan.manifest, plan.library, all)
		if (manifest !== plan.manifest) await writeText(folder, manifestName, manifest)
	}
	return done
}

async function carryOutOne(
	folder: string,
	file: PlannedFile,
): Promise<{ file: ExportFile; entry: ManifestEntry | null }> {
	const { path, from, action, problem, text, before, entry, last } = file
	const left = (at: string, why: string) => ({
		file: { path: at, action: 'leave' as const, problem: why },
		entry: last,
	})
	const writes = text !== null || action === 'remove' || action === 'rename'
	if (writes && (await readText(folder, from)) !== before)
		return left(from, 'It changed while it was being exported: it stays. Export again.')
	// Where case or accents do not tell names apart, the new name leads to the old file.
	const isSame = sameNameKey(path) === sameNameKey(from)
	if ((action === 'create' || (action === 'rename' && !isSame)) && (await isTaken(folder, path)))
		return left(from, `Another file stands at “${path}”: it stays. Export again.`)
	if (action === 'remove') await removeFile(folder, from)
	else if (action === 'rename' && isSame) {
		if (text !== null) await writeText(folder, from, text)
		await renameFile(folder, from, path)
	} else if (action === 'rename') {
		await writeText(folder, path, text ?? before ?? '')
		await removeFile(folder, from)
	} else if (text !== null) await writeText(folder, path, text)
	return { file: { path, action, problem }, entry }
}
