import type { Metadata } from '../../../corpus/metadata.ts'
import { parseNames } from '../../../corpus/names.ts'
import type { CodePage } from './codepages.ts'
import { childOf, type Group, numberOf } from './groups.ts'
import { plainText } from './plaintext.ts'

/** What an `\info` says about the document. */
export function infoOf(group: Group, page: CodePage): Metadata {
	const words = (name: string) => {
		const inner = childOf(group, name)
		return inner === undefined ? '' : plainText(inner, page).replace(/\s+/g, ' ').trim()
	}
	const author = parseNames(words('author'))
	const issued = dateOf(childOf(group, 'creatim'))
	const [keyword, abstract] = [words('keywords'), words('subject')]
	return {
		title: words('title'),
		...(author.length > 0 && { author }),
		...(issued !== null && { issued: { from: issued } }),
		...(keyword !== '' && { keyword }),
		...(abstract !== '' && { abstract }),
	}
}

function dateOf(group: Group | undefined): readonly [number, number, number] | null {
	const [year, month, day] = ['yr', 'mo', 'dy'].map((name) =>
		group === undefined ? 0 : (numberOf(group, name) ?? 0),
	)
	// Programs without a clock write the beginning of their time.
	if (year === undefined || month === undefined || day === undefined || year < 1981 || year > 2200)
		return null
	return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [year, month, day] : null
}
