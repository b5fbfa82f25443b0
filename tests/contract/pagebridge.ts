import type { Page } from 'playwright-core'
import type { Bridge, Change } from '../../preload/bridge.ts'

/** The bridge that a page has under a name on its window, used from outside the page. */
export async function pageBridge(page: Page, path: string): Promise<Bridge> {
	const listeners = new Set<(change: Change) => void>()
	await page.exposeFunction('tellTest', (change: Change) => {
		for (const listener of listeners) listener(change)
	})
	const bridge = await page.evaluateHandle<Bridge>(path)
	await bridge.evaluate((own) => {
		own.onChange((change) => Reflect.apply(Reflect.get(window, 'tellTest'), window, [change]))
	})
	return {
		call: (method, input) =>
			bridge.evaluate((own, asked) => own.call(asked.method, asked.input), { method, input }),
		onChange(listener) {
			listeners.add(listener)
			return () => listeners.delete(listener)
		},
	}
}
