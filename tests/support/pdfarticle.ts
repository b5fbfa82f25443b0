import {
	comment,
	highlight,
	type PdfBox,
	type PdfFont,
	type PdfPage,
	type PdfText,
	pdfFile,
	scan,
	webLink,
	widthOf,
} from './pdfs.ts'

/** The paragraphs of the article below, as a reader takes them in; `#` before a heading. */
export const articleParagraphs: readonly string[] = [
	'# 1 Where the passages went',
	'A commonplace book is a place for what one has read and wants to find again. Scholars kept such books for centuries before there were machines, and the habits that they formed are still with us wherever somebody underlines a sentence and writes a word beside it. The heading under which a passage stands is a small theory about it, and the theory may turn out to be wrong, which is why the better books left room for a second heading and a third.',
	'The oldest surviving examples are hardly more than lists of sayings. What makes them interesting is not the sayings but their order, since it tells how somebody thought that the world hangs together. A well-known merchant of the fifteenth century put his recipes beside his prayers, and there is no sign that he found anything remarkable in this arrangement or that anybody who inherited the volume did.',
	'Printers noticed the fashion early. They sold blank volumes with headings already in place, and a well-known schoolmaster complained that his pupils filled them with whatever came first to hand instead of thinking about what they had been reading during the long afternoons that he had set aside for nothing else.',
	'# 2 Headings and their troubles',
	'Every heading is a promise that more of the same will follow. When it does not, the reader is left with a page that holds one passage and a great deal of emptiness; when too much of it follows, the heading must be divided, and everything that stands below it must be read again. Locke proposed an index of initial letters and vowels, which solved the question of where to write but not that of where to think.',
	'The method spread because it was cheap. It asked for a single volume, a little discipline and no knowledge of how many entries there would be. Its weakness was that two passages which belong together may stand far apart, and that nothing but memory connects them. Readers who disliked this cut their books into slips, sorted the slips into boxes and thereby invented a different instrument altogether.',
	'# 3 What machines change',
	'A machine does not mind how often a passage is moved. It can keep the same words under several headings at once, show them beside the page from which they were taken, and remember who put them there. What it cannot do is to decide whether two passages say the same thing. That remains the work of the reader, and the instrument is good exactly in so far as it leaves the reader time for this work.',
	'It follows that a heading should be as easy to change as it is to make. Whoever has to fear for the old order will not try a new one; whoever can return to it with one step will try several, and will keep the one that lets the next passage fall into its place without any further thought.',
]

const title = 'On Keeping Passages in Order'
const [width, height] = [420, 400]
const size = 10.5
const leading = 13.5
const columnWidth = 165
const columns = [40, 215] as const
const hyphens: Readonly<Record<string, string>> = {
	...{
		arrangement: 'arrange-ment',
		interesting: 'interest-ing',
		discipline: 'disci-pline',
		remarkable: 'remark-able',
	},
	...{
		underlines: 'under-lines',
		centuries: 'centu-ries',
		afternoons: 'after-noons',
		everything: 'every-thing',
	},
	...{ passages: 'pas-sages', knowledge: 'knowl-edge', instrument: 'instru-ment', together: 'togeth-er' },
	...{ whatever: 'what-ever', complained: 'com-plained', emptiness: 'empti-ness', exactly: 'exact-ly' },
	...{
		schoolmaster: 'school-master',
		surviving: 'surviv-ing',
		merchant: 'mer-chant',
		'well-known': 'well-known',
	},
}

interface SetLine extends PdfText {
	readonly page: number
}

/**
 * An article of three pages in two justified columns: title over both, running heads, printed page numbers
 * (117 to 119, also as labels), a table of contents, words broken at line ends, a footnote, metadata, a link, a
 * highlight over two lines, a commented underline, and a note stuck to the page.
 */
export function pdfArticle(): Uint8Array {
	const lines = typeset()
	const pages = [0, 1, 2].map((page): PdfPage => {
		const texts = lines.filter((line) => line.page === page)
		const label = `${117 + page}`
		const head = page % 2 === 0 ? 'Journal of Careful Reading' : title
		return {
			width,
			height,
			texts: [
				{ text: head, x: 40, y: 30, size: 8, font: 'Helvetica-Oblique' },
				{ text: label, x: width - 40 - widthOf(label, 8), y: 30, size: 8 },
				...(page === 0 ? front : []),
				...texts,
				...(page === 1 ? note : []),
			],
			annotations: annotationsOn(page, lines),
		}
	})
	const headings = lines.filter((line) => line.font === 'Helvetica-Bold')
	return pdfFile({
		pages,
		language: 'en-GB',
		info: { Title: title, Author: 'Ada Marsh and Bo Lindqvist', CreationDate: 'D:20210304120000Z' },
		labels: [[0, '/S /D /St 117']],
		outline: headings.map(({ text, page, y }) => ({ title: text, level: 1, page, y: y - size })),
	})
}

