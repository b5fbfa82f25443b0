import { type Document, isMap, isScalar, parseDocument } from 'yaml'
import { hashOf } from './parts.ts'

/** For every generated key, the hash of the value that was last written. */
export type FrontHashes = Readonly<Record<string, string>>

export interface MergedFront {
	readonly yaml: string
	readonly hashes: FrontHashes
	/** Keys whose value the reader changed or took away: they were left as they are. */
	readonly edited: readonly string[]
}

/**
 * Brings the generated keys of YAML front matter up to date, line by line: keys, comments and spacing of
 * the reader's stay to the letter. Values are compared by what they mean, since note-takers' programs
 * write the same value in other words.
 *
 * @param fresh front matter as it would be generated now; always valid
 * @param known hashes from the last export; null when that is not known: then no key that is there is touched
 * @returns null when `existing` is no YAML map: it has to be left alone
 */
export function mergeFront(existing: string, fresh: string, known: FrontHashes | null): MergedFront | null {
	const there = segmentsOf(existing)
	const wanted = segmentsOf(fresh)
	if (!there || !wanted) return null
	const lineEnd = existing.includes('\r\n') ? '\r\n' : '\n'
	const hashes: Record<string, string> = {}
	const edited: string[] = []
	const kept: string[] = [there.head]
	for (const segment of there.segments) {
		const next = wanted.segments.find(({ key }) => key === segment.key)
		const last = known?.[segment.key]
		const untouched = last === segment.hash
		if (next) hashes[segment.key] = next.hash
		if (next && next.hash === segment.hash) kept.push(segment.lines + segment.rest)
		else if (next && untouched) kept.push(next.lines.replaceAll('\n', lineEnd) + segment.rest)
		else if (!next && untouched && last !== undefined) kept.push(segment.rest)
		else {
			kept.push(segment.lines + segment.rest)
			if (next) {
				edited.push(segment.key)
				hashes[segment.key] = last ?? next.hash
			}
		}
	}
	const missing = wanted.segments.filter(({ key }) => !there.segments.some((segment) => segment.key === key))
	for (const { key, lines, hash } of missing) {
		hashes[key] = hash
		if (known?.[key] !== undefined) edited.push(key)
		else {
			const before = kept.at(-1) ?? ''
			if (before !== '' && !before.endsWith('\n')) kept.push(lineEnd)
			kept.push(lines.replaceAll('\n', lineEnd))
		}
	}
	return { yaml: kept.join(''), hashes, edited }
}

/** Hashes of all keys of generated front matter, for the first export of a file. */
export function frontHashes(yaml: string): FrontHashes {
	const found = segmentsOf(yaml)
	return Object.fromEntries((found?.segments ?? []).map(({ key, hash }) => [key, hash]))
}

interface Segment {
	readonly key: string
	/** The lines of the key and its value. */
	readonly lines: string
	/** Comments and empty lines that follow it. */
	readonly rest: string
	/** Of what the value means. */
	readonly hash: string
}

function segmentsOf(yaml: string): { head: string; segments: readonly Segment[] } | null {
	const document = parseDocument(yaml, { logLevel: 'silent' })
	if (document.errors.length > 0) return null
	if (document.contents === null) return { head: yaml, segments: [] }
	if (!isMap(document.contents) || document.contents.flow) return null
	const items = document.contents.items
	const starts: number[] = []
	for (const { key } of items) {
		if (!isScalar(key) || !key.range) return null
		starts.push(yaml.lastIndexOf('\n', key.range[0] - 1) + 1)
	}
	const values = valuesOf(document)
	if (!values) return null
	const segments = items.map((item, index): Segment => {
		const whole = yaml.slice(starts[index] ?? 0, starts[index + 1] ?? yaml.length)
		const key = isScalar(item.key) ? String(item.key.value) : ''
		const rest = trailingRemarks(whole)
		const lines = whole.slice(0, whole.length - rest.length)
		return { key, lines, rest, hash: hashOf(canonical(values.get(key))) }
	})
	return { head: yaml.slice(0, starts[0] ?? yaml.length), segments }
}

/** Null where aliases would blow the values up. */
function valuesOf(document: Document): ReadonlyMap<string, unknown> | null {
	try {
		const values: unknown = document.toJS({ maxAliasCount: 100 })
		return new Map(typeof values === 'object' && values !== null ? Object.entries(values) : [])
	} catch {
		return null
	}
}

/** Comments and empty lines at the end of a segment: they belong to nobody's value. */
function trailingRemarks(segment: string): string {
	const lines = segment.split(/(?<=\n)/)
	let from = lines.length
	while (from > 1 && /^[ \t]*(?:#.*)?\r?\n?$/.test(lines[from - 1] ?? '')) from--
	return lines.slice(from).join('')
}

/** Equal for values that mean the same, whatever the order of keys. */
function canonical(value: unknown): string {
	return (
		JSON.stringify(value, (_, inner: unknown) =>
			inner !== null && typeof inner === 'object' && !Array.isArray(inner)
				? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
				: inner,
		) ?? 'null'
	)
}
