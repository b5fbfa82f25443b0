import { expect, test } from './support/fixtures.ts'

test('the page stays where it is and reaches nothing outside', async ({ openApp }) => {
	const { page } = await openApp()
	const address = page.url().replace(/[#?].*/, '')
	const policy = await page.evaluate(async () => {
		const response = await fetch('./')
		return response.headers.get('content-security-policy')
	})
	expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';")

	const reached = await page.evaluate(async () => {
		const elsewhere = 'http://127.0.0.1:9/'
		const tries: [string, () => unknown][] = [
			['fetch', () => fetch(elsewhere)],
			['image', () => loaded(Object.assign(new Image(), { src: elsewhere }))],
			['script', () => loaded(put('script', { src: `data:text/javascript,window.got=1` }))],
			['inline script', () => loaded(put('script', { textContent: 'window.got = 1' }))],
		]
		const reached: string[] = []
		for (const [name, attempt] of tries) {
			try {
				await attempt()
				reached.push(name)
			} catch {}
		}
		if ('got' in window) reached.push('a script ran')
		return reached

		function put(name: 'script', values: object): HTMLElement {
			const element = Object.assign(document.createElement(name), values)
			document.body.append(element)
			return element
		}
		function loaded(element: HTMLElement): Promise<void> {
			return new Promise((resolve, reject) => {
				element.onload = () => resolve()
				element.onerror = reject
				// Inline scripts tell nothing: they run at once, or never.
				if (element instanceof HTMLScriptElement && element.src === '') reject(new Error('no event'))
			})
		}
	})
	expect(reached).toEqual([])
	expect(page.url()).toContain(address)
})
