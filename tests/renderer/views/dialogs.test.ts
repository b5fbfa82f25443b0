import { html } from 'lit'
import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CommandId } from '../../../corpus/commands.ts'
import type { Step } from '../../../corpus/entities.ts'
import type { ExportSummary } from '../../../preload/calls/export.ts'
import type { ImportOutcome } from '../../../preload/calls/library.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { type Answers, documentRow, id, testBridge, testState } from '../support/testbridge.ts'
import '../../../renderer/views/frame/frame.ts'

beforeEach(() => page.viewport(1366, 768))

const summary: ExportSummary = {
	folder: 'notes.zip',
	files: [
		{ path: 'A day in Hanoi.md', action: 'create', problem: null },
		{ path: 'Mine.md', action: 'leave', problem: 'Commonplace did not write this file.' },
	],
	passages: 3,
	download: '/download/1',
	line: '2 files: 1 new, 1 left alone. 3 passages.',
}

const steps: readonly Step[] = [
	{ id: id('s3'), name: 'Remove “Tariffs”', at: 3, state: 'undone' },
	{ id: id('s2'), name: 'Tag', at: 2, state: 'done' },
	{ id: id('s1'), name: 'Add 3 documents', at: 1, state: 'done' },
]

const preset = {
	preset: 'plain',
	document: '{{ document.title }}',
	theme: '',
	passage: '',
} as const

const usual: Answers = {
	'documents.list': () => [documentRow('A day in Hanoi', { id: id('hanoi') })],
	'templates.list': () => [],
	'templates.preset': () => preset,
	'export.preview': () => summary,
	'export.run': () => summary,
	'history.list': () => steps,
	'history.goto': () => null,
}

async function open(command: CommandId, answers: Answers = {}, dark = false) {
	const bridge = testBridge({ ...usual, ...answers })
	const state = testState(bridge)
	await state.start()
	const frame = deep(draw(html`<cp-frame .state=${state}></cp-frame>`, dark ? 'dark' : 'light'), 'cp-frame')
	await drawn()
	state.commands.run(command)
	await drawn()
	const root = (element: string) => {
		const found = deep(frame.shadowRoot ?? frame, element).shadowRoot
		if (!found) throw new Error(`${element} has no tree of its own.`)
		return found
	}
	return { bridge, state, root }
}

const callsOf = (bridge: ReturnType<typeof testBridge>, method: string) =>
	bridge.calls.filter((call) => call.method === method).map(({ input }) => input)

describe('export', () => {
	it('shows what would be done, does it, and sums it up', async () => {
		const { bridge, root } = await open('export.markdown')
		const lines = () =>
			[...root('cp-export-dialog').querySelectorAll('.files li')].map((li) => li.textContent)
		expect(lines()[0]).toContain('Commonplace did not write this file.')
		deep(root('cp-export-dialog'), 'button.primary').click()
		await drawn()
		expect(callsOf(bridge, 'export.run')).toEqual([
			expect.objectContaining({
				spec: { scope: { kind: 'library' }, by: 'document', preset: 'plain', template: null, folder: null },
			}),
		])
		expect(deep(root('cp-export-dialog'), '.line').textContent).toBe(summary.line)
	})

	it('exports again in one line', async () => {
		const spec = {
			scope: { kind: 'library' },
			by: 'theme',
			preset: 'obsidian',
			template: null,
			folder: null,
		} as const
		const { state } = await open('export.again', {
			'export.last': () => ({ spec, folder: '', at: 0 }),
			'export.again': () => ({ ...summary, download: null }),
		})
		expect(state.toasts.all.map(({ text }) => text)).toEqual([`Exported ${summary.line}`])
	})

	it('shows the mistake in a template, and what a good one makes', async () => {
		const { root } = await open('export.templates', {
			'templates.try': ({ document }) =>
				document.includes('{%')
					? { ok: false, part: 'document', message: 'tag "{%" is not closed, line 1' }
					: { ok: true, document: 'A day in Hanoi', theme: '' },
		})
		;[...root('cp-templates-dialog').querySelectorAll('button')]
			.find((button) => button.textContent?.includes('Make a copy'))
			?.click()
		await drawn()
		expect(deep(root('cp-templates-dialog'), 'pre').textContent).toBe('A day in Hanoi')
		await userEvent.fill(deep(root('cp-templates-dialog'), 'textarea'), '{%')
		await expect
			.poll(() => root('cp-templates-dialog').querySelector('.problem')?.textContent)
			.toContain('is not closed, line 1')
	})
})

