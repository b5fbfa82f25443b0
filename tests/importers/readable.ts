import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { Container, Mark } from '../../corpus/readingtext.ts'

/**
 * A parsed document as text that people can check: the metadata, then each block with its range, kind,
 * containers and text, and below it its marks.
 */
export function readable({ metadata, text, assets, annotations, warnings }: ParsedDocument): string {
	const lines: string[] = []
	for (const [name, value] of Object.entries(metadata))
		lines.push(`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
	for (const asset of assets)
		lines.push(`asset: ${asset.key}, ${asset.mediaType}, ${asset.bytes.length} bytes`)
	for (const warning of warnings) lines.push(`warning: ${warning}`)
	for (const { title, level, at } of text.outline ?? [])
		lines.push(`outline: ${'  '.repeat(level - 1)}${title} at ${at}`)
	for (const { start, end, author, note, at } of annotations) {
		const when = at === null ? '' : ` (${new Date(at).toISOString()})`
		const words = JSON.stringify(text.text.slice(start, end))
		lines.push(`annotation: ${words} ${author ?? 'nobody'}${when}: ${JSON.stringify(note)}`)
	}
	for (const block of text.blocks) {
		const { kind, start, end, container, ...rest } = block
		const path: string[] = []
		for (let at = container; at !== null; at = text.containers[at]?.parent ?? null) {
			const around = text.containers[at]
			if (around) path.unshift(`${around.kind}${at}${details(around)}`)
		}
		lines.push('', [`${start}–${end}`, kind, ...path, details(rest)].filter(Boolean).join(' '))
		lines.push(JSON.stringify(text.text.slice(start, end)))
		for (const mark of text.marks)
			if (mark.start >= start && mark.end <= end)
				lines.push(`  ${mark.kind} ${JSON.stringify(text.text.slice(mark.start, mark.end))}${details(mark)}`)
	}
	return `${lines.join('\n')}\n`
}

function details(thing: Container | Mark | object): string {
	const shown = Object.entries(thing).filter(
		([name]) => !['kind', 'parent', 'start', 'end', 'container'].includes(name),
	)
	return shown.length === 0 ? '' : `(${shown.map(([name, value]) => `${name} ${value}`).join(', ')})`
}
