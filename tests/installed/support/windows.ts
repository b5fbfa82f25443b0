import { spawnSync } from 'node:child_process'
import { until } from './until.ts'

/** The windows of the display, and the system's file dialogs, answered by keys as a hand would press them. */

const xdotool = (...words: readonly string[]) => spawnSync('xdotool', words, { encoding: 'utf8' })

/** How many windows that can be seen have exactly this title. */
export const windowsTitled = (title: string): number =>
	xdotool('search', '--onlyvisible', '--name', `^${title}$`).stdout.split('\n').filter(Boolean).length

/** Titles of the dialogs that ask for files and folders; see `main/shell/dialogs.ts`. */
const titles = [
	'Add a folder',
	'Add documents',
	'Choose a table or references',
	'Export to a folder',
	'Open a library',
	'Save a copy of the original',
]
const pattern = `^(${titles.join('|')})$`

const shown = (): string | undefined =>
	xdotool('search', '--onlyvisible', '--name', pattern).stdout.split('\n')[0] || undefined

/** Waits for a file dialog, and gives it a path. @throws Error when none shows up, or it does not take the path */
export async function answerFileDialog(path: string): Promise<void> {
	const window = await until(shown, 'No file dialog shows up.')
	await until(() => {
		xdotool('windowfocus', '--sync', window)
		// Pasting opens the dialog's own field for paths; it holds the path once copying gives it back.
		putOnClipboard(path)
		xdotool('key', 'ctrl+a', 'ctrl+v')
		putOnClipboard('nothing yet')
		xdotool('key', 'ctrl+a', 'ctrl+c')
		const held = fromClipboard()
		// Dialogs finish what they know: the slash after a folder.
		return held === path || held === `${path}/` || undefined
	}, `The dialog does not take ${path}.`)
	// Once: another would reach the window behind.
	xdotool('key', 'Return')
	await until(() => (shown() === undefined ? true : undefined), `The dialog does not accept ${path}.`)
}

/** Returns when others get it. */
function putOnClipboard(text: string): void {
	spawnSync('xclip', ['-selection', 'clipboard', '-i'], { input: text, stdio: ['pipe', 'ignore', 'ignore'] })
}

export const fromClipboard = (): string =>
	spawnSync('xclip', ['-selection', 'clipboard', '-o'], { encoding: 'utf8', timeout: 2000 }).stdout
