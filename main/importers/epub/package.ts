import { UserError } from '../../../corpus/errors.ts'
import type { Archive } from '../archive/archive.ts'
import { namedEntities } from '../hast/entities.ts'
import { attribute, child, children, descendants, parseXml, repaired, type XmlElement } from '../xml/xml.ts'
import { targetOf } from './paths.ts'

/** What a book's package document (OPF) says. Format: EPUB 3.3, 5; OPF 2.0.1. */
export interface Package {
	/** The `metadata` element; null where there is none. */
	readonly metadata: XmlElement | null
	readonly items: ReadonlyMap<string, Item>
	/** The files of the text, in reading order. */
	readonly spine: readonly SpineItem[]
	/** Of EPUB 3's navigation document, EPUB 2's NCX and Adobe's page map. */
	readonly nav: string | null
	readonly ncx: string | null
	readonly pageMap: string | null
	readonly progression: 'ltr' | 'rtl' | null
}

/** One file of the book. */
export interface Item {
	readonly id: string
	/** From the top of the archive; null where it does not lie in the book. */
	readonly path: string | null
	readonly mediaType: string
	/** The id of an item that can stand for this one. */
	readonly fallback: string | null
}

export interface SpineItem {
	/** As written: there may be no such item. */
	readonly id: string
	/** False: beside the text, such as answers to questions and notes that pop up. */
	readonly linear: boolean
}

/**
 * Reads the package document of a book: the first one that its container names, else the first there is.
 *
 * @throws UserError `refused` where there is none, or none that can be read
 */
export async function readPackage(archive: Archive, find: (path: string) => string | null): Promise<Package> {
	const path = find(await packagePath(archive)) ?? archive.names.find((name) => /\.opf$/i.test(name))
	const text = path === undefined ? null : await archive.text(path)
	if (path === undefined || text === null)
		throw new UserError('refused', 'The book has no package document, so there is no telling what is in it.')
	return packageOf(parseXml(repaired(text), namedEntities(text)), path)
}

/** '' where the container names none. */
async function packagePath(archive: Archive): Promise<string> {
	const container = await readContainer(archive)
	const files =
		container === null ? [] : [...descendants(container)].filter(({ name }) => name === 'rootfile')
	const file =
		files.find((each) => attribute(each, 'media-type') === 'application/oebps-package+xml') ?? files[0]
	return file === undefined ? '' : (targetOf(attribute(file, 'full-path') ?? '', '')?.path ?? '')
}

/** Null where it is missing or damaged. */
async function readContainer(archive: Archive): Promise<XmlElement | null> {
	try {
		const text = await archive.text('META-INF/container.xml')
		return text === null ? null : parseXml(repaired(text))
	} catch (error) {
		if (!(error instanceof UserError)) throw error
		return null
	}
}

function packageOf(root: XmlElement, path: string): Package {
	const items = new Map<string, Item>()
	const manifest = child(root, 'manifest')
	let nav: string | null = null
	for (const element of manifest === null ? [] : children(manifest, 'item')) {
		const id = attribute(element, 'id') ?? ''
		const target = targetOf(attribute(element, 'href') ?? '', path)
		const mediaType = (attribute(element, 'media-type') ?? '').trim().toLowerCase()
		const fallback = attribute(element, 'fallback')
		const item = { id, path: target?.path || null, mediaType, fallback }
		if (!items.has(id)) items.set(id, item)
		const isNav = (attribute(element, 'properties') ?? '').split(/\s+/).includes('nav')
		if (isNav) nav ??= item.path
	}
	const spine = child(root, 'spine')
	const pathOf = (id: string | null) => (id === null ? null : (items.get(id)?.path ?? null))
	const ncx = [...items.values()].find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml')
	const progression = spine === null ? null : attribute(spine, 'page-progression-direction')
	return {
		metadata: child(root, 'metadata'),
		items,
		spine: (spine === null ? [] : children(spine, 'itemref')).map((element) => ({
			id: attribute(element, 'idref') ?? '',
			linear: attribute(element, 'linear') !== 'no',
		})),
		nav,
		ncx: pathOf(spine === null ? null : attribute(spine, 'toc')) ?? ncx?.path ?? null,
		pageMap: pathOf(spine === null ? null : attribute(spine, 'page-map')),
		progression: progression === 'ltr' || progression === 'rtl' ? progression : null,
	}
}
