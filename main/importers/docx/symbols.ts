/**
 * The letters of fonts whose code points say nothing by themselves, from 0x20 on. U+FFFD: no such sign in
 * Unicode, or none that is told apart here.
 * Sources: Unicode's mapping tables for Adobe's Symbol; the names of Wingdings' glyphs.
 */
const symbol =
	' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\u203Eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼\uFFFD' +
	'\uFFFD'.repeat(32) +
	'€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFD⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭\uFFFD'

const wingdings: Readonly<Record<number, string>> = {
	...signs(
		0x20,
		' 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭📁📂📄🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵●🔾■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶🙶🙷',
	),
	...signs(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
	...signs(0x9e, '·•▪○'),
	...signs(0xa4, '◉◎🔿▪◻🟂✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛'),
	...signs(0xd5, '⌫⌦⮘⮚⮙⮛⮈⮊⮉⮋'),
	...signs(0xdf, '🡠🡢🡡🡣🡤🡥🡧🡦'),
	...signs(0xe7, '🡸🡺🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✗✓☒☑'),
}

function signs(from: number, text: string): Readonly<Record<number, string>> {
	return Object.fromEntries([...text].map((sign, at) => [from + at, sign]))
}

const symbols = signs(0x20, symbol)

/** A sign of a symbol font as Unicode has it; null where the font is none, or the sign is not known. */
export function symbolIn(font: string, code: number): string | null {
	const table = tableOf(font)
	const found = table?.[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code]
	return found === undefined || found === '\uFFFD' ? null : found
}

/** A text as it looks in its font: of symbol fonts, the signs that its private code points stand for. */
export function shownIn(font: string | undefined, text: string): string {
	if (!/[\uF020-\uF0FF]/.test(text)) return text
	return text.replace(/[\uF020-\uF0FF]/g, (letter) => {
		const code = letter.charCodeAt(0)
		return symbolIn(font ?? 'Symbol', code) ?? symbolIn('Symbol', code) ?? letter
	})
}

function tableOf(font: string): Readonly<Record<number, string>> | null {
	if (/^symbol/i.test(font)) return symbols
	return /^wingdings$/i.test(font) ? wingdings : null
}
