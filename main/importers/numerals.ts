const signs: readonly (readonly [number, string])[] = [
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

/** A number from 1 in Roman numerals, lower case; beyond 4,999 in digits. */
export function roman(number: number): string {
	if (number >= 5000) return String(number)
	let left = number
	let text = ''
	for (const [value, sign] of signs)
		while (left >= value) {
			text += sign
			left -= value
		}
	return text
}
