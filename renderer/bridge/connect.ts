import type { Bridge } from '../../preload/bridge.ts'
import { type Desktop, desktopName } from '../../preload/desktop.ts'
import { browserHost } from './browser.ts'
import { desktopHost } from './desktop.ts'
import type { PageHost } from './host.ts'
import { httpBridge } from './http.ts'

declare global {
	interface Window {
		/** Put there by the desktop's preload script; absent in a browser tab. */
		readonly [desktopName]?: Desktop<File>
	}
}

/**
 * Joins the page to the application it belongs to. To be called once, when the page starts.
 *
 * @param mayOpen asks the reader whether an address may be opened, in a face that cannot ask by itself
 */
export function connect(mayOpen: (address: string) => Promise<boolean>): {
	readonly bridge: Bridge
	readonly host: PageHost
} {
	const desktop = window[desktopName]
	return desktop
		? { bridge: desktop, host: desktopHost(desktop) }
		: { bridge: httpBridge(), host: browserHost(mayOpen) }
}
