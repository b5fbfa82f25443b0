import type { Root } from 'hast'
import { afterProlog } from './foreign.ts'
import { parseHtml } from './hast/parse.ts'
import { find, textOf } from './hast/tree.ts'
import { toReadingText, type Walked } from './hast/walker.ts'
import { articleOf } from './html/article.ts'
import { type Fields, fieldsOf } from './html/fields.ts'
import { withNotesOf } from './html/lostnotes.ts'
import { metadataOf } from './html/metadata.ts'
import { fillFrames, restorePictures, type Saved, savedFrom } from './html/saved.ts'
import type { Imported, TextImporter, TextSource } from './importer.ts'

/**
 * Saved web pages, also as SingleFile saves them: the article alone, or everything on the page, as the
 * reader chose. Where no article can be told apart the page is taken, with a warning.
 */
export const htmlImporter: TextImporter = {
	kind: 'text',
	name: 'html',
	isMarkup: true,
	recognises: (beginning) => /^<(!doctype\s+html|html)[\s>]/i.test(afterProlog(beginning)),
	read: (source) => [readHtml(source)],
}

/** What is known of a page beside its markup, where it was saved together with what belongs to it. */
export interface PageContext {
	readonly saved: Saved
	/** For a page that names none. */
	readonly title: string
	/** The bytes of a picture, by its `src`. */
	readonly picture: (src: string) => Uint8Array | null
	/** The markup of the page in a frame, by its `src`. */
	readonly frame: (src: string) => string | null
}

/** A whole page as one document. */
export function readHtml(
	{ text, options }: Pick<TextSource, 'text' | 'options'>,
	context: PageContext | null = null,
): Imported {
	const page = parseHtml(text)
	restorePictures(page)
	if (context !== null) fillFrames(page, context.frame)
	const fields = fieldsOf(page)
	const article = options.html === 'article' ? articleOf(page) : null
	const found = metadataOf(fields, context?.saved ?? savedFrom(text, fields), article?.byline ?? null)
	const metadata = found.title === '' && context !== null ? { ...found, title: context.title } : found
	const walk = (tree: Root): Walked =>
		toReadingText(tree, {
			base: baseOf(fields, metadata.URL ?? null),
			language: metadata.language ?? null,
			direction: fields.direction,
			linkHeadings: false,
			...(context !== null && { pictureBytes: context.picture }),
		})
	const walked = article === null ? walk(page) : walk(withNotesOf(page, article.tree))
	const isMissing = options.html === 'article' && (article === null || walked.text.text === '')
	const shown = isMissing && article !== null ? walk(page) : walked
	const warnings = isMissing ? ['No article could be told apart, so the whole page was taken.'] : []
	const heading = metadata.title === '' ? find(page, (element) => element.tagName === 'h1') : null
	const title = heading === null ? metadata.title : textOf(heading).trim().replace(/\s+/g, ' ')
	return { part: '', metadata: { ...metadata, title }, ...shown, warnings: [...warnings, ...shown.warnings] }
}

function baseOf({ base }: Fields, url: string | null): string | null {
	if (base === null || !URL.canParse(base, url ?? undefined)) return url
	return new URL(base, url ?? undefined).href
}
