import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { declaredCharset } from '../../main/importers/decoding/declared.ts'
import { decode } from '../../main/importers/decoding/decode.ts'

const vietnamese = 'Đường sắt ở Hà Nội được xây dựng năm 1902, ông nói rằng chuyến tàu đầu tiên rất chậm.'
const german =
	'Der Außenminister erklärte, daß die Gespräche „sehr nützlich“ gewesen seien – trotz Verzögerung.'
const russian = 'Министр сообщил, что переговоры прошли успешно и будут продолжены осенью.'
const japanese = 'この町の図書館は川のそばにあります。土曜日には子どもたちが本を読みに来ます。'
const polish = 'Rybacy powiedzieli, że zima była długa, a śnieg leżał aż do końca kwietnia.'
const plain = german.replaceAll(/[„“–]/g, '-')

/** Code pages of Vietnam have the vowels, and the tones as marks that follow. */
const withTones = (text: string) =>
	text
		.normalize('NFD')
		.replace(/([aeo])([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306])/gi, '$1$3$2')
		.replace(/[aeiouy][\u0302\u0306\u031B]/gi, (letter) => letter.normalize('NFC'))

describe('decode', () => {
	it.each([
		['windows-1252', german],
		['macintosh', german],
		['cp850', plain],
		['windows-1250', polish],
		['iso-8859-2', polish],
		['windows-1251', russian],
		['koi8-r', russian],
		['ibm866', russian],
		['shift_jis', japanese],
		['euc-jp', japanese],
		['big5', '臺灣與中國大陸之間的關係，一直是國際社會所關注的重要問題。'],
		['gb18030', '两国之间的关系一直是国际社会关注的重要问题，他说。'],
		['euc-kr', '도서관은 강가에 있고, 토요일에는 아이들이 책을 읽으러 온다.'],
		['windows-1253', 'Η βιβλιοθήκη βρίσκεται δίπλα στο ποτάμι και είναι ανοιχτή το Σάββατο.'],
		['windows-1254', 'Bakan görüşmelerin çok yararlı olduğunu, ancak kışın süreceğini söyledi.'],
		['windows-1255', 'הספרייה נמצאת ליד הנהר והיא פתוחה בשבת.'],
		['windows-1256', 'تقع المكتبة بالقرب من النهر وهي مفتوحة يوم السبت.'],
		['windows-1257', 'Bibliotēka atrodas upes krastā un sestdienās ir atvērta bērniem.'],
		['viscii', vietnamese],
		['tcvn', vietnamese],
	])('recognises %s by its letters', (encoding, text) => {
		const decoded = decode(iconv.encode(text, encoding), false)
		expect(decoded).toMatchObject({ text, encoding })
	})

	it('composes the letters and tones of windows-1258', () => {
		const bytes = iconv.encode(withTones(vietnamese), 'windows-1258')
		expect(decode(bytes, false)).toEqual({ text: vietnamese, encoding: 'windows-1258', sure: true })
	})

	it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
		'reads %s with a byte order mark',
		(encoding) => {
			const bytes = iconv.encode(`\uFEFF${german}`, encoding, { addBOM: false })
			expect(decode(bytes, false)).toEqual({ text: german, encoding, sure: true })
		},
	)

	it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
		'reads %s without a mark',
		(encoding) => {
			for (const text of [german, `${japanese}\n${japanese}`])
				expect(decode(iconv.encode(text, encoding, { addBOM: false }), false)?.text).toBe(text)
		},
	)

	it('says that a few bytes fit several encodings', () => {
		expect(decode(Uint8Array.of(0x61, 0xa4, 0x62), false)?.sure).toBe(false)
	})

	it('finds no text in bytes full of zeros', () => {
		expect(
			decode(
				Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 5),
				false,
			),
		).toBeNull()
	})

	it('believes valid UTF-8 more than what an old declaration says', () => {
		const bytes = new TextEncoder().encode('<meta charset="iso-8859-2"><p>żółć')
		expect(decode(bytes, true)?.text).toContain('żółć')
	})

	it('believes the declaration where the bytes are not UTF-8', () => {
		const bytes = iconv.encode('<meta charset="big5"><p>問題', 'big5')
		expect(decode(bytes, true)).toMatchObject({ encoding: 'big5', text: '<meta charset="big5"><p>問題' })
	})
})

describe('declaredCharset', () => {
	it.each([
		['<meta charset=latin1>', 'windows-1252'],
		['<!-- <meta charset=big5> --><meta charset="x-sjis">', 'shift_jis'],
		['<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gbk'],
		['<meta content="text/html; charset=koi8-r" http-equiv=content-type>', 'koi8-r'],
		['<meta name="x" content="charset=koi8-r">', null],
		['<p title="<meta charset=koi8-r>">', null],
		['<?xml version="1.0" encoding="windows-1251"?><html>', 'windows-1251'],
		['<meta charset="utf-16le">', 'utf-8'],
		['<meta charset="nonsense"><meta charset="euc-kr">', 'euc-kr'],
		['plain text', null],
		['<meta ', null],
	])('reads %s as %s', (head, charset) => {
		expect(declaredCharset(new TextEncoder().encode(head))).toBe(charset)
	})
})
