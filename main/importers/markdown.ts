import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Root as MarkdownRoot } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Metadata } from '../../corpus/metadata.ts'
import { type FrontMatter, readFrontMatter } from './frontmatter.ts'
import { parseHtml } from './hast/parse.ts'
import { find, textOf } from './hast/tree.ts'
import { toReadingText } from './hast/walker.ts'
import type { TextImporter } from './importer.ts'
import { readText } from './text.ts'

/**
 * Markdown: CommonMark with GitHub's tables, footnotes, task lists and strikethrough, front matter, and
 * Obsidian's links to notes, which become their words. Raw HTML in it is read as browsers would read it:
 * what Markdown makes is written out as HTML and parsed once more, so that one parser decides.
 */
export const markdownImporter: TextImporter = {
	kind: 'text',
	name: 'markdown',
	isMarkup: false,
	recognises: () => false,
	read(source) {
		const parsed = isTooDeep(source.text) ? null : parse(source.text)
		if (parsed === null) {
			const warning = 'This Markdown is nested too deeply to be read as such; it is shown as plain text.'
			return readText(source).map((document) => ({ ...document, warnings: [warning] }))
		}
		const { front, tree } = parsed
		const heading = find(tree, (element) => element.tagName === 'h1')
		const title = front.metadata.title ?? (heading === null ? '' : oneLine(heading))
		const metadata: Metadata = { ...front.metadata, title }
		const walked = toReadingText(tree, {
			base: metadata.URL ?? null,
			language: metadata.language ?? null,
			linkHeadings: true,
		})
		return [{ part: '', metadata, ...walked, warnings: [...front.warnings, ...walked.warnings] }]
	},
}

/** Markdown as a syntax tree; null where it is nested too deeply to be read. */
export const markdownTree = (text: string): Root | null =>
	isTooDeep(text) ? null : (parse(text)?.tree ?? null)

/** Lines with a hundred signs of quotations and lists, or as much indented: hours of work for the parser. */
const isTooDeep = (text: string): boolean =>
	/^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){100,}[ \t]*[^-+*\s]/m.test(text) ||
	/^[ \t]{200,}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])/m.test(text) ||
	/\*{500}[^\s*]/.test(text)

/** Null: nested so deeply that the libraries, which recurse, exhaust the stack. */
function parse(text: string): { readonly front: FrontMatter; readonly tree: Root } | null {
	try {
		const parsed = parser.parse(text)
		const front = frontMatterOf(parsed)
		replaceNoteLinks(parsed)
		const html = toHtml(parser.runSync(parsed), { allowDangerousHtml: true })
		return { front, tree: parseHtml(html) }
	} catch (error) {
		if (error instanceof RangeError) return null
		throw error
	}
}

const parser = unified()
	.use(remarkParse)
	.use(remarkFrontmatter, ['yaml', 'toml'])
	.use(remarkGfm, { singleTilde: false })
	.use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '' })
	.freeze()

function frontMatterOf(tree: MarkdownRoot): FrontMatter {
	const [first] = tree.children
	if (first?.type === 'yaml') return readFrontMatter(first.value)
	const isToml = first !== undefined && first.type !== 'html' && String(first.type) === 'toml'
	return { metadata: {}, warnings: isToml ? ['The front matter is TOML, which is not read.'] : [] }
}

/** `[[note]]`, `[[note#part|words]]` and `![[file]]` of Obsidian. */
const noteLink = /!?\[\[([^[\]|]{1,300})(?:\|([^[\]]{1,300}))?\]\]/g

function replaceNoteLinks(tree: MarkdownRoot): void {
	visit(tree, 'text', (node) => {
		if (node.value.includes('[['))
			node.value = node.value.replace(noteLink, (_, note: string, words: string | undefined) => words ?? note)
	})
}

const oneLine = (element: Element): string => textOf(element).trim().replace(/\s+/g, ' ')
