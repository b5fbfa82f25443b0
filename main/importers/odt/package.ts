import { Buffer } from 'node:buffer'
import { UserError } from '../../../corpus/errors.ts'
import { type Archive, openArchive } from '../archive/archive.ts'
import { zipKind } from '../archive/zipkind.ts'
import { decode } from '../decoding/decode.ts'
import { attribute, child, descendants, parseXml, type XmlElement } from '../xml/xml.ts'

/** An OpenDocument text, of a package or of one flat file. */
export interface OdtFile {
	/** Holds `automatic-styles` and `body`. */
	readonly content: XmlElement
	/** Holds `styles`, `automatic-styles` and `master-styles`; null where it is missing or damaged. */
	readonly styles: XmlElement | null
	/** The element `office:meta`. */
	readonly meta: XmlElement | null
	/** The root of an embedded object's content; null where there is none. */
	object(href: string): Promise<XmlElement | null>
	/** The bytes of a picture; null for what lies outside of the file, which is never loaded. */
	picture(href: string): Promise<Uint8Array | null>
}

/** Whether the bytes are an OpenDocument text as one flat XML file. */
export function isFlat(bytes: Uint8Array): boolean {
	const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '')
	return /^[^<]*<(\?xml|office:document|!--|!DOCTYPE)/.test(head) && /<office:document[\s>]/.test(head)
}

/** @throws UserError `refused` with a sentence why */
export async function openOdt(bytes: Uint8Array, fileName: string): Promise<OdtFile> {
	if (isFlat(bytes)) return flat(decode(bytes, true)?.text ?? '', fileName)
	const kind = zipKind(bytes)
	if (kind === 'ods') throw refusal(fileName, 'is a table (OpenDocument); save it as .xlsx or .csv first')
	if (kind === 'odp') throw refusal(fileName, 'is a presentation (OpenDocument); save it as PDF first')
	const archive = await openArchive(bytes)
	const manifest = await optional(archive, 'META-INF/manifest.xml')
	if (manifest !== null && isEncrypted(manifest))
		throw refusal(
			fileName,
			'is protected with a password; open it in LibreOffice, save it without a password, and import that file',
		)
	const content = await archive.text('content.xml')
	if (content === null)
		throw refusal(fileName, 'is damaged: the part that holds its text (content.xml) is missing')
	const meta = await optional(archive, 'meta.xml')
	return {
		content: parseXml(content),
		styles: await optional(archive, 'styles.xml'),
		meta: meta && child(meta, 'meta'),
		object: (href) => optional(archive, `${local(href) ?? ''}/content.xml`),
		async picture(href) {
			const name = local(href)
			return name === null ? null : archive.read(name).catch(() => null)
		},
	}
}

function flat(text: string, fileName: string): OdtFile {
	const root = parseXml(text)
	if (child(child(root, 'body') ?? root, 'text') === null)
		throw refusal(fileName, 'is no text document but another one of OpenDocument')
	return {
		content: root,
		styles: root,
		meta: child(root, 'meta'),
		object: async () => null,
		picture: async () => null,
	}
}

function isEncrypted(manifest: XmlElement): boolean {
	for (const { name } of descendants(manifest)) if (name === 'encryption-data') return true
	return false
}

async function optional(archive: Archive, name: string): Promise<XmlElement | null> {
	const text = await archive.text(name)
	if (text === null) return null
	try {
		return parseXml(text)
	} catch (error) {
		if (error instanceof UserError) return null
		throw error
	}
}

/** A reference as a name in the archive; null for what lies elsewhere. */
function local(href: string): string | null {
	if (/^[a-z][a-z0-9+.-]*:|^\//i.test(href) || href.includes('..')) return null
	return href.replace(/^\.\//, '').replace(/\/$/, '')
}

/** The bytes that stand in the file itself (`office:binary-data`). */
export function inlineBytes(image: XmlElement): string | null {
	const data = child(image, 'binary-data')
	const text = data?.children.find((each): each is string => typeof each === 'string')
	return text === undefined ? null : `data:image/*;base64,${text.replace(/\s+/g, '')}`
}

export const hrefOf = (element: XmlElement): string | null => attribute(element, 'href')

const refusal = (fileName: string, why: string): UserError =>
	new UserError('refused', `“${fileName}” ${why}. Nothing was added.`)
