import { css } from 'lit'

export const libraryViewStyles = css`
	:host {
		position: relative;
		display: flex;
		flex-direction: column;
		block-size: 100%;
		min-block-size: 0;
		padding: 28px 36px 0;
	}
	header {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		gap: var(--s3);
		margin-block-end: var(--s4);
	}
	h1 {
		flex: 1;
		margin: 0;
		font-size: 22px;
		font-weight: 650;
		line-height: 32px;
	}
	.add {
		display: flex;
		gap: 1px;
	}
	.add button:first-child {
		border-start-end-radius: 0;
		border-end-end-radius: 0;
	}
	.add button:last-child {
		width: 28px;
		color: var(--on-accent);
		background: var(--accent);
		border-start-start-radius: 0;
		border-end-start-radius: 0;
	}
	.bar {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		gap: var(--s2);
		margin-block-end: var(--s2);
	}
	.tabs {
		display: flex;
		flex: 1 1 320px;
		flex-wrap: wrap;
		gap: 2px;
		min-inline-size: 0;
	}
	.tabs button {
		min-block-size: 28px;
		padding-inline: 10px;
		max-inline-size: 200px;
		border-color: transparent;
		background: none;
		color: var(--ink-2);
		font-weight: 400;
	}
	.tabs button:hover {
		background: var(--hover);
	}
	.tabs button[aria-pressed='true'] {
		background: var(--pressed);
		color: var(--ink);
		font-weight: 600;
	}
	.tabs span {
		overflow: hidden;
		text-overflow: ellipsis;
		white-space: nowrap;
	}
	.filter {
		position: relative;
		flex: 0 1 200px;
		min-inline-size: 140px;
	}
	.filter cp-icon {
		position: absolute;
		inset-inline-start: 9px;
		inset-block-start: 8px;
		color: var(--ink-3);
		pointer-events: none;
		--icon-size: 14px;
	}
	.filter input:not([type='checkbox']) {
		min-block-size: 30px;
		padding-inline-start: 30px;
		border-color: var(--line);
	}
	.count {
		color: var(--ink-2);
		white-space: nowrap;
		font-variant-numeric: tabular-nums;
	}
	cp-document-table {
		flex: 1;
		min-block-size: 160px;
		/* Room for the bar of what is selected, always: it must not come between two clicks on a row. */
		margin-block-end: 64px;
	}
	.hint {
		margin: 0;
	}
	cp-empty-state {
		flex: 1;
	}
	.start {
		max-inline-size: 560px;
		margin: 6vh auto;
		display: grid;
		gap: var(--s4);
		justify-items: center;
		text-align: center;
	}
	.start h1 {
		margin: 0;
		font: 600 28px / 36px var(--font-read);
		text-wrap: balance;
	}
	.start p {
		margin: 0;
		color: var(--ink-2);
		font-size: var(--size-3);
		line-height: 24px;
		overflow-wrap: anywhere;
	}
	.start .drop {
		inline-size: 100%;
		padding: var(--s8) var(--s6);
		border: 1.5px dashed var(--line-strong);
		border-radius: 12px;
		display: grid;
		gap: var(--s4);
		justify-items: center;
	}
	.start .row {
		display: flex;
		flex-wrap: wrap;
		gap: var(--s2);
		justify-content: center;
	}
	.start .where {
		font-size: var(--size-2);
	}
	@media (max-width: 800px) {
		:host {
			padding: 16px 16px 0;
		}
	}
`
