import { describe, expect, it } from 'vitest'
import { safeDrawing } from '../../../main/importers/hast/drawing.ts'

const svg = (inner: string): string =>
	`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`
const safe = (text: string): string => {
	const bytes = safeDrawing(new TextEncoder().encode(text))
	return bytes === null ? '' : new TextDecoder().decode(bytes)
}

describe('safeDrawing', () => {
	it('keeps what draws', () => {
		const inner =
			'<defs><linearGradient id="g"><stop offset="0"></stop></linearGradient><path id="p" d="M0 0"></path></defs><g fill="url(#g)"><use href="#p"></use><text x="1">a &amp; b</text></g>'
		expect(safe(`<?xml version="1.0"?><!DOCTYPE svg>${svg(inner)}`)).toBe(
			`<svg xmlns="http://www.w3.org/2000/svg">${inner.replace('&amp;', '&#38;')}</svg>`,
		)
	})

	it('knows what is drawn again where the prefix of its name is not declared', () => {
		const inner = '<path id="a" d="M0 0"></path><use xlink:href="#a"/>'
		expect(safe(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`)).toContain('<use href="#a">')
	})

	it('leaves what programs add, and says nothing twice', () => {
		expect(
			safe(
				'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" version="1.1" inkscape:version="1.3"><path id="a" d="M0 0"/><use xlink:href="#a" href="#a"/></svg>',
			),
		).toBe(
			'<svg xmlns="http://www.w3.org/2000/svg" version="1.1"><path id="a" d="M0 0"></path><use href="#a"></use></svg>',
		)
	})

	it.each([
		'<script>alert(1)</script>',
		'<g onload="alert(1)"/>',
		'<foreignObject><iframe src="https://example.org"/></foreignObject>',
		'<image xlink:href="https://example.org/a.png"/>',
		'<image href="data:image/svg+xml,&lt;svg onload=alert(1)&gt;"/>',
		'<use xlink:href="https://example.org/a.svg#b"/>',
		'<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>',
		'<rect style="fill: url(https://example.org/a)"/>',
		'<rect fill="url( &apos;https://example.org/a&apos;)"/>',
		'<style>@import "https://example.org/a.css";</style>',
		'<style>rect { background: u\\72l(https://example.org/a) }</style>',
		'<animate attributeName="href" values="javascript:alert(1)"/>',
		'<set attributeName="onclick" to="alert(1)"/>',
		'<filter id="f"><feImage href="https://example.org/a"/></filter>',
		'<handler type="application/ecmascript">alert(1)</handler>',
	])('leaves nothing of %s', (inner) => {
		expect(safe(svg(`${inner}<circle r="2"/>`))).toMatch(/<circle r="2">/)
		expect(safe(svg(inner))).not.toMatch(/script|alert|example|onload|animate|set /i)
	})

	it('draws nothing again and again without end', () => {
		const levels = Array.from(
			{ length: 12 },
			(_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`,
		)
		const bomb = safe(svg(`<path id="l0" d="M0 0"/>${levels.join('')}<use href="#l12"/>`))
		expect(bomb.match(/<use/g)).toHaveLength(10)
		const wide = safe(
			svg(`<g id="a">${'<path d="M0 0"/>'.repeat(5000)}</g>${'<use href="#a"/>'.repeat(5000)}`),
		)
		expect((wide.match(/<use/g) ?? []).length).toBeLessThan(10)
	})

	it.each(['', 'text', '<svg', '<html><svg/></html>', svg('<g>'), svg('<g>'.repeat(5000))])(
		'is no drawing: %s',
		(text) => {
			expect(safe(text)).toBe('')
		},
	)
})
