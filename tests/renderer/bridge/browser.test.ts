import { afterEach, expect, it, vi } from 'vitest'
import { browserHost } from '../../../renderer/bridge/browser.ts'

afterEach(() => {
	vi.restoreAllMocks()
})

function host(agrees: boolean) {
	const asked: string[] = []
	const opened = vi.spyOn(window, 'open').mockReturnValue(null)
	const { openLink } = browserHost(async (address) => {
		asked.push(address)
		return agrees
	})
	return { asked, opened, openLink }
}

it.each(['https://example.org/a?b#c', 'http://example.org/', 'mailto:reader@example.org'])(
	'asks before it opens %s',
	async (href) => {
		const { asked, opened, openLink } = host(true)
		await openLink(href)
		expect(asked).toEqual([href])
		expect(opened.mock.calls).toEqual([[href, '_blank', 'noopener,noreferrer']])
	},
)

it('opens nothing when the reader thinks better of it', async () => {
	const { opened, openLink } = host(false)
	await openLink('https://example.org/')
	expect(opened).not.toHaveBeenCalled()
})

it.each([
	'javascript:alert(1)',
	'java\nscript:alert(1)',
	'file:///etc/hosts',
	'data:text/html,x',
	'/here',
	'',
])('refuses %j without a question', async (href) => {
	const { asked, opened, openLink } = host(true)
	await expect(openLink(href)).rejects.toThrow('Only addresses of web pages')
	expect(asked).toEqual([])
	expect(opened).not.toHaveBeenCalled()
})

it('keeps hold of the question for files until it is answered', async () => {
	const choosing = browserHost(async () => true).chooseUploads('documents')
	const input = document.querySelector<HTMLInputElement>('input[type=file]')
	expect(input?.hidden).toBe(true)
	input?.dispatchEvent(new Event('cancel'))
	expect(await choosing).toEqual([])
	expect(document.querySelector('input')).toBeNull()
})
