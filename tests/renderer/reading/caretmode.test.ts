import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { CaretMode } from '../../../renderer/reading/caretmode.ts'
import { Painter } from '../../../renderer/reading/paint.ts'
import { clearSelection, selectionIn } from '../../../renderer/reading/selection.ts'
import { renderText, type Surface } from '../../../renderer/reading/surface.ts'
import '../../../renderer/reading/typography.css'
import { paragraphs, renderedText } from './readingtexts.ts'

let surface: Surface
let caret: CaretMode
let said: boolean[]
const text = paragraphs('The quick brown fox jumps.', 'A second paragraph stands here.')

beforeEach(() => {
	said = []
	surface = renderText(text, { document, assetUrl: (key) => key })
	document.body.append(surface.element)
	caret = new CaretMode(surface, new Painter(surface), (active) => said.push(active))
})

afterEach(() => {
	caret.leave()
	document.body.replaceChildren()
})

const quote = (): string | null => {
	const found = selectionIn(surface, 'letters')
	return found && text.text.slice(found.range.start, found.range.end)
}

test('Shift and Ctrl with arrows select, as everywhere', async () => {
	caret.enter(4)
	await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}')
	expect(quote()).toBe('qu')
	await userEvent.keyboard('{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}')
	expect(quote()).toBe('quick')
	await userEvent.keyboard('{Shift>}{End}{/Shift}')
	expect(quote()).toBe('quick brown fox jumps.')
	await userEvent.keyboard('{ArrowLeft}{Shift>}{ArrowDown}{/Shift}')
	expect(quote()).toContain('jumps.\nA se')
})

test('the caret stays at the end of a selection that is done with', async () => {
	caret.enter(4)
	await userEvent.keyboard('{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}')
	expect(quote()).toBe('quick')
	clearSelection(surface)
	expect(quote()).toBeNull()
	await userEvent.keyboard('{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}')
	expect(quote()?.trim()).toBe('brown')
})

test('what is typed changes nothing', async () => {
	caret.enter(4)
	await userEvent.keyboard(
		'xyz{Enter}{Backspace}{Delete}{Shift>}{ArrowRight}{/Shift}{Backspace}{Control>}x{/Control}',
	)
	expect(renderedText(surface.element)).toBe(text.text)
})

test('entering and leaving is said, and afterwards arrows do nothing', async () => {
	caret.enter(4)
	expect(caret.active).toBe(true)
	caret.leave()
	document.getSelection()?.removeAllRanges()
	await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
	expect(quote()).toBeNull()
	expect(said).toEqual([true, false])
})
