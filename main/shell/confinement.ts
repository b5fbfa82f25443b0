import { type Session, session, type WebContents } from 'electron'
import { pageOrigin } from './scheme.ts'

/**
 * A session that keeps nothing on the disk, reaches nothing but the page's own scheme, and grants
 * nothing but writing to the clipboard on the reader's own command.
 */
export function confinedSession(name: string): Session {
	const confined = session.fromPartition(name)
	const granted = (permission: string) => permission === 'clipboard-sanitized-write'
	confined.setPermissionRequestHandler((_contents, permission, answer) => answer(granted(permission)))
	confined.setPermissionCheckHandler((_contents, permission) => granted(permission))
	confined.setDevicePermissionHandler(() => false)
	confined.setSpellCheckerEnabled(false)
	confined.on('will-download', (event) => event.preventDefault())
	confined.webRequest.onBeforeRequest((details, answer) =>
		answer({ cancel: !/^(app|data|blob|devtools):/.test(details.url) }),
	)
	return confined
}

/** Keeps a page where it is: no other page, no other window, no guest. */
export function confine(contents: WebContents): void {
	contents.setWindowOpenHandler(() => ({ action: 'deny' }))
	contents.on('will-attach-webview', (event) => event.preventDefault())
	contents.on('will-frame-navigate', (event) => {
		const reload = event.isMainFrame && event.url === `${pageOrigin}/`
		if (!reload) event.preventDefault()
	})
}
