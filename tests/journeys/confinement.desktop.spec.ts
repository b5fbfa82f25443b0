import { expect, test } from './support/fixtures.ts'

test('the desktop refuses to navigate, open windows, download and grant', async ({ openApp }) => {
	const { page } = await openApp()
	const address = page.url()
	const refused = await page.evaluate(async () => ({
		window: window.open('app://commonplace/') === null,
		geolocation: await new Promise((resolve) =>
			navigator.geolocation.getCurrentPosition(
				() => resolve(false),
				() => resolve(true),
			),
		),
		camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
			() => false,
			() => true,
		),
		node: !('require' in window) && !('process' in window),
	}))
	expect(refused).toEqual({ window: true, geolocation: true, camera: true, node: true })
	await page.evaluate(() => {
		location.href = 'http://127.0.0.1:9/'
	})
	await page.evaluate(() => {
		const link = Object.assign(document.createElement('a'), { href: 'http://127.0.0.1:9/', target: '_top' })
		document.body.append(link)
		link.click()
	})
	expect(await page.evaluate(() => location.href)).toBe(address)
})