describe('export templates', () => {
	it('asks before it drops what was written', async () => {
		const { state, root } = await open('export.templates')
		const dialog = root('cp-templates-dialog')
		const press = (label: string) =>
			[...dialog.querySelectorAll('button')].find((button) => button.textContent?.includes(label))?.click()
		press('Make a copy')
		await drawn()
		await userEvent.fill(deep(dialog, 'textarea'), 'Mine')
		press('Cancel')
		await drawn()
		const [, question] = state.dialogs.open
		if (question?.kind !== 'confirmation') throw new Error('Nothing was asked.')
		question.close(false)
		await drawn()
		expect(deep<HTMLTextAreaElement>(dialog, 'textarea').value).toBe('Mine')
		press('Cancel')
		await drawn()
		const [, again] = state.dialogs.open
		if (again?.kind === 'confirmation') again.close(true)
		await drawn()
		expect(state.dialogs.open).toEqual([])
	})
})

describe('history', () => {
	it('names the steps and goes back to one', async () => {
		const { bridge, root } = await open('history.show')
		const buttons = [...root('cp-history-dialog').querySelectorAll<HTMLButtonElement>('li button')]
		expect(buttons.map((button) => button.querySelector('.name')?.textContent)).toEqual([
			'Remove “Tariffs”, undone',
			'Tag',
			'Add 3 documents',
			'Before all of these',
		])
		buttons[2]?.click()
		await drawn()
		expect(callsOf(bridge, 'history.goto')).toEqual([{ step: 's1' }])
	})
})

describe('settings', () => {
	it('asks before it takes a shortcut from another command', async () => {
		const { bridge, root } = await open('settings.open')
		const editor = () => {
			const tree = deep(root('cp-settings-dialog'), 'cp-shortcut-editor').shadowRoot
			if (!tree) throw new Error('The editor has no tree of its own.')
			return tree
		}
		const note = [...editor().querySelectorAll('li')].find(
			(li) => li.querySelector('span')?.textContent === 'Note',
		)
		const button = note?.querySelector('button')
		button?.focus()
		button?.click()
		await drawn()
		await userEvent.keyboard('t')
		await drawn()
		expect(deep(editor(), '.conflict').textContent).toContain('“Theme”')
		deep(editor(), '.conflict button').click()
		await drawn()
		expect(callsOf(bridge, 'settings.set')).toEqual([
			{ keys: { 'passage.note': ['t'], 'passage.theme': [] } },
		])
	})
})

