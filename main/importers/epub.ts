import { UserError } from '../../corpus/errors.ts'
import { type Archive, openArchive } from './archive/archive.ts'
import { zipKind } from './archive/zipkind.ts'
import { type Chapter, readChapters } from './epub/chapters.ts'
import { type Contents, readContents } from './epub/contents.ts'
import { idIn, type Joined, join } from './epub/joining.ts'
import { metadataOf } from './epub/metadata.ts'
import { type Package, readPackage } from './epub/package.ts'
import { placePages } from './epub/pages.ts'
import { namesIn, type Target } from './epub/paths.ts'
import { refuseProtected } from './epub/protection.ts'
import { dataBytes } from './hast/pictures.ts'
import { root } from './hast/tree.ts'
import { toReadingText } from './hast/walker.ts'
import type { BytesImporter, BytesSource, Imported } from './importer.ts'

/**
 * EPUB 2 and 3. The whole book is one document: its files stand in the order of its spine, links between
 * them lead inside it, and its table of contents is the outline.
 */
export const epubImporter: BytesImporter = {
	kind: 'bytes',
	name: 'epub',
	recognises: (bytes) => zipKind(bytes) === 'epub',
	read: async (source) => [await readBook(source)],
}

async function readBook({ bytes }: BytesSource): Promise<Imported> {
	const archive = await openArchive(bytes)
	const find = namesIn(archive)
	const book = await readPackage(archive, find)
	await refuseProtected(archive, textFiles(book, find))
	const { chapters, missing } = await readChapters(archive, book, find)
	if (chapters.length === 0)
		throw new UserError('refused', 'The book names no text that could be read, so nothing was added.')
	const prefixes = new Map(chapters.map(({ path, prefix }) => [path, prefix]))
	const metadata = metadataOf(book.metadata)
	const language = metadata.language ?? null
	const joined = join(chapters, { find, prefixes, language })
	const contents = await readContents(archive, book, find)
	/** The ids where a target lies, the exact one first. */
	const idsAt = ({ path, fragment }: Target): readonly string[] => {
		const prefix = prefixes.get(find(path) ?? '')
		return prefix === undefined ? [] : [idIn(prefix, fragment), prefix]
	}
	placeBreaks(chapters, contents, idsAt)
	const pictures = await readPictures(archive, joined)
	const walked = toReadingText(root(chapters.map(({ tree }) => tree)), {
		base: null,
		language,
		direction: isRightToLeft(language) ? 'rtl' : undefined,
		linkHeadings: false,
		pictureBytes: (src) => pictures.get(src) ?? dataBytes(src),
		contents: contents.entries.map(({ title, level, target }) => ({ title, level, names: idsAt(target) })),
	})
	if (walked.text.text === '' && joined.lostMedia > 0)
		throw new UserError(
			'refused',
			'The book holds no text, only sound, films or embedded pages, so nothing was added.',
		)
	const warnings = [...contents.warnings, ...warningsOf(missing, joined), ...walked.warnings]
	return { part: '', metadata, ...walked, warnings }
}

/** Names in the archive of the files in the spine. */
function textFiles({ spine, items }: Package, find: (path: string) => string | null): ReadonlySet<string> {
	return new Set(spine.flatMap(({ id }) => find(items.get(id)?.path ?? '') ?? []))
}

function placeBreaks(
	chapters: readonly Chapter[],
	{ pages }: Contents,
	idsAt: (target: Target) => readonly string[],
): void {
	const labels = new Map<string, string>()
	for (const { label, target } of pages) {
		const [id] = idsAt(target)
		if (id !== undefined && !labels.has(id)) labels.set(id, label)
	}
	const whole = root(chapters.map(({ tree }) => tree))
	placePages(whole, labels)
}

/** The bytes of the pictures by their `src`. What is damaged is left out. */
async function readPictures(
	archive: Archive,
	{ pictures, drawings }: Joined,
): Promise<ReadonlyMap<string, Uint8Array>> {
	const found = new Map(drawings)
	for (const name of pictures) {
		const bytes = await archive.read(name).catch(() => null)
		if (bytes !== null) found.set(`book:${name}`, bytes)
	}
	return found
}

/** By the language alone: many books leave the direction to their style sheets. */
const isRightToLeft = (language: string | null): boolean =>
	language !== null &&
	/^(ar|arc|ckb|dv|fa|he|ps|sd|syr|ug|ur|yi)(-|$)/i.test(language) &&
	!/-Latn/i.test(language)

function warningsOf(missing: readonly string[], { lostLinks, lostMedia }: Joined): readonly string[] {
	const warnings: string[] = []
	const names = missing.slice(0, 5).map((name) => `“${name}”`)
	if (missing.length === 1) warnings.push(`One part of the book is missing or no text: ${names.join('')}.`)
	if (missing.length > 1)
		warnings.push(`${missing.length} parts of the book are missing or no text: ${names.join(', ')}.`)
	if (lostMedia > 0) warnings.push('Sound, films and embedded pages of the book are not in the text.')
	if (lostLinks === 1) warnings.push('One link leads to a file that is not in the book.')
	if (lostLinks > 1) warnings.push(`${lostLinks} links lead to files that are not in the book.`)
	return warnings
}
