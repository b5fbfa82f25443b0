import { roman } from '../numerals.ts'

/** A number from 1 in one of the ways that Word names (`w:numFmt`); in figures where it is another. */
export function counted(number: number, format: string): string {
	if (number < 1 || number > 3999) return String(number)
	switch (format) {
		case 'lowerRoman':
			return roman(number)
		case 'upperRoman':
			return roman(number).toUpperCase()
		case 'lowerLetter':
			return letters(number)
		case 'upperLetter':
			return letters(number).toUpperCase()
		case 'chicago':
			return ('*†‡§'[(number - 1) % 4] ?? '*').repeat(Math.min(4, Math.ceil(number / 4)))
		default:
			return String(number)
	}
}

/** a … z, aa … zz: as Word counts. */
const letters = (number: number): string =>
	String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(4, Math.ceil(number / 26)))
