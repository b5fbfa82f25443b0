import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute, child, children, descendants, parseXml, textOf } from '../../../main/importers/xml/xml.ts'

describe('parseXml', () => {
	it('gives elements by their local names', () => {
		const root = parseXml(
			'<?xml version="1.0"?><w:a xmlns:w="urn:w" xmlns:r="urn:r"><w:b w:id="1" r:id="2" id="3">one &amp; <c>two</c></w:b>\n<w:b/></w:a>',
		)
		expect(root).toMatchObject({ name: 'a', uri: 'urn:w' })
		expect(children(root)).toHaveLength(2)
		const first = child(root, 'b')
		if (first === null) throw new Error('no element')
		expect(textOf(first)).toBe('one & two')
		expect(attribute(first, 'id')).toBe('3')
		expect(attribute(first, 'id', 'urn:r')).toBe('2')
		expect(attribute(first, 'id', 'urn:x')).toBeNull()
		expect([...descendants(root)].map(({ name }) => name)).toEqual(['a', 'b', 'c', 'b'])
	})

	it('reads CDATA, and entities that the caller knows', () => {
		expect(textOf(parseXml('<a><![CDATA[<b>]]>&nbsp;&#x41;</a>', { nbsp: '\u00A0' }))).toBe('<b>\u00A0A')
	})

	it('expands no entity that a document declares', () => {
		const bomb = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;</a>'
		expect(() => parseXml(bomb)).toThrow('undefined entity')
		expect(() => parseXml(bomb.replace('&b;', '&c;'))).toThrow('undefined entity')
		expect(textOf(parseXml(bomb.replace('&b;', 'text')))).toBe('text')
	})

	it('keeps elements whose prefix is not declared', () => {
		expect(parseXml('<a><x:b x:c="1"/></a>').children).toMatchObject([
			{ name: 'b', attributes: [{ name: 'c', value: '1' }] },
		])
	})

	it.each(['', 'text', '<a>', '<a></b>', '<a><b></a></b>', '<a b=c/>', '<a>&nbsp;</a>', '<a/><b/>'])(
		'refuses %s',
		(text) => {
			expect(() => parseXml(text)).toThrow('no sound XML')
		},
	)

	it('refuses endless nesting', () => {
		expect(() => parseXml('<a>'.repeat(100_000))).toThrow('nested too deeply')
	})

	it('gives back any text and attribute', () => {
		const escaped = (text: string) =>
			text.replace(/[&<>"\s]/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
		const characters = fc.stringMatching(/^[\n -~\u00A0-\uD7FF]*$/)
		fc.assert(
			fc.property(characters, characters, (text, value) => {
				const root = parseXml(`<a b="${escaped(value)}">${escaped(text)}</a>`)
				expect(textOf(root)).toBe(text)
				expect(attribute(root, 'b')).toBe(value)
			}),
		)
	})
})