describe('import', () => {
	it('lists what became of each file, the refused first', async () => {
		const { state, root } = await open('view.library', {
			'import.text': () => ({
				cancelled: false,
				outcomes: [
					{ kind: 'added', file: 'a.md', document: id('a'), title: 'A', warnings: [], annotations: 0 },
					{ kind: 'refused', file: 'b.doc', reason: 'This format is not read yet.' },
				],
			}),
		})
		state.commands.run('documents.paste')
		await drawn()
		await userEvent.fill(deep(root('cp-paste-dialog'), 'textarea'), '# Title\n\nText')
		deep(root('cp-paste-dialog'), 'button.primary').click()
		await drawn()
		const lines = [...root('cp-report-dialog').querySelectorAll('li')]
		expect(lines.map((line) => line.className)).toEqual(['refused', 'added'])
		expect(deep(root('cp-report-dialog'), '.summary').textContent).toBe('Added 1 document, 1 was refused.')
		expect(root('cp-report-dialog').textContent).not.toContain('Files that can be read')
	})

	it('says once what can be read where files of other kinds were refused', async () => {
		const reason = 'Files ending in .mp4 cannot be read.'
		const { state, bridge, root } = await open('view.library', {
			'import.files': () => ({
				cancelled: false,
				outcomes: ['a.mp4', 'b.mp4'].map((file) => ({ kind: 'refused', file, reason, unknownKind: true })),
			}),
		})
		bridge.say({ kind: 'files', files: [id('a'), id('b')] })
		await drawn()
		const formats = state.library.info?.formats.map(({ name }) => name) ?? []
		const said = root('cp-report-dialog').textContent?.match(/Files that can be read: .*/g)
		expect(said).toHaveLength(1)
		for (const name of formats) expect(said?.[0]).toContain(name)
	})

	describe('files that the system hands over', () => {
		const added = (name: string, warnings: readonly string[] = []) =>
			({
				kind: 'added',
				file: `${name}.md`,
				document: id<'document'>(name),
				title: name,
				warnings,
				annotations: 0,
			}) as const
		const present = (name: string) =>
			({ kind: 'present', file: `${name}.md`, document: id<'document'>(name), title: name }) as const

		async function handOver(files: readonly string[], outcomes: readonly ImportOutcome[]) {
			const opened = await open('view.library', { 'import.files': () => ({ cancelled: false, outcomes }) })
			opened.bridge.say({ kind: 'files', files: files.map((file) => id(file)) })
			await drawn()
			const { route } = opened.state.router
			return { ...opened, reads: route.view === 'reading' ? route.document : null }
		}

		it('is read at once when it is one, and was new', async () => {
			const { reads, state } = await handOver(['a'], [added('Lamps')])
			expect(reads).toBe('Lamps')
			expect(state.toasts.all.map(({ text }) => text)).toEqual(['Added “Lamps”.'])
		})

		it('is read at once when it is in the library already', async () => {
			const { reads, state } = await handOver(['a'], [present('Lamps')])
			expect(reads).toBe('Lamps')
			expect(state.toasts.all).toEqual([])
		})

		it('is read, with what could not be taken over told beside it', async () => {
			const { reads, root } = await handOver(['a'], [added('Lamps', ['A picture is missing.'])])
			expect(reads).toBe('Lamps')
			expect(root('cp-report-dialog').textContent).toContain('A picture is missing.')
		})

		it('leaves the reader where they are when there are several, or none can be read', async () => {
			const two = await handOver(['a', 'b'], [added('Lamps'), present('Tea')])
			expect(two.reads).toBeNull()
			expect(two.root('cp-report-dialog').textContent).toContain('Tea')
			const none = await handOver(['a'], [{ kind: 'refused', file: 'a.bin', reason: 'It is no text.' }])
			expect(none.reads).toBeNull()
			expect(none.root('cp-report-dialog').textContent).toContain('It is no text.')
		})
	})

	describe('locked files', () => {
		const locked = (file: string) =>
			({
				kind: 'locked',
				file,
				token: id<'file-token'>(file),
				reason: 'It opens only with its password.',
			}) as const

		/** Each of the files opens with its own name as password. */
		async function openLocked(...files: readonly string[]) {
			const opened = await open('view.library', {
				'import.files': ({ files: tokens, password }) => ({
					cancelled: false,
					outcomes: tokens.map((token) =>
						token === password
							? {
									kind: 'added',
									file: token,
									document: id<'document'>(token),
									title: token,
									warnings: [],
									annotations: 0,
								}
							: locked(token),
					),
				}),
			})
			opened.bridge.say({ kind: 'files', files: files.map((file) => id(file)) })
			await drawn()
			const dialog = () => opened.root('cp-password-dialog')
			const press = async (label: string) => {
				const button = [...dialog().querySelectorAll('button')].find(
					(each) => each.textContent?.trim() === label,
				)
				button?.click()
				await drawn()
			}
			const type = async (password: string) => {
				await userEvent.fill(deep(dialog(), 'input'), password)
				await userEvent.keyboard('{Enter}')
				await drawn()
			}
			return { ...opened, dialog, press, type }
		}

		it('asks for the password until it opens, and says when it was wrong', async () => {
			const { state, dialog, type } = await openLocked('a.pdf')
			expect(dialog().textContent).toContain('a.pdf')
			expect(dialog().querySelector('.problem')).toBeNull()
			await type('wrong')
			expect(deep(dialog(), '.problem').textContent).toContain('does not open it')
			await type('a.pdf')
			expect(state.toasts.all.map(({ text }) => text)).toEqual(['Added “a.pdf”.'])
		})

		it('asks for one file after the other, and any of them can be skipped', async () => {
			const { dialog, press, type, root } = await openLocked('a.pdf', 'b.pdf', 'c.pdf', 'd.pdf')
			await type('a.pdf')
			expect(dialog().textContent).toContain('b.pdf')
			expect(deep<HTMLInputElement>(dialog(), 'input').value).toBe('a.pdf')
			await press('Skip')
			await press('Skip all 2')
			expect(deep(root('cp-report-dialog'), '.summary').textContent).toBe(
				'Added 1 document, 3 stayed locked.',
			)
		})

		it('has nothing for axe to find', async () => {
			const { type } = await openLocked('a.pdf', 'b.pdf')
			await type('wrong')
			await expectNoViolations()
		})
	})

	it('opens the paste dialog with what was pasted outside a field', async () => {
		const { root } = await open('view.library')
		const clipboardData = new DataTransfer()
		clipboardData.setData('text/plain', 'Pasted words')
		window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }))
		await drawn()
		expect(deep<HTMLTextAreaElement>(root('cp-paste-dialog'), 'textarea').value).toBe('Pasted words')
	})
})

describe('every dialog', () => {
	const dialogs: readonly CommandId[] = [
		'documents.paste',
		'export.markdown',
		'export.templates',
		'history.show',
		'settings.open',
	]
	for (const dark of [false, true])
		it.each(dialogs)(`has nothing for axe to find: %s, ${dark ? 'dark' : 'light'}`, async (command) => {
			await open(command, {}, dark)
			await expectNoViolations()
		})
})
