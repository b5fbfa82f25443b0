import { blockIndexAt } from './blocks.ts'
import { unreachable } from './errors.ts'
import type { Block, Mark, ReadingText } from './readingtext.ts'

/** Mistakes after which a list of them tells no more. */
const most = 50

/**
 * Every way in which a reading text breaks its invariants (see `ReadingText`), as sentences for whoever
 * writes an importer. Empty: the text is sound. At most 50.
 */
export function checkReadingText(text: ReadingText): string[] {
	const mistakes = [
		...checkCharacters(text.text),
		...checkTiling(text),
		...text.blocks.flatMap((block, index) =>
			checkBlock(text, block).map((mistake) => `Block ${index} ${mistake}.`),
		),
		...checkContainers(text),
		...checkMarks(text),
		...checkOutline(text),
	]
	return mistakes.length > most
		? [...mistakes.slice(0, most), `There are ${mistakes.length} mistakes.`]
		: mistakes
}

function checkCharacters(text: string): string[] {
	const forbidden: readonly (readonly [RegExp, string])[] = [
		// biome-ignore lint/suspicious/noControlCharactersInRegex: this very character must not occur.
		[/\u0000/, 'U+0000'],
		[/\p{Cs}/u, 'a lone surrogate'],
		[/\r/, 'a carriage return'],
	]
	return forbidden.flatMap(([pattern, name]) => {
		const at = text.search(pattern)
		return at < 0 ? [] : [`The text holds ${name} at ${at}.`]
	})
}

function checkTiling({ text, blocks }: ReadingText): string[] {
	const mistakes: string[] = []
	let end = 0
	for (const [index, block] of blocks.entries()) {
		if (block.start !== end) mistakes.push(`Block ${index} begins at ${block.start}, not at ${end}.`)
		end = block.end
	}
	if (end !== text.length) mistakes.push(`The blocks end at ${end}, the text at ${text.length}.`)
	return mistakes
}

function checkBlock({ text, containers }: ReadingText, block: Block): string[] {
	const mistakes: string[] = []
	const body = text.slice(block.start, block.end)
	if (body === '') mistakes.push('is empty')
	else if (!body.endsWith('\n')) mistakes.push('does not end with a line feed')
	else if (body.endsWith('\n\n')) mistakes.push('ends with more than one line feed')
	if (block.container !== null && !containers[block.container])
		mistakes.push(`is in container ${block.container}, which is not there`)
	if (block.kind === 'heading' && !(block.level && block.level >= 1 && block.level <= 6))
		mistakes.push('is a heading without a level from 1 to 6')
	if (block.kind !== 'heading' && block.level !== undefined) mistakes.push('has a level, but is no heading')
	if (block.kind === 'picture' && body !== '\uFFFC\n') mistakes.push('is a picture, but not one U+FFFC')
	if (block.kind === 'rule' && body !== '\n') mistakes.push('is a rule, but not empty')
	return mistakes
}

function checkContainers({ containers, blocks }: ReadingText): string[] {
	const mistakes: string[] = []
	for (const [index, { parent }] of containers.entries())
		if (parent !== null && !(parent >= 0 && parent < index))
			mistakes.push(`Container ${index} has the parent ${parent}, which does not come before it.`)
	const furniture = blocks.findIndex((block) => block.kind === 'furniture')
	const after = blocks.findLastIndex((block) => block.kind !== 'furniture')
	if (furniture >= 0 && furniture < after)
		mistakes.push(`Block ${furniture} is furniture, but block ${after} of the body comes after it.`)
	return mistakes
}

function checkMarks({ text, blocks, containers, marks }: ReadingText): string[] {
	const footnotes = new Set(containers.flatMap((each) => (each.kind === 'footnote' ? [each.id] : [])))
	const targets = new Set([...footnotes, ...blocks.flatMap((block) => block.id ?? [])])
	return marks.flatMap((mark, index) => {
		const mistakes: string[] = []
		const block = blocks[blockIndexAt(blocks, mark.start)]
		if (!(mark.start < mark.end)) mistakes.push('is empty')
		else if (!block || mark.start < block.start || mark.end > block.end - 1)
			mistakes.push(`at ${mark.start} does not lie inside one block, before its line feed`)
		mistakes.push(...checkMark(text, mark, footnotes, targets))
		return mistakes.map((mistake) => `Mark ${index} (${mark.kind}) ${mistake}.`)
	})
}

function checkOutline({ text, outline = [] }: ReadingText): string[] {
	return outline.flatMap(({ title, at }) =>
		at >= 0 && at < text.length ? [] : [`The outline's “${title}” leads to ${at}, outside the text.`],
	)
}

function checkMark(
	text: string,
	mark: Mark,
	footnotes: ReadonlySet<string>,
	targets: ReadonlySet<string>,
): string[] {
	switch (mark.kind) {
		case 'link':
			if (mark.href.startsWith('#'))
				return targets.has(mark.href.slice(1)) ? [] : [`points to ${mark.href}, which is not there`]
			return /^(https?|mailto):/i.test(mark.href) ? [] : [`points to ${mark.href}, which is no web address`]
		case 'footnote-call':
			return footnotes.has(mark.footnote) ? [] : [`calls the footnote ${mark.footnote}, which is not there`]
		case 'picture':
			return text.slice(mark.start, mark.end) === '\uFFFC' ? [] : ['is not on one U+FFFC']
		case 'emphasis':
		case 'strong':
		case 'code':
		case 'strikethrough':
		case 'underline':
		case 'superscript':
		case 'subscript':
		case 'small-caps':
		case 'marked':
		case 'page':
		case 'speaker':
		case 'time':
		case 'language':
			return []
		default:
			return unreachable(mark)
	}
}
