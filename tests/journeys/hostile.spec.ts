import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support/fixtures.ts'
import { dialog, openDocument, openText } from './support/reading.ts'
import { watch } from './support/watching.ts'

/** Nothing answers here; whoever asks is found out by asking. */
const elsewhere = 'http://127.0.0.1:9'

/** Each tries what markup can try. The words "is harmless" must be all that is left of them. */
const files: Readonly<Record<string, string>> = {
	'scripts.html': `<!doctype html><html><head><title>Scripts</title>
		<meta http-equiv="refresh" content="0; url=${elsewhere}/refresh"><base href="${elsewhere}/base/">
		<link rel="stylesheet" href="${elsewhere}/sheet.css"><style>@import url(${elsewhere}/import.css); * { display: none }</style>
		<script>window.owned = 'script'; alert(1); document.title = 'owned'</script></head>
		<body onload="window.owned = 'onload'"><article><h1>Scripts</h1>
		<p onclick="window.owned = 'onclick'" style="background: url(${elsewhere}/style.png)">This paragraph is harmless,</p>
		<p>and <a href="javascript:window.owned='link'">this link</a> is harmless, too.</p>
		<p><a href="&#106;avascript:window.owned='entity'">another link</a> and
		<a href="data:text/html,<script>window.owned='data'</script>">a third one</a>.</p>
		<form action="${elsewhere}/form"><input autofocus onfocus="window.owned = 'focus'"><button>Send</button></form>
		</article></body></html>`,
	'pictures.html': `<!doctype html><title>Pictures</title><article><h1>Pictures</h1><p>Everything here is harmless.
		<img src="${elsewhere}/pixel.png" onerror="window.owned = 'onerror'" alt="a picture">
		<img src=x onerror="alert(2)"><img srcset="${elsewhere}/set.png 2x" src="data:image/png;base64,AAAA"></p>
		<svg onload="window.owned = 'svg'"><script>window.owned = 'svg script'</script><image href="${elsewhere}/svg.png"/>
		<foreignObject><iframe src="javascript:parent.owned='svg frame'"></iframe></foreignObject></svg>
		<iframe src="${elsewhere}/frame" srcdoc="<script>parent.owned = 'srcdoc'</script>"></iframe>
		<object data="${elsewhere}/object"></object><embed src="${elsewhere}/embed">
		<video src="${elsewhere}/video.mp4" poster="${elsewhere}/poster.png" autoplay onerror="window.owned='video'"></video>
		<math><mtext><style><img src=x onerror="window.owned='mutation'"></style></mtext></math>
		<noscript><p title="</noscript><img src=x onerror=window.owned='noscript'>">.</p></noscript></article>`,
	'markdown.md': `# A harmful note\n\nThis is harmless. <script>window.owned = 'md'</script><img src=x onerror="window.owned='md img'">

![pixel](${elsewhere}/md.png) [click](javascript:window.owned='md-link') <javascript:window.owned=1>

<iframe srcdoc="<script>parent.owned='md frame'</script>"></iframe>

[ref]: javascript:window.owned='ref'\n\nA [reference][ref] and \`<img src=x onerror=alert(3)>\`.\n`,
	'text.txt':
		'Plain text\n\nThis is harmless: <script>window.owned = "txt"</script> <img src=x onerror=alert(4)>\n',
	'<img src=x onerror=alert(5)>.txt':
		'<b onmouseover=alert(6)>A title</b>\n\nThis is harmless, name and all.\n',
}

test('documents full of markup that would do harm are read as harmless text', async ({ openApp, folder }) => {
	const papers = join(folder, 'papers')
	mkdirSync(papers)
	for (const [name, content] of Object.entries(files)) writeFileSync(join(papers, name), content)
	const app = await openApp()
	const { page } = app
	const seen = watch(page)

	await app.chooseNext([papers])
	await page.getByRole('button', { name: 'Menu', exact: true }).click()
	await page.getByRole('menuitem', { name: 'Add a folder…' }).click()
	const report = dialog(page, 'Documents added')
	await expect(report.getByText('Added 5 documents')).toBeVisible()
	await report.getByRole('button', { name: 'Done' }).click()

	for (const title of ['Scripts', 'Pictures', 'A harmful note', 'Plain text', '<b onmouseover']) {
		await test.step(`Read “${title}”`, async () => {
			const text = await openDocument(page, title)
			await expect(text).toContainText(/harmless/)
			const made = await text.evaluate((element) =>
				[...element.querySelectorAll('*')].flatMap((each) => [
					...(each.matches('script, style, iframe, object, embed, video, form, input, svg, link, meta, base')
						? [each.localName]
						: []),
					...each.getAttributeNames().filter((name) => name.startsWith('on') || name === 'srcdoc'),
				]),
			)
			expect(made).toEqual([])
			for (const link of await openText(page).getByRole('link').all()) await link.click({ trial: true })
			await page.keyboard.press('Alt+ArrowLeft')
		})
	}

	await page.keyboard.press('Control+k')
	await page.keyboard.type('harmless')
	await expect(page.getByRole('option').filter({ hasText: 'harmless' }).first()).toBeVisible()
	expect(await page.evaluate(() => 'owned' in window)).toBe(false)
	await expect(page).toHaveTitle(/Commonplace/)
	expect(seen).toEqual([])
})

test('links with scripts in them do nothing when they are clicked', async ({ openApp, folder }) => {
	const path = join(folder, 'links.md')
	writeFileSync(path, "# Links\n\nBefore [the link](javascript:window.owned='link') and after.\n")
	const app = await openApp()
	const { page } = app
	const seen = watch(page)
	await app.chooseNext([path])
	await page.getByRole('button', { name: 'Add documents', exact: true }).click()
	const text = await openDocument(page, 'Links')
	await text.getByText('the link').click()
	await expect(text).toContainText('Before the link and after.')
	expect(await page.evaluate(() => 'owned' in window)).toBe(false)
	expect(seen).toEqual([])
})
