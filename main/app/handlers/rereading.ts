import { UserError } from '../../../corpus/errors.ts'
import type { DocumentId, VersionId } from '../../../corpus/ids.ts'
import type { ParsedDocument } from '../../../corpus/parseddocument.ts'
import type { Rereading } from '../../../preload/calls/documents.ts'
import type { ParseOptions } from '../../importers/protocol.ts'
import { partSeparator } from '../../store/adding.ts'
import type { RereadSource } from '../../store/rereading.ts'
import type { Handlers } from '../dispatch.ts'
import { isOutdated } from '../engine/outdated.ts'
import type { PreparedReading } from '../engine/rereading.ts'
import type { Job } from '../jobs.ts'
import { originalBytes } from '../originals/originalfile.ts'
import type { AppParts } from '../parts.ts'

/** Readings that were shown to the reader and not taken yet, at the most. */
const mostPrepared = 50_000
/** Quotes that are shown of one document. */
const mostQuotes = 50

/** Reading originals again with newer importers: first what it would do, then doing it. */
export function rereadingHandlers({
	options: { folder, log },
	limits,
	ask,
	parsers,
	jobs,
}: AppParts): Handlers<'reread.preview' | 'reread.apply'> {
	const prepared = new Map<VersionId, PreparedReading & { readonly document: DocumentId }>()

	/** All documents of one original, which is parsed once for them. */
	async function reread(
		sources: readonly RereadSource[],
		password: string | undefined,
		signal: AbortSignal,
	): Promise<readonly Rereading[]> {
		const [first] = sources
		if (!first) return []
		const options: ParseOptions = { html: 'article', ...first.options }
		try {
			const file = { fileName: first.fileName, bytes: await originalBytes(folder, first) }
			const parsed = await parsers.documents(
				file,
				password === undefined ? options : { ...options, password },
				signal,
			)
			const readings: Rereading[] = []
			const parts = new Map(parsed.map((document) => [document.part, document]))
			for (const source of sources) readings.push(await prepare(source, parts.get(source.part), options))
			return readings
		} catch (error) {
			if (signal.aborted) throw error
			return sources.map((source) => failed(source, error))
		}
	}

	async function prepare(
		{ document, title }: RereadSource,
		again: ParsedDocument | undefined,
		options: ParseOptions,
	): Promise<Rereading> {
		if (!again) return { kind: 'refused', document, title, reason: noSuchPart }
		const reading = await ask('reread.prepare', { document, parsed: again, options })
		if (reading === null) return { kind: 'same', document, title }
		prepared.set(reading.version, { ...reading, document })
		for (const oldest of prepared.keys()) {
			if (prepared.size <= mostPrepared) break
			prepared.delete(oldest)
		}
		const { version, exact, moved, left } = reading
		return {
			...{ kind: 'ready', document, title, version, exact, moved },
			...{ left: left.length, quotes: left.slice(0, mostQuotes) },
		}
	}

	function failed({ document, title, fileName }: RereadSource, error: unknown): Rereading {
		if (error instanceof UserError)
			return {
				kind: error.code === 'password' ? 'locked' : 'refused',
				...{ document, title, reason: error.message },
			}
		log('error', `Reading ${fileName} again failed`, error)
		return { kind: 'refused', document, title, reason: 'Commonplace made a mistake on it.' }
	}

	async function preview(job: Job, ids: readonly DocumentId[], password: string | undefined) {
		const sources = await ask('reread.sources', { documents: ids })
		const readings = new Map<DocumentId, Rereading>()
		for (const { document, title, part } of sources)
			if (part.includes(partSeparator))
				readings.set(document, { kind: 'refused', document, title, reason: wasSplit })
		const groups = groupsOf(
			sources.filter(
				(source) => !readings.has(source.document) && isOutdated(source.importer, source.importerVersion),
			),
		).entries()
		const total = sources.length
		const lane = async () => {
			for (const [, group] of groups) {
				if (job.signal.aborted) return
				job.progress(group[0]?.title ?? '', readings.size, total)
				const done = await reread(group, password, job.signal).catch((error) => {
					if (job.signal.aborted) return []
					throw error
				})
				for (const reading of done) readings.set(reading.document, reading)
			}
		}
		await Promise.all(Array.from({ length: limits.parsers }, lane))
		job.progress('', readings.size, total)
		return {
			readings: sources.flatMap(({ document }) => readings.get(document) ?? []),
			cancelled: job.signal.aborted,
		}
	}

	return {
		'reread.preview': ({ job: id, documents, password }) =>
			jobs.run(id, (job) => preview(job, documents, password)),
		'reread.apply': async ({ versions }) => {
			if (versions.length === 0) return 0
			const readings = versions.map((version) => {
				const reading = prepared.get(version)
				if (!reading)
					throw new UserError('not-found', 'This reading is not at hand any more. Read the document again.')
				return reading
			})
			const highlights = await ask('reread.apply', { readings })
			for (const version of versions) prepared.delete(version)
			return highlights
		},
	}
}

const wasSplit =
	'It was split off by hand. Undo the split to read the whole again; else its text stays as it is.'
const noSuchPart = 'The newer importer does not find this part in its original. Its text stays as it is.'

/** Documents of one original that are read in one way. */
function groupsOf(sources: readonly RereadSource[]): readonly (readonly RereadSource[])[] {
	const groups = new Map<string, RereadSource[]>()
	for (const source of sources) {
		const key = `${source.hash} ${JSON.stringify(source.options)}`
		const group = groups.get(key)
		if (group) group.push(source)
		else groups.set(key, [source])
	}
	return [...groups.values()]
}
