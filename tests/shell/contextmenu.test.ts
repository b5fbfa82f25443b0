import { describe, expect, it } from 'vitest'
import { contextMenu } from '../../main/shell/contextmenu.ts'

const editFlags = {
	canUndo: true,
	canRedo: false,
	canCut: false,
	canCopy: true,
	canPaste: true,
	canDelete: false,
	canSelectAll: true,
	canEditRichly: false,
}
const nowhere = { isEditable: false, formControlType: 'none', editFlags, selectionText: '' } as const

describe('the menu of a right click', () => {
	it('has what can be done in a text field', () => {
		const menu = contextMenu({ ...nowhere, isEditable: true, formControlType: 'text-area' })
		expect(menu.filter(({ role }) => role).map(({ role, enabled }) => [role, enabled])).toEqual([
			['undo', true],
			['redo', false],
			['cut', false],
			['copy', true],
			['paste', true],
			['selectAll', true],
		])
	})

	it('copies what is selected elsewhere, also where a caret is in the text that is read', () => {
		for (const isEditable of [true, false])
			expect(contextMenu({ ...nowhere, isEditable, selectionText: 'a lamp' })).toEqual([
				{ role: 'copy', enabled: true },
			])
	})

	it('is not there where there is nothing to do', () => {
		expect(contextMenu(nowhere)).toEqual([])
		expect(contextMenu({ ...nowhere, selectionText: ' \n' })).toEqual([])
	})
})
