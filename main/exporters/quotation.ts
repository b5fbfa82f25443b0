import { escapeMarkdown, inline, quoted } from './markdowntext.ts'

/** One passage as a Markdown quotation for the clipboard: text, then author, *title*, date, place, and a link. */
export function quotation(passage: {
	readonly quote: string
	/** Authors or editors in short; '' when none are known. */
	readonly names: string
	readonly title: string
	/** '' when unknown. */
	readonly date: string
	readonly place: string
	readonly link: string
}): string {
	const { names, title, date, place } = passage
	const source = [inline(names), italic(title), inline(date), inline(place)].filter((part) => part !== '')
	return `${quoted(escapeMarkdown(passage.quote))}\n>\n> — ${source.join(', ')} · [open](${passage.link})\n`
}

const italic = (text: string): string => {
	const written = inline(text)
	return written === '' ? '' : `*${written}*`
}
