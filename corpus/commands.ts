/**
 * Every command of Commonplace, declared once. The system's menu, the palette, the shortcut sheet and
 * the help read this table; the page runs the commands by their ids.
 *
 * `keys` are the default shortcuts in the form `Ctrl+Shift+E`, `Alt+ArrowLeft`, `F7`, `t`: modifiers in
 * the order Ctrl, Alt, Shift, then `KeyboardEvent.key` (letters lower case without modifiers). `Ctrl`
 * stands for Command on macOS. `where: 'text'` acts only while the reading surface (or a list of
 * passages) has the focus: single letters never act in a text field.
 */
export interface Command {
	readonly title: string
	readonly menu: MenuName
	readonly where: 'everywhere' | 'reading' | 'text'
	readonly keys: readonly string[]
}

export type MenuName = 'File' | 'Edit' | 'View' | 'Go' | 'Passage' | 'Help'

const everywhere = (menu: MenuName, title: string, ...keys: string[]): Command => ({
	title,
	menu,
	where: 'everywhere',
	keys,
})
const reading = (menu: MenuName, title: string, ...keys: string[]): Command => ({
	title,
	menu,
	where: 'reading',
	keys,
})
const text = (menu: MenuName, title: string, ...keys: string[]): Command => ({
	title,
	menu,
	where: 'text',
	keys,
})

export const commands = {
	'documents.add': everywhere('File', 'Add documents…', 'Ctrl+o'),
	'documents.addFolder': everywhere('File', 'Add a folder…', 'Ctrl+Shift+o'),
	'documents.paste': everywhere('File', 'Add pasted text…', 'Ctrl+Shift+v'),
	'documents.addTable': everywhere('File', 'Add a table of texts…'),
	'metadata.fill': everywhere('File', 'Fill metadata from a table or references…'),
	'library.open': everywhere('File', 'Open another library…'),
	'library.sample': everywhere('File', 'Add the sample library'),
	'export.markdown': everywhere('File', 'Export to Markdown…', 'Ctrl+e'),
	'export.again': everywhere('File', 'Export again', 'Ctrl+Shift+e'),
	'export.templates': everywhere('File', 'Edit export templates…'),
	'document.openOriginal': everywhere('File', 'Open the original'),
	'document.saveOriginal': everywhere('File', 'Save a copy of the original…'),
	'document.reread': everywhere('File', 'Read again with the newer importer…'),
	'library.reread': everywhere('File', 'Read all older texts again…'),
	'document.print': reading('File', 'Print…', 'Ctrl+p'),
	'settings.open': everywhere('File', 'Settings…', 'Ctrl+,'),

	'history.undo': everywhere('Edit', 'Undo', 'Ctrl+z'),
	'history.redo': everywhere('Edit', 'Redo', 'Ctrl+Shift+z', 'Ctrl+y'),
	'history.show': everywhere('Edit', 'History…', 'Ctrl+h'),
	'document.find': reading('Edit', 'Find in this document', 'Ctrl+f'),
	'document.findNext': reading('Edit', 'Find next', 'F3', 'Ctrl+g'),
	'document.findPrevious': reading('Edit', 'Find previous', 'Shift+F3', 'Ctrl+Shift+g'),
	'document.metadata': everywhere('Edit', 'Edit metadata…', 'Ctrl+i'),
	'document.note': everywhere('Edit', 'Note on the document'),
	'document.split': reading('Edit', 'Split here'),
	'document.remove': everywhere('Edit', 'Remove from the library'),

	'palette.open': everywhere('Go', 'Search or command', 'Ctrl+k'),
	'view.library': everywhere('Go', 'Library', 'Alt+1'),
	'view.passages': everywhere('Go', 'Passages', 'Alt+2'),
	'view.notes': everywhere('Go', 'Notes', 'Alt+3'),
	'view.compare': everywhere('Go', 'Compare', 'Alt+4'),
	'view.toSort': everywhere('Go', 'To sort', 'Alt+5'),
	'go.back': everywhere('Go', 'Back', 'Alt+ArrowLeft'),
	'go.forward': everywhere('Go', 'Forward', 'Alt+ArrowRight'),
	'pages.go': reading('Go', 'Go to a page', 'Ctrl+Alt+g'),
	'go.nextToRead': everywhere('Go', 'Next document to read'),

	'sidebar.toggle': everywhere('View', 'Sidebar', 'Ctrl+b'),
	'sidebar.outline': reading('View', 'Outline', 'Ctrl+Shift+b'),
	'panel.toggle': reading('View', 'Highlights panel', 'Ctrl+j'),
	'pages.toggle': reading('View', 'Page view', 'Ctrl+Shift+p'),
	'pages.thumbnails': reading('View', 'Page thumbnails', 'F4'),
	'pages.fitWidth': reading('View', 'Fit pages to the width'),
	'pages.fitPage': reading('View', 'Fit pages to the window'),
	'pages.white': reading('View', 'White pages'),
	'type.settings': reading('View', 'Type settings…', 'Ctrl+t'),
	'type.larger': reading('View', 'Larger text or pages', 'Ctrl+='),
	'type.smaller': reading('View', 'Smaller text or pages', 'Ctrl+-'),
	'type.reset': reading('View', 'Size as at first', 'Ctrl+0'),
	'scheme.next': everywhere('View', 'Light, sepia, dark', 'Ctrl+Shift+l'),
	'document.beside': reading('View', 'Open a second document beside', 'Ctrl+\\'),
	'caret.toggle': reading('View', 'Caret mode', 'F7'),

	'passage.highlight': text('Passage', 'Highlight', 'h'),
	'passage.theme': text('Passage', 'Theme…', 't'),
	'passage.repeat': text('Passage', 'Repeat the last theme', 'r'),
	'passage.note': text('Passage', 'Note', 'n'),
	'passage.copy': text('Passage', 'Copy as quotation', 'c'),
	'passage.next': text('Passage', 'Next highlight', 'j'),
	'passage.previous': text('Passage', 'Previous highlight', 'k'),
	'passage.open': text('Passage', 'Open the card', 'Enter'),
	'passage.extend': text('Passage', 'Adjust the ends', 'e'),
	'passage.join': text('Passage', 'Join with the next'),
	'passage.remove': text('Passage', 'Remove the highlight', 'Delete'),
	'document.done': text('Passage', 'Done, and open the next to read', 'd'),
	'theme.1': text('Passage', 'Tag with pinned theme 1', '1'),
	'theme.2': text('Passage', 'Tag with pinned theme 2', '2'),
	'theme.3': text('Passage', 'Tag with pinned theme 3', '3'),
	'theme.4': text('Passage', 'Tag with pinned theme 4', '4'),
	'theme.5': text('Passage', 'Tag with pinned theme 5', '5'),
	'theme.6': text('Passage', 'Tag with pinned theme 6', '6'),
	'theme.7': text('Passage', 'Tag with pinned theme 7', '7'),
	'theme.8': text('Passage', 'Tag with pinned theme 8', '8'),
	'theme.9': text('Passage', 'Tag with pinned theme 9', '9'),

	'help.guide': everywhere('Help', 'Guide', 'F1'),
	'help.shortcuts': everywhere('Help', 'Keyboard shortcuts', 'Ctrl+/'),
	'help.news': everywhere('Help', 'What’s new'),
	'help.about': everywhere('Help', 'About Commonplace'),
} as const satisfies Record<string, Command>

export type CommandId = keyof typeof commands
