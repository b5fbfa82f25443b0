import { html } from 'lit'
import type { ImportOutcome, ImportReport } from '../../../preload/calls/library.ts'
import type { AppState } from '../../state/appstate.ts'
import './passworddialog.ts'

type Locked = Extract<ImportOutcome, { kind: 'locked' }>

/**
 * Asks for the password of each locked file of an import, as often as the reader tries, and imports that
 * file again. What the reader typed lives no longer than this.
 *
 * @returns the report with what became of these files in their places
 */
export async function unlock(state: AppState, report: ImportReport): Promise<ImportReport> {
	const locked = report.outcomes.filter((outcome) => outcome.kind === 'locked')
	const settled = new Map<Locked, readonly ImportOutcome[]>()
	let last = ''
	for (const [index, file] of locked.entries()) {
		const left = locked.length - index - 1
		const answer = await askUntilOpen(state, file, { last, left })
		if (answer === 'stop') break
		last = answer.password
		settled.set(file, answer.outcomes)
	}
	const outcomes = report.outcomes.flatMap((outcome) =>
		outcome.kind === 'locked' ? (settled.get(outcome) ?? [outcome]) : [outcome],
	)
	return { ...report, outcomes }
}

async function askUntilOpen(
	state: AppState,
	file: Locked,
	{ last, left }: { readonly last: string; readonly left: number },
): Promise<{ readonly password: string; readonly outcomes: readonly ImportOutcome[] } | 'stop'> {
	let outcomes: readonly ImportOutcome[] = [file]
	let password = last
	for (let tried = false; ; tried = true) {
		const [still] = outcomes
		if (still?.kind !== 'locked') return { password, outcomes }
		const answer = await askPassword(state, still, { password, tried, left })
		if (answer === null) return 'stop'
		if (answer === undefined) return { password: last, outcomes }
		password = answer
		const again = await state.attempt(() => importAgain(state, still, answer))
		if (!again) return { password: last, outcomes }
		outcomes = again.outcomes
	}
}

const importAgain = (state: AppState, { token, file }: Locked, password: string): Promise<ImportReport> =>
	state.jobs.run(`Adding ${file}`, (job) =>
		state.client.call('import.files', {
			job,
			files: [token],
			html: state.settings.value.html,
			password,
		}),
	)

/**
 * @param asking what the field begins with, whether that did not open it, how many files wait after this one
 * @returns undefined: skip this file; null: skip all
 */
export const askPassword = (
	state: AppState,
	{ file, reason }: { readonly file: string; readonly reason: string },
	{ password, tried, left }: { password: string; tried: boolean; left: number },
): Promise<string | null | undefined> =>
	state.dialogs.show<string | null>(
		(close) => html`<cp-password-dialog
			.file=${file}
			.reason=${reason}
			.password=${password}
			.tried=${tried}
			.left=${left}
			@password-given=${(event: HTMLElementEventMap['password-given']) => close(event.password)}
			@skip-all=${() => close(null)}
			@cp-close=${() => close()}
		></cp-password-dialog>`,
	)
