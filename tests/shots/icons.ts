import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { icns, ico, type Picture } from '../../main/packaging/icons/containers.ts'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'

/** `npm run icons`: draws the icon at every size that a system asks for, and packs it for Windows and macOS. */

const folder = join(import.meta.dirname, '../../main/packaging/icons')
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** Up to this many pixels the drawing with fewer details is used. */
const small = 32

const drawing = (size: number): string =>
	readFileSync(join(folder, size <= small ? 'icon-small.svg' : 'icon.svg'), 'utf8')

const browser = await chromium.launch({
	executablePath: await chromiumPath(),
	args: [...chromiumArguments, '--force-color-profile=srgb'],
})
const page = await browser.newPage()
const pictures: Picture[] = []
for (const size of sizes) {
	await page.setViewportSize({ width: size, height: size })
	await page.setContent(
		`<style>* { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${drawing(size)}`,
	)
	pictures.push({ size, png: await page.screenshot({ omitBackground: true }) })
}
await browser.close()

mkdirSync(folder, { recursive: true })
for (const { size, png } of pictures) writeFileSync(join(folder, `${size}x${size}.png`), png)
writeFileSync(join(folder, 'icon.ico'), ico(pictures.filter(({ size }) => size <= 256)))
writeFileSync(join(folder, 'icon.icns'), icns(pictures))
