import type { Element, Root } from 'hast'
import { UserError } from '../../corpus/errors.ts'
import { openArchive } from './archive/archive.ts'
import { zipKind } from './archive/zipkind.ts'
import { compoundKind, isCompound } from './compound.ts'
import { readChunks, unreadWarning } from './docx/chunks.ts'
import { readComments } from './docx/comments.ts'
import { metadataOf } from './docx/metadata.ts'
import { Notes } from './docx/notes.ts'
import { Numbering } from './docx/numbering.ts'
import { openPackage, type Package, type Part } from './docx/package.ts'
import { languageIn, linesOf } from './docx/plain.ts'
import { type Context, Story } from './docx/story.ts'
import { readStylesheet } from './docx/stylesheet.ts'
import { elements, make, root } from './hast/tree.ts'
import { toReadingText } from './hast/walker.ts'
import type { BytesImporter, BytesSource, Imported } from './importer.ts'
import { child, descendants, textOf } from './xml/xml.ts'

/**
 * Documents of Word and its like, also templates and those with macros, which are never run (ECMA-376,
 * strict and transitional). Changes that were tracked are taken as accepted; comments become annotations.
 * Files of older and of locked Office formats come here too, to be refused with words that help.
 */
export const docxImporter: BytesImporter = {
	kind: 'bytes',
	name: 'docx',
	recognises: (bytes) => zipKind(bytes) === 'docx' || isCompound(bytes),
	read: async (source) => [await readDocument(source)],
}

async function readDocument({ bytes, fileName }: BytesSource): Promise<Imported> {
	const compound = compoundKind(bytes)
	if (compound !== null) throw new UserError('refused', `“${fileName}” ${compound}`)
	const file = await openPackage(await openArchive(bytes))
	const body = child(file.main.root, 'body')
	if (body === null || file.main.root.name !== 'document')
		throw new UserError('refused', `“${fileName}” is no text document of Word, so nothing was added.`)
	const styles = readStylesheet((await file.related('styles'))?.root ?? null)
	const core = (await file.own('core-properties'))?.root ?? null
	const spoken = styles.style(styles.normal ?? undefined)?.run.language ?? styles.defaults.language ?? null
	const metadata = metadataOf(core, languageIn(body, spoken))
	const chunks = await readChunks(file)
	const context: Context = {
		styles,
		numbering: new Numbering((await file.related('numbering'))?.root ?? null, styles),
		notes: new Notes(
			await file.related('footnotes'),
			await file.related('endnotes'),
			(await file.related('settings'))?.root ?? null,
		),
		language: metadata.language ?? null,
		charts: await chartTexts(file),
		chunks: chunks.pieces,
	}
	const tree = root([...new Story(body, file.main, context).blocks(body), ...notes(context)])
	const pictures = await picturesIn(tree, file)
	const comments = await file.related('comments')
	const walked = toReadingText(tree, {
		base: null,
		language: context.language,
		linkHeadings: false,
		pictureBytes: (src) => pictures.get(src) ?? null,
		...(comments !== null && {
			comments: readComments(comments.root, (await file.related('commentsExtended'))?.root ?? null),
		}),
		furniture: await furniture(file),
	})
	return { part: '', metadata, ...walked, warnings: [...walked.warnings, ...unreadWarning(chunks.unread)] }
}

/** Notes may call notes: the list grows while it is read. */
function notes(context: Context): readonly Element[] {
	const found: Element[] = []
	for (const { id, content, part } of context.notes.called)
		found.push(
			make('div', { id, role: 'doc-footnote' }, ...new Story(content, part, context).blocks(content)),
		)
	return found
}

async function chartTexts(file: Package): Promise<ReadonlyMap<string, readonly string[]>> {
	const found = new Map<string, readonly string[]>()
	const parts = [...(await file.allRelated('chart')), ...(await file.allRelated('diagramData'))]
	for (const [id, { root }] of parts) found.set(id, drawnLines(root))
	return found
}

/** The paragraphs of a chart's or diagram's own text (DrawingML). */
function drawnLines(root: Part['root']): readonly string[] {
	const lines: string[] = []
	for (const element of descendants(root)) {
		if (element.name !== 'p') continue
		const line = [...descendants(element)].filter(({ name }) => name === 't').map(textOf)
		if (line.join('').trim() !== '') lines.push(line.join(''))
	}
	return lines
}

/** Running heads and footers, each line once; page numbers alone say nothing. */
async function furniture(file: Package): Promise<readonly string[]> {
	const parts = [...(await file.allRelated('header')).values(), ...(await file.allRelated('footer')).values()]
	const lines = parts.flatMap(({ root }) => linesOf(root)).filter((line) => /\p{L}/u.test(line))
	return [...new Set(lines)]
}

async function picturesIn(tree: Root, file: Package): Promise<ReadonlyMap<string, Uint8Array>> {
	const found = new Map<string, Uint8Array>()
	for (const element of elements(tree)) {
		const src = element.tagName === 'img' ? element.properties['src'] : undefined
		if (typeof src !== 'string' || src === '' || found.has(src)) continue
		const bytes = await file.read(src).catch(() => null)
		if (bytes !== null) found.set(src, bytes)
	}
	return found
}
