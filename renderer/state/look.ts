import type { Settings } from '../../corpus/settings.ts'
import type { SettingsStore } from './settings.ts'

/** The colours that are shown: the system's choice is one of them. */
export const shownScheme = (scheme: Settings['scheme'], dark: boolean): 'light' | 'sepia' | 'dark' => {
	if (scheme === 'system') return dark ? 'dark' : 'light'
	return scheme
}

/**
 * Keeps colours and type of the whole page as the settings and the system say.
 * @param root gets `data-scheme` and the custom properties of the reading type
 * @returns a function that stops following
 */
export function followLook(root: HTMLElement, settings: SettingsStore, dark: MediaQueryList): () => void {
	const apply = () => {
		const { scheme, type } = settings.value
		root.dataset['scheme'] = shownScheme(scheme, dark.matches)
		root.style.setProperty('--read-size', `${type.size}px`)
		root.style.setProperty('--read-leading', `${type.leading}`)
		root.style.setProperty('--read-measure', `${type.measure}`)
		root.style.setProperty('--read-face', type.face === 'serif' ? 'var(--font-read)' : 'var(--font-ui)')
	}
	apply()
	dark.addEventListener('change', apply)
	const stop = settings.listen(apply)
	return () => {
		dark.removeEventListener('change', apply)
		stop()
	}
}
