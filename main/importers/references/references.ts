import { UserError } from '../../../corpus/errors.ts'
import type { Reference, References } from '../../../corpus/reference.ts'
import { decode } from '../decoding/decode.ts'
import { readBibtex } from './bibtex.ts'
import { isItem, metadataOfItem } from './csl.ts'
import { readRis } from './ris.ts'
import { readZoteroRdf } from './zotero.ts'

const mostEntries = 50_000

/**
 * The entries of a bibliography: BibTeX, BibLaTeX, RIS, CSL JSON, or Zotero's RDF, told by what is in it.
 *
 * @throws UserError `refused` where it is none of these, is damaged, or has more than 50,000 entries
 */
export function readReferences({
	fileName,
	bytes,
}: {
	readonly fileName: string
	readonly bytes: Uint8Array
}): References {
	const text = decode(bytes, false)?.text
	if (text === undefined) throw refusal(fileName)
	const { references, warnings } = readText(fileName, text)
	const telling = references.filter(({ metadata, files }) => metadata.title !== '' || files.length > 0)
	if (telling.length === 0) throw refusal(fileName)
	if (telling.length > mostEntries)
		throw new UserError('refused', `“${fileName}” has more than 50,000 entries; divide it.`)
	return { references: telling, warnings }
}

function readText(fileName: string, text: string): References {
	if (/^\s*[[{]/.test(text)) return readCsl(fileName, text)
	if (/^\s*</.test(text)) return readZoteroRdf(text)
	if (/^[ \t]*TY\s{1,2}-/m.test(text)) return readRis(text)
	if (/^[ \t]*@\s*\w+\s*[{(]/m.test(text)) return readBibtex(text)
	throw refusal(fileName)
}

/** Of CSL 1.0.2, and those of 1.0 that were given up. */
const cslTypes: ReadonlySet<string> = new Set(
	'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book software song speech standard thesis treaty webpage'.split(
		' ',
	),
)

/** CSL-JSON: a list of items, also as `items` of an object. */
function readCsl(fileName: string, text: string): References {
	let whole: unknown
	try {
		whole = JSON.parse(text)
	} catch {
		throw refusal(fileName)
	}
	const list = isItem(whole) ? whole['items'] : whole
	if (!Array.isArray(list)) throw refusal(fileName)
	const items = list.filter(isItem)
	// Other lists of objects are tables.
	if (items.filter(({ type }) => cslTypes.has(String(type))).length * 2 < items.length)
		throw refusal(fileName)
	const references = items.map((item): Reference => ({ metadata: metadataOfItem(item), files: [] }))
	return { references, warnings: [] }
}

const refusal = (fileName: string): UserError =>
	new UserError(
		'refused',
		`“${fileName}” is no bibliography that can be read. Those that can: BibTeX, RIS, CSL JSON and Zotero RDF.`,
	)
