import { describe, expect, it } from 'vitest'
import { namedEntities } from '../../../main/importers/hast/entities.ts'
import { elements, textOf } from '../../../main/importers/hast/tree.ts'
import { parseXhtml } from '../../../main/importers/hast/xhtml.ts'

const names = (text: string): string =>
	[...elements(parseXhtml(text))].map(({ tagName }) => tagName).join(' ')

describe('parseXhtml', () => {
	it('takes empty elements as XML does', () => {
		expect(names('<html><head><title/></head><body><a id="x"/><p>text</p></body></html>')).toBe(
			'html head body a p',
		)
	})

	it('takes them so in markup that is not well-formed, too', () => {
		const tree = parseXhtml(
			'<html><head><title/><script src="x"/></head><body><p>one<br>two<p>three</body></html>',
		)
		expect(textOf(tree).trim()).toBe('onetwothree')
	})

	it('overlooks prefixes, but knows roles whatever theirs', () => {
		const tree = parseXhtml(
			'<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns:o="http://www.idpf.org/2007/ops"><h:p o:type="footnote" xml:lang="de" class="a"/></h:html>',
		)
		expect([...elements(tree)].map(({ properties }) => properties)[1]).toEqual({
			'epub:type': 'footnote',
			xmlLang: 'de',
			className: 'a',
		})
	})

	it('reads HTML’s named characters and expands no others', () => {
		expect(textOf(parseXhtml('<p>a&nbsp;b&eacute;&lt;</p>'))).toBe('a\u00A0bé<')
		const text = textOf(parseXhtml('<!DOCTYPE p [<!ENTITY x "expanded">]><p>&x;</p>'))
		expect(text).not.toMatch(/^expanded/)
	})

	it('bounds the depth and keeps the text', () => {
		expect(textOf(parseXhtml(`${'<b>'.repeat(5000)}deep${'</b>'.repeat(5000)}`))).toBe('deep')
	})
})

describe('namedEntities', () => {
	it('lists what a text uses', () => {
		expect(namedEntities('&amp; &nbsp; &NewLine; &hellip;&hellip; &unheard; &constructor; &x')).toEqual({
			nbsp: '\u00A0',
			NewLine: '\n',
			hellip: '…',
		})
	})
})
