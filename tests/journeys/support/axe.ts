import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './fixtures.ts'

declare global {
	interface Window {
		/** Once a page was asked for the first time. */
		readonly axe?: typeof axe
	}
}

/**
 * `colours`: only what can be another in another scheme, which is a fraction of the work. `strong`: the same by
 * the measure of those who ask for more contrast, 7 : 1.
 */
export type Rules = 'all' | 'colours' | 'strong'

/** Fails with what axe finds in the page as it is now, and where. @param sight what the reader sees, for the message */
export async function expectNoViolations(page: Page, sight: string, rules: Rules = 'all'): Promise<void> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
	const found = await page.evaluate(async (rules) => {
		if (!window.axe) throw new Error('axe is not in the page.')
		const { violations } = await window.axe.run(document, {
			// Of what is in order nothing is told: lists of it are long.
			resultTypes: ['violations'],
			...(rules !== 'all' && {
				runOnly: [rules === 'colours' ? 'color-contrast' : 'color-contrast-enhanced'],
			}),
		})
		return violations.flatMap(({ id, nodes }) =>
			nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
		)
	}, rules)
	expect.soft(found, sight).toEqual([])
}

/** Fails when the page as a whole can be scrolled sideways. */
export async function expectNoOverflow(page: Page, sight: string): Promise<void> {
	const beyond = await page.evaluate(() =>
		[document.documentElement, document.body].map((each) => each.scrollWidth - window.innerWidth),
	)
	expect.soft(Math.max(...beyond), `px beyond the window: ${sight}`).toBeLessThanOrEqual(0)
}
