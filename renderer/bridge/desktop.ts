import { UserError } from '../../corpus/errors.ts'
import type { FileToken } from '../../corpus/ids.ts'
import type { Bridge } from '../../preload/bridge.ts'
import type { Desktop } from '../../preload/desktop.ts'
import { assetUrl, components, type PageHost } from './host.ts'

/** The face of a page in the desktop window: native dialogs, and files known by their place on the disk. */
export function desktopHost(desktop: Desktop<File>): PageHost {
	return {
		face: 'desktop',
		async filesFromDrop(data) {
			const tokens = await Promise.all([...data.files].map((file) => desktop.tokenFor(file)))
			return tokens.filter((token) => token !== null)
		},
		chooseUploads: (kind) => answered<readonly FileToken[]>(desktop, 'files.choose', { kind }),
		assetUrl,
		components,
		download: () => {
			throw new UserError('unsupported', 'The desktop writes files into a folder of your choice.')
		},
		async openLink(href) {
			await answered(desktop, 'links.open', { href })
		},
		print: () => window.print(),
	}
}

/** The value of a call whose output type the caller knows from the contract. */
async function answered<Output>(bridge: Bridge, method: string, input: unknown): Promise<Output> {
	const reply = await bridge.call(method, input)
	if (!reply.ok) throw new UserError(reply.code, reply.message)
	return reply.value as Output
}
