const romans: readonly (readonly [value: number, letters: string])[] = [
	[1000, 'm'],
	[900, 'cm'],
	[500, 'd'],
	[400, 'cd'],
	[100, 'c'],
	[90, 'xc'],
	[50, 'l'],
	[40, 'xl'],
	[10, 'x'],
	[9, 'ix'],
	[5, 'v'],
	[4, 'iv'],
	[1, 'i'],
]

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

function roman(number: number): string {
	let left = number
	let text = ''
	for (const [value, letter] of romans) for (; left >= value; left -= value) text += letter
	return text
}

/** a … z, aa … zz: as Word counts. */
const letters = (number: number): string =>
	String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(4, Math.ceil(number / 26)))
