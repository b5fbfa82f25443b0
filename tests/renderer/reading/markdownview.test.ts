import { afterEach, expect, test } from 'vitest'
import { firstLine, renderMarkdown } from '../../../renderer/reading/markdownview.ts'

const render = (source: string): HTMLElement => {
	const element = renderMarkdown(source, document)
	document.body.append(element)
	return element
}

afterEach(() => document.body.replaceChildren())

test('emphasis, lists, tables and code become elements', () => {
	const element = render(
		'He *asks* for **restraint**.\n\n3. one\n4. two\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n`x < y`',
	)
	expect(element.querySelector('em')?.textContent).toBe('asks')
	expect(element.querySelector('strong')?.textContent).toBe('restraint')
	expect(element.querySelector('ol')?.start).toBe(3)
	expect([...element.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['1', '2'])
	expect(element.querySelector('code')?.textContent).toBe('x < y')
})

test('headings begin below the heading of the page that they stand under', () => {
	const levels = (source: string, top: number) =>
		[...renderMarkdown(source, document, top).children].map((each) => each.localName)
	expect(levels('# a\n\n## b\n\n###### c', 2)).toEqual(['h2', 'h3', 'h6'])
	expect(levels('# a\n\n###### c', 3)).toEqual(['h3', 'h6'])
})

test('HTML stays visible as text, and nothing is fetched', () => {
	const element = render(
		'<script>alert(1)</script>\n\nA <b onclick="x()">b</b> ![map](https://example.org/x.png)',
	)
	expect(element.querySelector('script, b, img, [onclick]')).toBeNull()
	expect(element.textContent).toContain('<script>alert(1)</script>')
	expect(element.textContent).toContain('map')
})

test('links are fired, not followed; addresses that could do harm are no links', () => {
	const element = render(
		'[one](https://example.org) [two](javascript:alert(1)) [three](commonplace://l/highlight/h) [four]\n\n[four]: file:///etc/passwd',
	)
	const followed: string[] = []
	element.addEventListener('follow', (event) => followed.push(event.href))
	for (const link of element.querySelectorAll<HTMLElement>('.link')) link.click()
	expect(followed).toEqual(['https://example.org', 'commonplace://l/highlight/h'])
	expect(element.querySelector('a, [href]')).toBeNull()
})

test('wikilinks stay as they were written', () => {
	expect(render('see [[Two days in Hanoi]]').textContent).toBe('see [[Two days in Hanoi]]')
})

test('the first line of a note is its words', () => {
	expect(firstLine('\n\n# He *asks* for `restraint`\n\nmore')).toBe('He asks for restraint')
	expect(firstLine('')).toBe('')
})
