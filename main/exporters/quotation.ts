import { escapeMarkdown, inline, quoted } from './markdowntext.ts'

/** One passage as a Markdown quotation for the clipboard: text, citation, place, link. */
export function quotation(passage: {
	readonly quote: string
	readonly citation: string
	readonly place: string
	readonly link: string
}): string {
	const source = [passage.citation, passage.place]
		.filter((part) => part !== '')
		.map(inline)
		.join(', ')
	return `${quoted(escapeMarkdown(passage.quote))}\n>\n> — ${source} · [open](${passage.link})\n`
}
