import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { select, selectionIn } from '../../../renderer/reading/selection.ts'
import { type FlowSurface, renderText } from '../../../renderer/reading/surface.ts'
import '../../../renderer/reading/typography.css'
import { paragraphs } from './readingtexts.ts'

let surface: FlowSurface

beforeEach(() => {
	surface = renderText(
		paragraphs('The quick brown fox jumps.', 'A second paragraph stands here.', 'And a third.'),
		{ document, assetUrl: (key) => key },
	)
	document.body.append(surface.element)
})

afterEach(() => document.body.replaceChildren())

const quote = (snap: 'words' | 'letters'): string | null => {
	const found = selectionIn(surface, snap)
	return found && surface.text.text.slice(found.range.start, found.range.end)
}

const block = (index: number): HTMLElement => {
	const element = surface.blocks[index]
	if (!element) throw new Error('there is no such block')
	return element
}

test('a selection grows to whole words and drops the space at its ends', () => {
	select(surface, { start: 6, end: 16 })
	expect(quote('words')).toBe('quick brown')
	expect(quote('letters')).toBe('ick brown')
})

test('a selection made backwards is the same range', () => {
	select(surface, { start: 6, end: 16 }, true)
	expect(quote('words')).toBe('quick brown')
	expect(selectionIn(surface, 'words')?.backwards).toBe(true)
	select(surface, { start: 6, end: 16 })
	expect(selectionIn(surface, 'words')?.backwards).toBe(false)
})

test('a double click selects one word', async () => {
	await userEvent.dblClick(block(0), { position: { x: 12, y: 12 } })
	expect(quote('letters')).toBe('The')
})

test('a triple click selects the paragraph without its end', async () => {
	await userEvent.tripleClick(block(0), { position: { x: 12, y: 12 } })
	expect(quote('words')).toBe('The quick brown fox jumps.')
})

test('select all selects the text and nothing around it', async () => {
	const before = document.createElement('p')
	before.textContent = 'Not of the text'
	document.body.prepend(before)
	await userEvent.click(block(0))
	await userEvent.keyboard('{Control>}a{/Control}')
	expect(quote('words')).toBe(surface.text.text.trim())
})

test('a selection may run across blocks', () => {
	select(surface, { start: 20, end: 35 })
	expect(quote('words')).toBe('jumps.\nA second')
})

test('nothing is selected where only space is, or outside of the text', () => {
	select(surface, { start: 3, end: 4 })
	expect(quote('letters')).toBeNull()
	const outside = document.createElement('p')
	outside.textContent = 'Elsewhere'
	document.body.append(outside)
	document.getSelection()?.selectAllChildren(outside)
	expect(quote('words')).toBeNull()
})
