import { html, type TemplateResult } from 'lit'
import './dialog.ts'

/** A question with two answers. The safe one has the focus where something could be lost. */
export const confirmation = (
	question: { heading: string; text: string; action: string; danger?: boolean },
	close: (yes?: boolean) => void,
): TemplateResult => html`<cp-dialog .heading=${question.heading} @cp-close=${() => close()}>
	<p style="overflow-wrap: anywhere">${question.text}</p>
	<button slot="footer" type="button" ?autofocus=${question.danger} @click=${() => close()}>Cancel</button>
	<button
		slot="footer"
		type="button"
		class=${question.danger ? 'danger' : 'primary'}
		?autofocus=${!question.danger}
		@click=${() => close(true)}
	>
		${question.action}
	</button>
</cp-dialog>`
