import type { Name } from './metadata.ts'

/**
 * Reads names as people write them: `Nguyen, Thi; Lee, Ana`, `Thi Nguyen and Ana Lee`,
 * `Thi Nguyen, Ana Lee`, `Nguyen, Thi and Lee, Ana`. What stands in braces (`{World Bank}`), is one word
 * or sounds like an institution is a name that cannot be divided. Vietnamese family names stand first
 * where they are spelled with their diacritics, Chinese, Japanese and Korean ones in their own scripts.
 */
export function parseNames(source: string): readonly Name[] {
	return splitNames(source).flatMap((part) => parseName(part) ?? [])
}

/** Braces keep what is in them together. */
const separated = (source: string, separator: RegExp): readonly string[] => {
	const braced: string[] = []
	const masked = source.replace(/\{[^{}]*\}/g, (group) => `\uE000${braced.push(group) - 1}\uE001`)
	return masked
		.split(separator)
		.map((part) => part.replace(/\uE000(\d+)\uE001/g, (_, index) => braced[Number(index)] ?? '').trim())
		.filter((part) => part !== '')
}

function splitNames(source: string): readonly string[] {
	const listed = separated(source, /[;\n]/)
	if (listed.length > 1) return listed
	const [only = ''] = listed
	const joined = separated(only, /,?\s+(?:and|und|et|và)\s+|\s*&\s*/i)
	const last = joined.at(-1) ?? ''
	const commas = separated(only, /,/)
	if (joined.length > 1) return last.includes(',') ? joined : joined.flatMap((part) => separated(part, /,/))
	return commas.length > 1 && commas.every((part) => /[^\s]\s+[^\s]/.test(part)) ? commas : joined
}

const institution =
	/\b(academy|agency|association|authority|bank|board|bureau|centre|center|commission|committee|company|corporation|council|court|department|federation|foundation|government|group|inc|institute|institut|international|ltd|ministry|museum|news|office|organi[sz]ation|parliament|party|post|press|project|reporters?|reuters|service|society|staff|team|times|tribunal|union|united|universit\w+|verlag|world)\b|^(the|bộ|viện|báo)\s/iu
const particle =
	/^(af|al|ap|bin|bint|da|das|de|degli|dei|del|della|den|der|des|di|dos|du|el|ibn|la|le|ten|ter|van|vom|von|zu|zum|zur)$/
const suffix = /^(jr|sr|ii|iii|iv)\.?$/i
const vietnamese =
	/^(nguyễn|trần|lê|phạm|hoàng|huỳnh|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|trịnh|đào|đoàn|mạc)$/iu
/** Chinese, Japanese and Korean names in their own scripts begin with the family name. */
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー ]+$/u

function parseName(part: string): Name | null {
	const braced = /^\{(.*)\}$/.exec(part)?.[1]?.trim()
	if (braced !== undefined) return braced ? { literal: braced } : null
	const text = part.replace(/\s+/g, ' ').normalize('NFC')
	const [family = '', ...rest] = text.split(',').map((each) => each.trim())
	const given = rest.filter((each) => each !== '').join(', ')
	if (family && given) return { family, given }
	const words = (family || given).split(' ')
	const first = words[0] ?? ''
	if (words.length === 1 || institution.test(text))
		return family || given ? { literal: family || given } : null
	if (vietnamese.test(first) || eastAsian.test(text))
		return { family: first, given: words.slice(1).join(' ') }
	let begin = words.length - 1
	if (begin > 1 && suffix.test(words[begin] ?? '')) begin--
	while (begin > 1 && particle.test(words[begin - 1] ?? '')) begin--
	return { family: words.slice(begin).join(' '), given: words.slice(0, begin).join(' ') }
}

/** `Nguyen, Thi; World Bank`: for people, with the family name first as lists are sorted. */
export const formatNames = (names: readonly Name[]): string => names.map(formatName).join('; ')

const formatName = (name: Name): string =>
	'literal' in name ? name.literal : name.given ? `${name.family}, ${name.given}` : name.family

/** The form for editing, which `parseNames` reads back: names that it would divide stand in braces. */
export const writeNames = (names: readonly Name[]): string =>
	names
		.map((name) => ('literal' in name && !readsBack(name.literal) ? `{${name.literal}}` : formatName(name)))
		.join('; ')

function readsBack(literal: string): boolean {
	const [name, ...more] = parseNames(literal)
	return more.length === 0 && name !== undefined && 'literal' in name && name.literal === literal
}

/** `Nguyen`, `Nguyen & Lee`, `Nguyen et al.`; '' without names. */
export function shortNames(names: readonly Name[]): string {
	const [first, second] = names.map((name) => ('literal' in name ? name.literal : name.family))
	if (first === undefined) return ''
	if (second === undefined) return first
	return names.length === 2 ? `${first} & ${second}` : `${first} et al.`
}
