import { expect, test } from 'vitest'
import { renderForPrint } from '../../../renderer/reading/print.ts'
import { paragraphs, renderedText } from './readingtexts.ts'

const text = paragraphs('The first paragraph is here.', 'And the second one.')
const options = { document, assetUrl: (key: string) => key, title: 'Two days', byline: 'Desk' }

const passage = (id: string, quote: string, end = quote) => ({
	id,
	start: text.text.indexOf(quote),
	end: text.text.indexOf(end) + end.length,
	hues: [2],
	pending: false,
	themes: ['Trade'],
	note: null,
})

test('on paper the text is complete, with its highlights as spans', () => {
	const view = renderForPrint(text, [passage('a', 'paragraph', 'And the')], options)
	const surface = view.querySelector('.reading-surface')
	expect(surface && renderedText(surface)).toBe(text.text)
	expect([...view.querySelectorAll('.tint-2')].map((span) => span.textContent)).toEqual([
		'paragraph is here.',
		'And the',
	])
})

test('themes and notes follow behind the text under the number of their passage', () => {
	const view = renderForPrint(
		text,
		[
			{ ...passage('b', 'second'), note: 'So *there*' },
			passage('a', 'first'),
			{ ...passage('c', 'one'), themes: [] },
		],
		options,
	)
	const items = [...view.querySelectorAll('.passages li')].map((item) => item.textContent)
	expect(items).toEqual(['Tradefirst', 'TradesecondSo there'])
	expect(
		[...view.querySelectorAll<HTMLElement>('[data-number]')].map((span) => span.dataset['number']),
	).toEqual(['1', '2'])
})
