import axe from 'axe-core'
import { expect } from 'vitest'

/** Fails with what is wrong, and where, when axe finds anything in the page as it is now. */
export async function expectNoViolations(root: Element = document.body): Promise<void> {
	const { violations } = await axe.run(root, {
		// Tests draw parts of the page: what belongs to the page as a whole is not theirs.
		rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
	})
	const found = violations.map(({ id, help, nodes }) => ({
		id,
		help,
		where: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
	}))
	expect(found).toEqual([])
}
