import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Page } from '@playwright/test'

/**
 * Everything that a page could get out of hand by: requests outside its origin, dialogs, new windows, frames,
 * navigation, errors, refusals of the content security policy. The list stays empty.
 */
export function watch(page: Page): readonly string[] {
	const seen: string[] = []
	const address = page.url().replace(/[?#].*$/, '')
	const own = new URL(address)
	page.on('request', (request) => {
		const { protocol, host } = new URL(request.url())
		const inPage = protocol === 'data:' || protocol === 'blob:'
		if (!inPage && (protocol !== own.protocol || host !== own.host)) seen.push(`asked for ${request.url()}`)
	})
	page.on('dialog', (dialog) => {
		seen.push(`said ${dialog.message()}`)
		void dialog.dismiss()
	})
	page.on('popup', (popup) => seen.push(`opened ${popup.url()}`))
	page.on('download', (download) => seen.push(`downloaded ${download.url()}`))
	page.on('framenavigated', (frame) => {
		if (!frame.url().startsWith(address)) seen.push(`went to ${frame.url()}`)
	})
	page.on('frameattached', () => seen.push('made a frame'))
	page.on('pageerror', (error) => seen.push(`threw ${error.message}`))
	page.on('console', (line) => {
		if (line.type() === 'error') seen.push(`logged ${line.text()}`)
	})
	return seen
}

/** Every file and folder under a folder, but for what lies in those that are named. */
export function filesUnder(folder: string, but: readonly string[] = []): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
		.filter((path) => !but.some((each) => path === each || path.startsWith(`${each}/`)))
		.sort()
}

/** Elements of the open text that no document may have made, and attributes that could run something. */
export const smuggled = (page: Page): Promise<readonly string[]> =>
	page
		.locator('cp-reading-pane')
		.first()
		.evaluate((pane) =>
			[...pane.querySelectorAll('*')].flatMap((each) => [
				...(each.matches('script, iframe, object, embed, video, audio, form, link, meta, base')
					? [each.localName]
					: []),
				...each.getAttributeNames().filter((name) => name.startsWith('on') || name === 'srcdoc'),
			]),
		)
