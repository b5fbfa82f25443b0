import type { FileToken } from '../../corpus/ids.ts'
import type { App, Host } from '../../main/app/options.ts'
import type { Change } from '../../preload/bridge.ts'

export const pixel = Uint8Array.from([137, 80, 78, 71])

/** An application of a few lines, so that what carries it is tested alone. It echoes what it is asked. */
export interface StandIn extends App {
	/** Absolute paths that tokens were issued for, in order. */
	readonly issued: string[]
	readonly calls: string[]
	change(change: Change): void
	host: Host | null
	closed: boolean
}

export function standIn(): StandIn {
	const listeners = new Set<(change: Change) => void>()
	const app: StandIn = {
		issued: [],
		calls: [],
		host: null,
		closed: false,
		change: (change) => {
			for (const listener of listeners) listener(change)
		},
		bridge: {
			async call(method, input) {
				app.calls.push(method)
				return { ok: true, value: { method, input } }
			},
			onChange(listener) {
				listeners.add(listener)
				return () => listeners.delete(listener)
			},
		},
		assets: async (_version, key) =>
			key === 'pixel.png'
				? { mediaType: 'image/png', bytes: pixel }
				: key === 'page.html'
					? { mediaType: 'text/html', bytes: pixel }
					: key === 'drawing.svg'
						? { mediaType: 'image/svg+xml', bytes: new TextEncoder().encode('<svg/>') }
						: null,
		issueToken: (path) => `t-${app.issued.push(path)}` as FileToken,
		show: async () => true,
		originalOf: async (document) =>
			document === 'a' ? { path: import.meta.filename, fileName: 'standin.ts' } : null,
		close: async () => {
			app.closed = true
		},
	}
	return app
}
