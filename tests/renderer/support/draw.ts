import { render, type TemplateResult } from 'lit'
import { onTestFinished } from 'vitest'
import '../../../renderer/base.css'

/** Draws into the page until the test ends, in light colours unless told. */
export function draw(template: TemplateResult, scheme: 'light' | 'sepia' | 'dark' = 'light'): HTMLElement {
	const place = document.createElement('div')
	document.documentElement.dataset['scheme'] = scheme
	document.body.append(place)
	render(template, place)
	onTestFinished(() => place.remove())
	return place
}

/** The one element that fits, looked for in the element and the shadow trees below it. */
export function deep<E extends Element = HTMLElement>(root: ParentNode, ...selectors: readonly string[]): E {
	let at: ParentNode = root
	let found: E | null = null
	for (const selector of selectors) {
		found = at.querySelector<E>(selector)
		if (!found) throw new Error(`Nothing fits ${selector}.`)
		at = found.shadowRoot ?? found
	}
	if (!found) throw new Error('No selector was given.')
	return found
}

/** Lit has drawn what was asked for, also in elements that were drawn on the way. */
export async function drawn(): Promise<void> {
	for (let i = 0; i < 4; i++) await new Promise((resolve) => requestAnimationFrame(resolve))
}
