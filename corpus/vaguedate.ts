import type { DateParts, VagueDate } from './metadata.ts'
import { monthName, monthNamed } from './monthnames.ts'

/**
 * Reads a date as people write it: `1887`, `2023-04`, `c. 1790`, `16 Apr 2023`, `April 16, 2023`,
 * `16.4.2023`, `2021–2023`, `12–14 April 2023`, `44 BC`, `ngày 16 tháng 4 năm 2023`, `2023年4月`, ISO 8601
 * with a time, EDTF (`1790~`, `2021/2023`). What names no calendar date for certain (`03/04/2023`,
 * `Easter 1916`) is kept as its own words. Null: there are no words.
 */
export function parseVagueDate(source: string): VagueDate | null {
	const text = source.normalize('NFC').replace(/\s+/g, ' ').trim()
	if (text === '') return null
	const circa = /^(?:c\.|ca\.?|circa|about|around|approx\.?|approximately|um|vers|khoảng|~)\s?(?=\S)/iu
	const bare = text.replace(circa, '').replaceAll('~', '')
	const isCirca = circa.test(text) || /\d~/.test(text)
	const single = parseDate(bare)
	const span: readonly [DateParts, DateParts?] | null = single ? [single] : parseSpan(bare)
	if (!span) return { literal: text }
	const [from, to] = span
	return { from, ...(to ? { to } : {}), ...(isCirca ? { circa: true } : {}) }
}

function parseSpan(text: string): readonly [DateParts, DateParts] | null {
	const match =
		/^(.+?)\s?(?:[–—/]| - | to | until | bis | đến )\s?(.+)$/iu.exec(text) ??
		/^(\d{3,4})-(\d{3,4}|1[3-9]|[2-9]\d)$/.exec(text)
	if (!match) return null
	const left = match[1] ?? ''
	const right = match[2] ?? ''
	const from = parseDate(left)
	const to = parseDate(right)
	if (from && to) return ordered(from, to)
	if (from?.length === 1 && /^\d{2}$/.test(right))
		return ordered(from, [Math.floor(from[0] / 100) * 100 + Number(right)])
	if (!to) return null
	// "12–14 April 2023", "12 April – 3 May 2023", "April–May 2023": the left side borrows from the right.
	const borrowed =
		to[2] !== undefined && /^\d{1,2}\.?$/.test(left)
			? dateOf(to[0], to[1], Number.parseInt(left, 10))
			: parseDate(`${left} ${to[0]}`)
	return borrowed && ordered(borrowed, to)
}

const ordered = (from: DateParts, to: DateParts): readonly [DateParts, DateParts] | null =>
	orderOf(from) < orderOf(to) ? [from, to] : null

const beforeChrist = /\s?(?:b\.? ?c\.?(?: ?e\.?)?|v\. ?chr\.?|av\. ?j\.?-?c\.?|tcn)$/iu
const afterChrist = /^(?:a\.? ?d\.?)\s|\s(?:a\.? ?d\.?|c\.? ?e\.?|n\. ?chr\.?|scn)$/iu
const weekday =
	/^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? (?=\d|\p{L})|^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),? |^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? /iu

/** One date without `c.`; null where it is none. */
function parseDate(source: string): DateParts | null {
	const text = source.trim()
	if (beforeChrist.test(text)) return withYear(parseDate(wholeYear(text.replace(beforeChrist, ''))), -1)
	if (afterChrist.test(text)) return parseDate(wholeYear(text.replace(afterChrist, '')))
	return parseIso(text) ?? parseDigits(text) ?? parseWords(text.replace(weekday, ''))
}

/** Beside an era, one or two figures are a year. */
const wholeYear = (text: string): string =>
	text.replace(/(?<!\d)\d{1,2}$/, (digits) => digits.padStart(3, '0'))

const withYear = (date: DateParts | null, sign: number): DateParts | null =>
	date && dateOf(sign * date[0], date[1], date[2])

function parseIso(text: string): DateParts | null {
	const match = /^(-?)(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}.*)?)?)?$/.exec(text)
	if (!match) return null
	const [, minus, year, month, day] = match
	// ISO 8601 has a year 0: -0043 is 44 BC.
	const counted = minus ? -Number(year) : Number(year)
	return dateOf(counted <= 0 ? counted - 1 : counted, numberIn(month), numberIn(day))
}

const numberIn = (digits: string | undefined): number | undefined =>
	digits === undefined ? undefined : Number(digits)

