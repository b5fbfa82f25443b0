/**
 * Writes small PDFs by hand (ISO 32000-1), so that tests know every letter's place. Positions are given in
 * points from the top left corner of the page, as readers see it; `y` is the base line.
 */
export interface PdfPage {
	readonly width: number
	readonly height: number
	readonly texts: readonly PdfText[]
	/** Dictionaries of annotations, without their `/Type`; see `highlight`, `comment` and `webLink`. */
	readonly annotations?: readonly string[]
	/** Further operators: pictures, lines. */
	readonly drawing?: string
	/** Degrees clockwise by which the page is turned when shown. */
	readonly turned?: 0 | 90 | 180 | 270
}

export interface PdfText {
	readonly text: string
	readonly x: number
	readonly y: number
	readonly size: number
	readonly font?: PdfFont
	/** Added to each space, in points. */
	readonly wordSpacing?: number
	/** Degrees, counter-clockwise. */
	readonly angle?: number
	/** Points by which it is raised. */
	readonly rise?: number
	/** Drawn by nobody, as recognised text behind a scan is. */
	readonly isHidden?: boolean
}

export type PdfFont = 'Helvetica' | 'Helvetica-Bold' | 'Helvetica-Oblique'

export interface PdfFile {
	readonly pages: readonly PdfPage[]
	/** Of the Info dictionary: `Title`, `Author`, … */
	readonly info?: Readonly<Record<string, string>>
	readonly language?: string
	readonly xmp?: string
	readonly outline?: readonly PdfOutlineEntry[]
	/** `/Nums` of the page labels: page index and style. */
	readonly labels?: readonly (readonly [page: number, style: string])[]
}

/** One line of the table of contents; those of level 2 lie below the last of level 1. */
export interface PdfOutlineEntry {
	readonly title: string
	readonly level: 1 | 2
	readonly page: number
	/** From the top of the page. */
	readonly y: number
}

const fonts: readonly PdfFont[] = ['Helvetica', 'Helvetica-Bold', 'Helvetica-Oblique']

export function pdfFile(file: PdfFile): Uint8Array {
	const objects: string[] = []
	const add = (body: string): number => objects.push(body)
	const reserve = () => add('')
	const catalog = reserve()
	const tree = reserve()
	const fontNumbers = fonts.map((font) =>
		add(`<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`),
	)
	const resources = `<< /Font << ${fontNumbers.map((number, index) => `/F${index} ${number} 0 R`).join(' ')} >> >>`
	const pages = file.pages.map((page) => {
		const content = add(stream(contentOf(page)))
		const annotations = (page.annotations ?? []).map((each) => add(`<< /Type /Annot ${each} >>`))
		return add(
			`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Rotate ${page.turned ?? 0} ` +
				`/Resources ${resources} /Contents ${content} 0 R /Annots [${annotations.map((each) => `${each} 0 R`).join(' ')}] >>`,
		)
	})
	objects[tree - 1] =
		`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}] >>`
	const outline = file.outline && addOutline(file.outline, file, pages, objects)
	const xmp = file.xmp && add(stream(file.xmp, '/Type /Metadata /Subtype /XML '))
	const labels = file.labels?.map(([page, style]) => `${page} << ${style} >>`).join(' ')
	objects[catalog - 1] = [
		`<< /Type /Catalog /Pages ${tree} 0 R`,
		outline ? `/Outlines ${outline} 0 R` : '',
		xmp ? `/Metadata ${xmp} 0 R` : '',
		labels ? `/PageLabels << /Nums [${labels}] >>` : '',
		file.language ? `/Lang ${text(file.language)}` : '',
		'>>',
	].join(' ')
	const info = add(
		`<< ${Object.entries(file.info ?? {})
			.map(([key, value]) => `/${key} ${text(value)}`)
			.join(' ')} >>`,
	)
	return assembled(objects, catalog, info)
}

/** The file's bytes, with its cross-reference table. Every character of an object is one byte. */
function assembled(objects: readonly string[], catalog: number, info: number): Uint8Array {
	let file = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
	const offsets: number[] = []
	for (const [index, body] of objects.entries()) {
		offsets.push(file.length)
		file += `${index + 1} 0 obj\n${body}\nendobj\n`
	}
	const table = offsets.map((offset) => `${`${offset}`.padStart(10, '0')} 00000 n \n`).join('')
	const size = objects.length + 1
	file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
	return Uint8Array.from(file, (letter) => letter.charCodeAt(0))
}

const stream = (body: string, entries = ''): string =>
	`<< ${entries}/Length ${body.length} >>\nstream\n${body}\nendstream`

