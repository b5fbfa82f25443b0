import type { Sheet } from './sheets.ts'

/** What a reader should know: pages without text, and pages that could not be read. */
export function warningsOf(sheets: readonly Sheet[], count: number): readonly string[] {
	const numbersWhere = (holds: (sheet: Sheet) => boolean) =>
		sheets.flatMap((sheet, page) => (holds(sheet) ? [page + 1] : []))
	const broken = numbersWhere((sheet) => sheet.isBroken)
	const empty = numbersWhere((sheet) => !sheet.isBroken && sheet.directions.length === 0)
	return [
		...(empty.length === sheets.length
			? [
					'None of its pages holds text: they are pictures, as a scanner makes them. The page view shows them.',
				]
			: empty.length > 0
				? [
						`${pagesNamed(empty)} without text: the page view shows what is on ${empty.length === 1 ? 'it' : 'them'}.`,
					]
				: []),
		...(broken.length > 0 ? [`${pagesNamed(broken)} damaged and could not be read.`] : []),
		...(count > sheets.length ? [`Only the first ${sheets.length} of ${count} pages were read.`] : []),
	]
}

/** “Page 3 is”, “Pages 3, 5 and 7 are”, “Pages 3, 4, 5, 6, 7 and 12 more are”. */
function pagesNamed(numbers: readonly number[]): string {
	if (numbers.length === 1) return `Page ${numbers[0]} is`
	const shown = numbers.slice(0, 5)
	const more = numbers.length - shown.length
	const [last, ...rest] = more > 0 ? [`${more} more`, ...shown] : [shown.at(-1), ...shown.slice(0, -1)]
	return `Pages ${rest.join(', ')} and ${last} are`
}