const front: readonly PdfText[] = [
	{ text: title, x: 40, y: 70, size: 18, font: 'Helvetica-Bold' },
	{ text: 'Ada Marsh and Bo Lindqvist', x: 40, y: 92, size: 11 },
]

const note: readonly PdfText[] = [
	{ text: '1', x: columns[1], y: height - 45, size: 5, rise: 3 },
	{ text: 'Locke described it in a letter of 1685.', x: columns[1] + 4, y: height - 45, size: 7.5 },
]

/** Breaks the paragraphs into lines and lays them into the columns. */
function typeset(): readonly SetLine[] {
	const set: SetLine[] = []
	let column = 0
	let y = 130
	const next = (step: number) => {
		y += step
		if (y <= height - (column === 3 ? 70 : 45)) return
		column += 1
		y = column < 2 ? 130 : 60
	}
	const place = (line: Omit<PdfText, 'x' | 'y'>, indent: number) =>
		set.push({ ...line, x: (columns[column % 2] ?? 0) + indent, y, page: Math.floor(column / 2) })
	for (const [index, paragraph] of articleParagraphs.entries()) {
		const isHeading = paragraph.startsWith('# ')
		if (isHeading) {
			next(index === 0 ? 0 : 22)
			place({ text: paragraph.slice(2), size: 11, font: 'Helvetica-Bold' }, 0)
			next(16)
			continue
		}
		const indent = articleParagraphs[index - 1]?.startsWith('# ') ? 0 : 10
		const lines = broken(paragraph, indent)
		for (const [number, { text, isLast }] of lines.entries()) {
			const left = number === 0 ? indent : 0
			const spaces = text.split(' ').length - 1
			const rest = columnWidth - left - widthOf(text, size)
			place({ text, size, wordSpacing: isLast || spaces === 0 ? 0 : rest / spaces }, left)
			if (number < lines.length - 1 || index < articleParagraphs.length - 1) next(leading)
		}
	}
	const call = set.findLastIndex(({ page, wordSpacing, font }) => page === 1 && wordSpacing === 0 && !font)
	const above = set[call]
	if (above)
		set.splice(call + 1, 0, {
			...above,
			text: '1',
			x: above.x + widthOf(above.text, size),
			size: 6,
			rise: 3.5,
		})
	return set
}

function broken(paragraph: string, indent: number): readonly { text: string; isLast: boolean }[] {
	const lines: string[] = []
	let line = ''
	const fits = (text: string) => widthOf(text, size) <= columnWidth - (lines.length === 0 ? indent : 0)
	for (const word of paragraph.split(' ')) {
		const longer = line === '' ? word : `${line} ${word}`
		if (fits(longer)) {
			line = longer
			continue
		}
		const [first, second] = hyphens[word]?.split('-') ?? []
		if (first && second && fits(`${line} ${first}-`)) {
			lines.push(`${line} ${first}-`)
			line = second
		} else {
			lines.push(line)
			line = word
		}
	}
	return [...lines, line].map((text, index) => ({ text, isLast: index === lines.length }))
}

/** Where words stand that lie within one line. */
function boxOf(words: string, lines: readonly SetLine[]): PdfBox & { readonly page: number } {
	const line = lines.find((each) => each.text.includes(words))
	if (!line) throw new Error(`No line holds “${words}”.`)
	const before = line.text.slice(0, line.text.indexOf(words))
	const length = (text: string) =>
		widthOf(text, line.size) + (text.split(' ').length - 1) * (line.wordSpacing ?? 0)
	return { page: line.page, x: line.x + length(before), y: line.y - 8, width: length(words), height: 10 }
}

function annotationsOn(page: number, lines: readonly SetLine[]): readonly string[] {
	const [first, second] = [boxOf('Every heading is a promise', lines), boxOf('Printers noticed', lines)]
	const link = boxOf('Locke proposed', lines)
	const marked = [
		{
			page: first.page,
			annotation: highlight('Highlight', [first], height, { author: 'Ada', date: 'D:20220501093000Z' }),
		},
		{
			page: second.page,
			annotation: highlight('Underline', [second], height, { contents: 'Which printers?', author: 'Bo' }),
		},
		{ page: 2, annotation: comment(380, 60, height, { contents: 'The heart of the matter', author: 'Bo' }) },
		{ page: link.page, annotation: webLink(link, height, 'https://example.org/locke') },
	]
	return marked.filter((each) => each.page === page).map(({ annotation }) => annotation)
}

/** A page of text, one that is only a picture, and one whose recognised text lies behind its picture. */
export function scannedPdf(): Uint8Array {
	const drawing = scan(300, 400)
	const page = (texts: readonly PdfText[], isScan: boolean): PdfPage => ({
		...{ width: 300, height: 400, texts },
		...(isScan && { drawing }),
	})
	const font: PdfFont = 'Helvetica'
	return pdfFile({
		pages: [
			page([{ text: 'A page that was typed.', x: 40, y: 60, size: 12, font }], false),
			page([], true),
			page([{ text: 'Recognised behind the picture.', x: 40, y: 60, size: 12, isHidden: true }], true),
		],
	})
}
