import type { FixedGroup } from '../../elements/shortcutlist.ts'

/**
 * Keys that belong to no command and cannot be changed, in the form of the table of commands.
 * @param platform `navigator.platform`
 */
export function fixedKeys(face: 'desktop' | 'browser', platform: string): readonly FixedGroup[] {
	return face === 'desktop' ? [lists, windowKeys(platform)] : [lists]
}

const lists: FixedGroup = {
	heading: 'In lists',
	lines: [
		{ title: 'Select, or take away', keys: ['Space'] },
		{ title: 'Select all', keys: ['Ctrl+a'] },
		{ title: 'Open', keys: ['Enter'] },
		{ title: 'Menu of the row', keys: ['Shift+F10'] },
		{ title: 'Move a theme or document', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
		{ title: 'Rename the theme', keys: ['F2'] },
		{ title: 'Delete theme, remove documents', keys: ['Delete'] },
	],
}

/** As the system's menu has them, those among them that Electron brings along with their roles. */
function windowKeys(platform: string): FixedGroup {
	const isMac = platform.startsWith('Mac')
	return {
		heading: 'Window',
		lines: [
			{ title: 'Full screen', keys: [isMac ? '⌃⌘F' : 'F11'] },
			{ title: 'Enlarge everything', keys: ['Ctrl+Alt+='] },
			{ title: 'Shrink everything', keys: ['Ctrl+Alt+-'] },
			{ title: 'Everything as at first', keys: ['Ctrl+Alt+0'] },
			{ title: 'Minimise', keys: ['Ctrl+m'] },
			{ title: 'Close the window', keys: ['Ctrl+w'] },
			...(platform.startsWith('Win') ? [] : [{ title: 'Quit', keys: ['Ctrl+q'] }]),
		],
	}
}
