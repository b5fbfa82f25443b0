/** What the bytes 0x21 to 0x7E and 0xA0 to 0xFE mean in the font Symbol (Adobe's encoding of that name). */
const symbolLow =
	'!∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const symbolHigh =
	'€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFD〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'

/** The signs of Wingdings that texts use: bullets, boxes, hands, arrows, faces, telephones, envelopes. */
const wingdings: ReadonlyMap<number, string> = new Map([
	[0x21, '✏'],
	[0x22, '✂'],
	[0x23, '✁'],
	[0x28, '☎'],
	[0x29, '✆'],
	[0x2a, '✉'],
	[0x41, '✌'],
	[0x45, '☜'],
	[0x46, '☞'],
	[0x47, '☝'],
	[0x48, '☟'],
	[0x4a, '☺'],
	[0x4c, '☹'],
	[0x51, '✈'],
	[0x52, '☼'],
	[0x54, '❄'],
	[0x58, '✠'],
	[0x59, '✡'],
	[0x5a, '☪'],
	[0x6c, '●'],
	[0x6d, '❍'],
	[0x6e, '■'],
	[0x6f, '□'],
	[0x70, '❐'],
	[0x71, '❑'],
	[0x72, '❒'],
	[0x73, '⬧'],
	[0x74, '⧫'],
	[0x75, '◆'],
	[0x76, '❖'],
	[0x77, '⬥'],
	[0x78, '⌧'],
	[0x9e, '·'],
	[0x9f, '•'],
	[0xa0, '▪'],
	[0xa1, '○'],
	[0xa4, '◉'],
	[0xa5, '◎'],
	[0xa7, '▪'],
	[0xa8, '◻'],
	[0xaa, '✦'],
	[0xab, '★'],
	[0xac, '✶'],
	[0xd5, '⌫'],
	[0xd8, '➢'],
	[0xdf, '←'],
	[0xe0, '→'],
	[0xe1, '↑'],
	[0xe2, '↓'],
	[0xe3, '↖'],
	[0xe4, '↗'],
	[0xe5, '↙'],
	[0xe6, '↘'],
	[0xe8, '➔'],
	[0xef, '⇦'],
	[0xf0, '⇨'],
	[0xf1, '⇧'],
	[0xf2, '⇩'],
	[0xf3, '⬄'],
	[0xfb, '✗'],
	[0xfc, '✓'],
	[0xfd, '☒'],
	[0xfe, '☑'],
])

/**
 * The character that a byte stands for in a symbol font: Symbol, or Wingdings where the font's name says so.
 * U+FFFD where no character is known.
 */
export function symbolOf(byte: number, fontName: string): string {
	if (byte <= 0x20) return ' '
	if (/wingdings|webdings/i.test(fontName)) return wingdings.get(byte) ?? '\uFFFD'
	const sign = byte < 0x7f ? symbolLow.charAt(byte - 0x21) : byte < 0xa0 ? '' : symbolHigh.charAt(byte - 0xa0)
	return sign === '' ? '\uFFFD' : sign
}
