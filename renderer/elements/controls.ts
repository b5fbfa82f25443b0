import { css } from 'lit'

/**
 * How native controls look. Every element with buttons or fields in its shadow tree takes these styles
 * first: `static styles = [controls, css`…`]`.
 *
 * Buttons: plain by default; `class="primary"` (one a view), `danger`, `quiet` (no border), `icon`
 * (square, needs `aria-label` and `title`). Fields: `<label class="field"><span>Name</span><input></label>`.
 */
export const controls = css`
	:host {
		font: var(--size-2) / 1.45 var(--font-ui);
		color: var(--ink);
	}
	:host([hidden]),
	[hidden] {
		display: none !important;
	}
	*,
	::before,
	::after {
		box-sizing: border-box;
	}
	button,
	input,
	select,
	textarea {
		font: inherit;
		color: inherit;
		letter-spacing: inherit;
	}
	button {
		display: inline-flex;
		align-items: center;
		justify-content: center;
		gap: var(--s2);
		min-height: 32px;
		max-width: 100%;
		padding: 0 var(--s3);
		font-weight: 500;
		background: var(--raised);
		border: 1px solid var(--line-strong);
		border-radius: var(--radius);
		cursor: default;
	}
	button:hover:not(:disabled) {
		background: var(--hover);
	}
	button:active:not(:disabled) {
		background: var(--pressed);
	}
	button:disabled {
		color: var(--ink-3);
		opacity: 0.55;
	}
	button.primary {
		color: var(--on-accent);
		background: var(--accent);
		border-color: transparent;
		font-weight: 600;
	}
	button.danger {
		color: var(--danger);
		border-color: color-mix(in oklab, var(--danger), transparent 45%);
	}
	button.quiet,
	button.icon {
		background: none;
		border-color: transparent;
		color: var(--ink-2);
	}
	button.quiet:hover:not(:disabled),
	button.icon:hover:not(:disabled) {
		color: var(--ink);
		background: var(--hover);
	}
	/* Behind the rule above: it holds for one that is an icon alone, too. */
	button.primary:hover:not(:disabled) {
		color: var(--on-accent);
		background: color-mix(in oklab, var(--accent), var(--ink) 14%);
	}
	button.icon {
		width: 32px;
		padding: 0;
		flex: none;
	}
	button[aria-pressed='true'],
	button[aria-expanded='true'].icon {
		color: var(--ink);
		background: var(--pressed);
	}
	:focus {
		outline: none;
	}
	:focus-visible {
		outline: 2px solid var(--focus);
		outline-offset: 1px;
	}
	input:not([type='checkbox'], [type='radio'], [type='range']),
	select,
	textarea {
		width: 100%;
		min-height: 32px;
		padding: 0 var(--s2);
		background: var(--paper);
		border: 1px solid var(--line-strong);
		border-radius: var(--radius);
	}
	textarea {
		padding: 6px var(--s2);
		resize: vertical;
	}
	input::placeholder,
	textarea::placeholder {
		color: var(--ink-3);
		opacity: 1;
	}
	input[type='checkbox'],
	input[type='radio'],
	input[type='range'] {
		accent-color: var(--accent);
		margin: 0;
	}
	.field {
		display: grid;
		gap: var(--s1);
	}
	.field > span {
		color: var(--ink-2);
		font-size: var(--size-1);
	}
	.check {
		display: flex;
		align-items: center;
		gap: var(--s2);
		min-height: 24px;
	}
	.hint {
		color: var(--ink-2);
		font-size: var(--size-1);
	}
	.problem {
		color: var(--danger);
	}
	kbd {
		font: var(--size-1) / 1 var(--font-ui);
		color: var(--ink-2);
	}
	a {
		color: var(--accent);
		text-underline-offset: 2px;
	}
	.unseen {
		position: absolute;
		width: 1px;
		height: 1px;
		margin: -1px;
		overflow: hidden;
		clip-path: inset(50%);
		white-space: nowrap;
	}
	.dot {
		flex: none;
		width: 9px;
		height: 9px;
		border-radius: 3px;
		background: oklch(var(--lane-l) var(--lane-c) var(--hue));
		forced-color-adjust: none;
	}
	.tinted {
		color: oklch(var(--name-l) var(--name-c) var(--hue));
		background: oklch(var(--tint-l) var(--tint-c) var(--hue));
	}
	.name {
		color: oklch(var(--name-l) var(--name-c) var(--hue));
	}
	@media (forced-colors: active) {
		button.primary,
		button[aria-pressed='true'] {
			forced-color-adjust: none;
			color: HighlightText;
			background: Highlight;
		}
	}
`
