import { UserError } from '../../../corpus/errors.ts'
import type { Archive } from '../archive/archive.ts'
import { attribute, child, descendants, parseXml } from '../xml/xml.ts'
import { targetOf } from './paths.ts'

/** Files in META-INF that tell whose lock is on a book. */
const locks: readonly (readonly [name: RegExp, owner: string])[] = [
	[/^META-INF\/license\.lcpl$/i, 'Readium LCP'],
	[/^META-INF\/sinf\.xml$/i, 'Apple'],
	[/^META-INF\/rights\.xml$/i, 'Adobe or Kobo'],
]

/** How fonts are scrambled, which does no harm to the text. */
const fontMethods: ReadonlySet<string> = new Set([
	'http://www.idpf.org/2008/embedding',
	'http://ns.adobe.com/pdf/enc#RC',
])

/**
 * Refuses a book whose text is encrypted. A book that says so of files that are plain text all the same
 * is opened.
 *
 * @param paths the files of the text
 * @throws UserError `refused` that names the kind of protection where the book tells
 */
export async function refuseProtected(archive: Archive, paths: ReadonlySet<string>): Promise<void> {
	const text = await archive.text('META-INF/encryption.xml')
	if (text === null) return
	for (const path of encryptedPaths(text)) {
		if (!paths.has(path) || (await isMarkup(archive, path))) continue
		const owner = locks.find(([name]) => archive.names.some((each) => name.test(each)))?.[1]
		const by = owner === undefined ? '' : ` (${owner})`
		throw new UserError(
			'refused',
			`The book is protected with DRM${by}: its text is encrypted, and only the shop’s own app can open it. Ask for an edition without protection.`,
		)
	}
}

/** Empty where the file cannot be read: then the bytes of the text tell. */
function encryptedPaths(text: string): readonly string[] {
	try {
		return [...descendants(parseXml(text))].flatMap((element) => {
			if (element.name !== 'EncryptedData') return []
			const method = child(element, 'EncryptionMethod')
			if (method !== null && fontMethods.has(attribute(method, 'Algorithm') ?? '')) return []
			const reference = [...descendants(element)].find(({ name }) => name === 'CipherReference')
			const target = reference === undefined ? null : targetOf(attribute(reference, 'URI') ?? '', '')
			return target === null ? [] : [target.path]
		})
	} catch {
		return []
	}
}

async function isMarkup(archive: Archive, path: string): Promise<boolean> {
	const text = await archive.text(path)
	return text === null || /^\s*<[!?a-z]/i.test(text)
}
