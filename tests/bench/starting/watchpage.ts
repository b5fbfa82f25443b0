/**
 * What a reader waits for: something is painted, which is when Electron shows a window; the library's first
 * row is painted, or that there is none; the text of a document is painted.
 */
export type Sight = 'painted' | 'library' | 'text'

/** A sight, and when it came. Milliseconds since 1970. */
export interface Seen {
	readonly what: Sight
	readonly at: number
}

/** Runs in the page, before the page's own code; hence takes nothing from outside but `seen`, which hears JSON. */
export function watchPage(): true {
	const tell = (what: string, at: number) => {
		const hear: (json: string) => void = Reflect.get(globalThis, 'seen')
		hear(JSON.stringify({ what, at: performance.timeOrigin + at }))
	}
	const within = (element: Element | null | undefined, css: string) =>
		element?.shadowRoot?.querySelector(css) ?? null
	const sights: Record<string, () => Element | null> = {
		library: () => {
			const view = document.querySelector('cp-library-view')
			return within(view, '.start') ?? within(within(view, 'cp-document-table'), '[role=row][id]')
		},
		text: () => document.querySelector('.reading-surface p'),
	}
	new PerformanceObserver((list, observer) => {
		const [first] = list.getEntriesByName('first-contentful-paint')
		if (!first) return
		observer.disconnect()
		tell('painted', first.startTime)
	}).observe({ type: 'paint', buffered: true })
	const look = () => {
		for (const [what, find] of Object.entries(sights)) {
			if (!find()) continue
			delete sights[what]
			// What one frame finds is painted when the next one begins.
			requestAnimationFrame(() => tell(what, performance.now()))
		}
		if (Object.keys(sights).length > 0) requestAnimationFrame(look)
	}
	requestAnimationFrame(look)
	return true
}

/** Runs in the page: where the title of the first document is, in CSS px. */
export function firstTitle(): { readonly x: number; readonly y: number } {
	const table = document.querySelector('cp-library-view')?.shadowRoot?.querySelector('cp-document-table')
	const { left, top } = table?.shadowRoot?.querySelector('.title span')?.getBoundingClientRect() ?? {
		left: 0,
		top: 0,
	}
	return { x: left + 8, y: top + 4 }
}
