import type { Element, ElementContent } from 'hast'
import { UserError } from '../../corpus/errors.ts'
import { make, root } from './hast/tree.ts'
import { toReadingText } from './hast/walker.ts'
import { type Imported, type TextImporter, type TextSource, titleOfFile } from './importer.ts'
import { languageTag } from './languagetag.ts'
import { type Cue, cuesOf, timesOf, withoutRepeats } from './transcripts/cues.ts'
import { type Span, spansOf } from './transcripts/payload.ts'

/**
 * Subtitles and transcripts of recordings (SubRip, WebVTT): the words flow as paragraphs, which end where
 * somebody else speaks, where there is a pause, or after some sentences. Each cue keeps its time.
 */
export const subtitlesImporter: TextImporter = {
	kind: 'text',
	name: 'subtitles',
	isMarkup: false,
	recognises: (beginning) =>
		/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(beginning) ||
		beginning
			.split(/\r\n?|\n/, 6)
			.some(
				(line, at, lines) => timesOf(line) !== null && (at === 0 || /^\s*\d*\s*$/.test(lines[at - 1] ?? '')),
			),
	read: (source) => [readSubtitles(source)],
}

function readSubtitles({ text, fileName }: TextSource): Imported {
	const cues = withoutRepeats(cuesOf(text))
	if (cues.length === 0) {
		const message = `“${fileName}” holds no subtitles with times, so nothing was added.`
		throw new UserError('refused', message)
	}
	const head = /^\uFEFF?WEBVTT[^\n]*(?:\r?\n[^\r\n]+)*/.exec(text.slice(0, 2000))?.[0] ?? ''
	const language = languageTag(/^Language:\s*(\S+)/im.exec(head)?.[1] ?? null)
	const paragraphs = paragraphsOf(cues.flatMap(utterancesOf))
	const walked = toReadingText(root(paragraphs.map(paragraphOf)), {
		base: null,
		language,
		linkHeadings: false,
	})
	return {
		part: '',
		metadata: { title: titleOfFile(fileName), ...(language !== null && { language }) },
		...walked,
	}
}

/** What one person says in one cue. */
interface Utterance {
	readonly from: number
	readonly to: number
	readonly speaker: string | null
	readonly spans: readonly Span[]
	/** Begins with a dash, as subtitles show that another person speaks. */
	readonly isAnswer: boolean
}

function utterancesOf({ from, to, lines }: Cue): readonly Utterance[] {
	const utterances: Utterance[] = []
	const shown = lines.map(spansOf)
	const dashed = shown.map((line) => /^[-–—]\s*\S/.test(line.map(({ text }) => text).join('')))
	const isDialogue = dashed.filter(Boolean).length > 1
	let spans: Span[] = []
	let isAnswer = false
	const finish = () => {
		if (spans.some(({ text }) => text.trim() !== ''))
			utterances.push({ from, to, spans, isAnswer, speaker: spans[0]?.speaker ?? null })
		spans = []
	}
	for (const [number, next] of shown.entries()) {
		const begins = isDialogue && dashed[number] === true
		if (begins) finish()
		if (begins || spans.length === 0) isAnswer = begins
		for (const [at, span] of next.entries()) {
			const before = spans.at(-1)
			if (before !== undefined && before.speaker !== span.speaker && span.speaker !== null) finish()
			const joint = at === 0 && before !== undefined ? jointOf(before.text, span.text) : ''
			spans.push({ ...span, text: `${joint}${span.text}` })
		}
	}
	finish()
	return utterances
}

/** Milliseconds of silence after which a paragraph ends, where a sentence did and where none did. */
const pauseAfterSentence = 1500
const longPause = 4000
/** Code units, likewise. */
const longParagraph = 500
const longestParagraph = 1500

function paragraphsOf(utterances: readonly Utterance[]): readonly (readonly Utterance[])[] {
	const paragraphs: Utterance[][] = []
	let length = 0
	for (const utterance of utterances) {
		const current = paragraphs.at(-1)
		const before = current?.at(-1)
		if (current === undefined || before === undefined || isNew(before, utterance, length)) {
			paragraphs.push([utterance])
			length = 0
		} else current.push(utterance)
		length += wordsOf(utterance).length + 1
	}
	return paragraphs
}

function isNew(before: Utterance, next: Utterance, length: number): boolean {
	if (before.speaker !== next.speaker || next.isAnswer || before.isAnswer) return true
	if (/^(?:>>|[-–—]\s|\p{Lu}[\p{L}\p{N} .'’-]{0,40}:\s)/u.test(wordsOf(next))) return true
	const pause = next.from - before.to
	const isSentence = /[.!?…。！？][\p{Pe}\p{Pf}"']*$/u.test(wordsOf(before))
	if (isSentence) return pause >= pauseAfterSentence || length >= longParagraph
	return pause >= longPause || length >= longestParagraph
}

const wordsOf = ({ spans }: Utterance): string =>
	spans
		.map(({ text }) => text)
		.join('')
		.trim()

function paragraphOf(utterances: readonly Utterance[]): Element {
	const children: ElementContent[] = []
	let before = ''
	for (const utterance of utterances) {
		const words = wordsOf(utterance)
		if (before !== '') children.push({ type: 'text', value: jointOf(before, words) })
		children.push(
			make('span', { timeFrom: utterance.from, timeTo: utterance.to }, ...utterance.spans.map(drawn)),
		)
		before = words
	}
	const speaker = utterances[0]?.speaker ?? null
	return make(
		'p',
		{},
		...(speaker === null ? children : [make('span', { speakerName: speaker }, ...children)]),
	)
}

function drawn({ text, italic, bold, underline }: Span): ElementContent {
	let node: ElementContent = { type: 'text', value: text }
	if (underline) node = make('u', {}, node)
	if (italic) node = make('em', {}, node)
	return bold ? make('strong', {}, node) : node
}

/** Lines are broken between words, or between East Asian letters. */
function jointOf(before: string, after: string): string {
	const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u
	return eastAsian.test(before.slice(-1)) && eastAsian.test(after.slice(0, 1)) ? '' : ' '
}