function contentOf({ texts, height, drawing = '' }: PdfPage): string {
	const operators = texts.map((each) => {
		const { x, y, size, font = 'Helvetica', wordSpacing = 0, angle = 0, rise = 0, isHidden = false } = each
		const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
		return [
			`BT /F${fonts.indexOf(font)} ${size} Tf ${isHidden ? 3 : 0} Tr ${round(wordSpacing)} Tw ${round(rise)} Ts`,
			`${[cos, sin, -sin, cos, x, height - y].map(round).join(' ')} Tm (${escaped(each.text)}) Tj ET`,
		].join(' ')
	})
	return [drawing, ...operators].join('\n')
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** A literal string in Windows-1252, which the fonts are read in. */
const escaped = (words: string): string =>
	[...words].map((letter) => (/[\\()]/.test(letter) ? `\\${letter}` : inWindows1252(letter))).join('')

const windows1252: Readonly<Record<string, number>> = {
	...{ '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97 },
}

const inWindows1252 = (letter: string): string =>
	String.fromCharCode(windows1252[letter] ?? letter.charCodeAt(0))

/** A text string outside of content: UTF-16 where Latin letters do not do. */
function text(words: string): string {
	if (/^[ -~]*$/.test(words)) return `(${escaped(words)})`
	const hex = [...`\ufeff${words}`.split('')].map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
	return `<${hex.join('')}>`
}

function addOutline(
	entries: readonly PdfOutlineEntry[],
	{ pages }: PdfFile,
	pageNumbers: readonly number[],
	objects: string[],
): number {
	const root = objects.push('')
	const numbers = entries.map(() => objects.push(''))
	const parents = entries.map((entry, index) => {
		const above = entries.slice(0, index).findLastIndex(({ level }) => level === 1)
		return entry.level === 1 || above < 0 ? -1 : above
	})
	const childrenOf = (parent: number) =>
		numbers.filter((_, index) => parents[index] === parent).map((number) => number)
	const ends = (children: readonly number[]) =>
		children.length === 0
			? ''
			: `/First ${children[0]} 0 R /Last ${children.at(-1)} 0 R /Count ${children.length}`
	for (const [index, entry] of entries.entries()) {
		const parent = parents[index] ?? -1
		const siblings = childrenOf(parent)
		const place = siblings.indexOf(numbers[index] ?? 0)
		const next = siblings[place + 1]
		const previous = siblings[place - 1]
		const up = (pages[entry.page]?.height ?? 0) - entry.y
		objects[(numbers[index] ?? 0) - 1] = [
			`<< /Title ${text(entry.title)} /Parent ${parent < 0 ? root : numbers[parent]} 0 R`,
			`/Dest [${pageNumbers[entry.page]} 0 R /XYZ 0 ${round(up)} 0]`,
			next ? `/Next ${next} 0 R` : '',
			previous ? `/Prev ${previous} 0 R` : '',
			`${ends(childrenOf(index))} >>`,
		].join(' ')
	}
	objects[root - 1] = `<< /Type /Outlines ${ends(childrenOf(-1))} >>`
	return root
}

/** A rectangle from the top left corner of its page. */
export interface PdfBox {
	readonly x: number
	readonly y: number
	readonly width: number
	readonly height: number
}

const rect = ({ x, y, width, height }: PdfBox, page: number): string =>
	`/Rect [${[x, page - y - height, x + width, page - y].map(round).join(' ')}]`

/** @param page the height of the page, here and below */
export function highlight(
	kind: 'Highlight' | 'Underline' | 'StrikeOut' | 'Squiggly',
	boxes: readonly PdfBox[],
	page: number,
	note: { readonly contents?: string; readonly author?: string; readonly date?: string } = {},
): string {
	const quads = boxes.flatMap(({ x, y, width, height }) => {
		const [left, right, top, bottom] = [x, x + width, page - y, page - y - height]
		return [left, top, right, top, left, bottom, right, bottom]
	})
	const [first = { x: 0, y: 0, width: 1, height: 1 }] = boxes
	return [
		`/Subtype /${kind} ${rect(first, page)} /QuadPoints [${quads.map(round).join(' ')}] /C [1 1 0]`,
		note.contents ? `/Contents ${text(note.contents)}` : '',
		note.author ? `/T ${text(note.author)}` : '',
		note.date ? `/CreationDate (${note.date}) /M (${note.date})` : '',
	].join(' ')
}

/** A note stuck to a place of the page. */
export const comment = (
	x: number,
	y: number,
	page: number,
	note: { readonly contents: string; readonly author: string },
): string =>
	`/Subtype /Text ${rect({ x, y, width: 18, height: 18 }, page)} /Contents ${text(note.contents)} /T ${text(note.author)} /Name /Comment`

export const webLink = (box: PdfBox, page: number, address: string): string =>
	`/Subtype /Link ${rect(box, page)} /Border [0 0 0] /A << /S /URI /URI ${text(address)} >>`

/** A picture over all of a page, as a scanner makes it. */
export const scan = (width: number, height: number): string =>
	`q ${width} 0 0 ${height} 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \u0080\u00c0\u00c0\u0080 EI Q`

/** The width of a text in Helvetica, in points, without word spacing. */
export const widthOf = (words: string, size: number): number =>
	[...words].reduce((sum, letter) => sum + (widths[letter.charCodeAt(0) - 32] ?? 556), 0) * (size / 1000)

/** Of the letters from space to tilde in Helvetica, in thousandths of its size (Adobe's font metrics). */
const widths: readonly number[] = [
	...[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
	...[556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
	...[1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778],
	...[667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
	...[333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556],
	...[556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
]