/** Figures only: the year alone, or first, or last after dots or where the day is above 12. */
function parseDigits(text: string): DateParts | null {
	const short = /^\d{3,4}$/.exec(text)
	if (short) return dateOf(Number(text))
	const yearFirst =
		/^(\d{4})[./](\d{1,2})(?:[./](\d{1,2}))?$/.exec(text) ??
		/^(\d{3,4}) ?年 ?(?:(\d{1,2}) ?月)? ?(?:(\d{1,2}) ?日)?$/u.exec(text)
	if (yearFirst) return dateOf(Number(yearFirst[1]), numberIn(yearFirst[2]), numberIn(yearFirst[3]))
	const dotted = /^(?:(\d{1,2})\. ?)?(\d{1,2})\. ?(\d{4})$/.exec(text)
	if (dotted) return dateOf(Number(dotted[3]), numberIn(dotted[2]), numberIn(dotted[1]))
	const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
	if (!slashed) return null
	const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])]
	if (first === second || first > 12) return dateOf(year, second, first)
	return second > 12 ? dateOf(year, first, second) : null
}

/** A date with the name of its month. */
function parseWords(text: string): DateParts | null {
	const vietnamese = /^(?:(?:ngày )?(\d{1,2}) )?tháng (\d{1,2})(?:,? năm|,)? (\d{3,4})$/iu.exec(text)
	if (vietnamese) return dateOf(Number(vietnamese[3]), numberIn(vietnamese[2]), numberIn(vietnamese[1]))
	const bareYear = /^năm (\d{3,4})$/iu.exec(text)
	if (bareYear) return dateOf(Number(bareYear[1]))
	const dayFirst =
		/^(?:(\d{1,2})(?:\.|st|nd|rd|th|er)? ?(?:de |of )?)?(\p{L}+\.?),? ?(?:de )?(\d{3,4})$/iu.exec(text)
	if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1])
	const monthFirst = /^(\p{L}+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{3,4})$/iu.exec(text)
	if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2])
	const yearFirst = /^(\d{4}),? (\p{L}+\.?)(?: (\d{1,2}))?$/iu.exec(text)
	return yearFirst && named(yearFirst[1], yearFirst[2], yearFirst[3])
}

function named(
	year: string | undefined,
	month: string | undefined,
	day: string | undefined,
): DateParts | null {
	const number = monthNamed(month ?? '')
	return number === null ? null : dateOf(Number(year), number, numberIn(day))
}

/** The date, or null where the calendar has no such day. */
function dateOf(year: number, month?: number, day?: number): DateParts | null {
	if (!Number.isInteger(year) || year === 0 || Math.abs(year) > 9999) return null
	if (month === undefined) return day === undefined ? [year] : null
	if (month < 1 || month > 12) return null
	if (day === undefined) return [year, month]
	return day >= 1 && day <= daysIn(year, month) ? [year, month, day] : null
}

function daysIn(year: number, month: number): number {
	// Year 1 BC is the leap year 0 of astronomers.
	const counted = year < 0 ? year + 1 : year
	const isLeap = counted % 4 === 0 && (counted % 100 !== 0 || counted % 400 === 0)
	return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** For people: `16 April 2023`, `c. 1790`, `44 BC`, `2021–2023`, `12–14 April 2023`. */
export function formatVagueDate(date: VagueDate): string {
	if ('literal' in date) return date.literal
	const words = date.to ? formatSpan(date.from, date.to) : formatDate(date.from)
	return date.circa ? `c. ${words}` : words
}

function formatSpan(from: DateParts, to: DateParts): string {
	const [year, month, day] = from
	const alike = from.length === to.length && year > 99 && to[0] > 99
	if (alike && from.length === 1) return `${year}–${to[0]}`
	if (alike && year === to[0] && month !== undefined) {
		if (day === undefined) return `${monthName(month)}–${formatDate(to)}`
		if (month === to[1]) return `${day}–${formatDate(to)}`
		return `${day} ${monthName(month)} – ${formatDate(to)}`
	}
	return `${formatDate(from)} – ${formatDate(to)}`
}

function formatDate([year, month, day]: DateParts): string {
	const era = year < 0 ? `${-year} BC` : year < 100 ? `${year} AD` : `${year}`
	return [day, month === undefined ? undefined : monthName(month), era]
		.filter((word) => word !== undefined)
		.join(' ')
}

/** A number to sort dates by: earlier is less, the vaguer before the more exact; words come last. */
export const orderOfDate = (date: VagueDate): number =>
	'literal' in date ? Number.POSITIVE_INFINITY : orderOf(date.from)

const orderOf = ([year, month = 0, day = 0]: DateParts): number => year * 10_000 + month * 100 + day

/** The date in EDTF (ISO 8601-2): `2023-04`, `1790~`, `2021/2023`, `-0043`; null for mere words. */
export function toEdtf(date: VagueDate): string | null {
	if ('literal' in date) return null
	const ends = date.to ? [date.from, date.to] : [date.from]
	return ends.map((end) => isoOf(end) + (date.circa ? '~' : '')).join('/')
}

function isoOf([year, month, day]: DateParts): string {
	const counted = year < 0 ? year + 1 : year
	const digits = `${counted < 0 ? '-' : ''}${String(Math.abs(counted)).padStart(4, '0')}`
	return [
		digits,
		...[month, day].flatMap((part) => (part === undefined ? [] : String(part).padStart(2, '0'))),
	].join('-')
}
