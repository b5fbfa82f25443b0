import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Fails with what axe finds in the page as it is now, and where. @param sight what the reader sees, for the message */
export async function expectNoViolations(page: Page, sight: string): Promise<void> {
	// Legacy mode opens no second page, which the desktop would refuse.
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
	const found = violations.flatMap(({ id, nodes }) =>
		nodes.map((node) => `${id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
	)
	expect.soft(found, sight).toEqual([])
}

/** Fails when the page as a whole can be scrolled sideways. */
export async function expectNoOverflow(page: Page, sight: string): Promise<void> {
	const beyond = await page.evaluate(() =>
		[document.documentElement, document.body].map((each) => each.scrollWidth - window.innerWidth),
	)
	expect.soft(Math.max(...beyond), `px beyond the window: ${sight}`).toBeLessThanOrEqual(0)
}
