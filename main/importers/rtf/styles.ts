import type { CodePage } from './codepages.ts'
import { destinationOf, type Group, groupsIn, numberOf } from './groups.ts'
import { plainText } from './plaintext.ts'

/** What a paragraph style says about the meaning of its paragraphs. */
export interface Style {
	/** 0 to 8; null: body text. */
	readonly outline: number | null
	readonly role: 'title' | 'quotation' | 'caption' | null
}

/** Word's built-in headings, as its translations call them. */
const headingName =
	/^(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|başlık|cím(?:sor)?|antet|naslov|επικεφαλίδα|tiêu đề|đầu đề|标题|標題|見出し|제목)\s*([1-9])$/iu
const titleName =
	/^(?:title|titel|titre|título|titolo|tytuł|názov|název|название|tiêu đề|标题|標題|表題|제목)$/iu
const quotationName =
	/^(?:(?:intense )?quotes?|quotations?|block ?text|block ?quote|(?:intensives )?zitat|citation(?: intense)?|cita(?: destacada)?|citazione(?: intensa)?|citaat|citat)$/iu
const captionName = /^(?:caption|beschriftung|légende|leyenda|didascalia|bijschrift|bildtext)$/iu

/** The paragraph styles of a `\stylesheet` by their numbers. */
export function stylesOf(sheet: Group, page: CodePage): ReadonlyMap<number, Style> {
	const styles = new Map<number, Style>()
	for (const group of groupsIn(sheet)) {
		const destination = destinationOf(group)
		if (destination === 'cs' || destination === 'ds' || destination === 'ts') continue
		const name = plainText(group, page).replace(/;\s*$/, '').trim()
		// Programs append other names to a style's own, and write what it inherits into the style itself.
		styles.set(
			numberOf(group, 's') ?? 0,
			meaningOf(name.replace(/[,;].*/, ''), numberOf(group, 'outlinelevel')),
		)
	}
	return styles
}

function meaningOf(name: string, outline: number | null): Style {
	const heading = headingName.exec(name)?.[1]
	const level = outline !== null && outline >= 0 && outline <= 8 ? outline : null
	return {
		outline: level ?? (heading === undefined ? null : Number(heading) - 1),
		role: titleName.test(name)
			? 'title'
			: quotationName.test(name)
				? 'quotation'
				: captionName.test(name)
					? 'caption'
					: null,
	}
}
