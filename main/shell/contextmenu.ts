import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'

type Asked = Pick<ContextMenuParams, 'isEditable' | 'formControlType' | 'editFlags' | 'selectionText'>

/**
 * The menu of a right click where the page shows none of its own: in a text field what can be done there, with
 * the words and shortcuts of the Edit menu; over text that is selected, copying it. The text that is read is
 * no field, though with a caret in it Chromium takes it for one.
 * @returns an empty menu is not to be shown
 */
export function contextMenu({
	isEditable,
	formControlType,
	editFlags,
	selectionText,
}: Asked): MenuItemConstructorOptions[] {
	if (isEditable && formControlType !== 'none')
		return [
			{ role: 'undo', enabled: editFlags.canUndo },
			{ role: 'redo', enabled: editFlags.canRedo },
			{ type: 'separator' },
			{ role: 'cut', enabled: editFlags.canCut },
			{ role: 'copy', enabled: editFlags.canCopy },
			{ role: 'paste', enabled: editFlags.canPaste },
			{ type: 'separator' },
			{ role: 'selectAll', enabled: editFlags.canSelectAll },
		]
	return selectionText.trim() === '' ? [] : [{ role: 'copy', enabled: editFlags.canCopy }]
}
