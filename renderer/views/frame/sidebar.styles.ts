import { css } from 'lit'

export const sidebarStyles = css`
	:host {
		display: flex;
		flex-direction: column;
		min-height: 0;
		padding: var(--s3) var(--s2);
		overflow: auto;
		background: var(--paper);
		scrollbar-width: thin;
		scrollbar-color: var(--line-strong) transparent;
	}
	ul {
		margin: 0;
		padding: 0;
		list-style: none;
	}
	.place {
		width: 100%;
		min-height: 33px;
		padding-inline: 10px;
		justify-content: flex-start;
		font-weight: 400;
		color: var(--ink-2);
		background: none;
		border: 0;
	}
	.place:hover:not(:disabled) {
		color: var(--ink);
		background: var(--hover);
	}
	.place[aria-current] {
		color: var(--ink);
		background: var(--chosen);
		font-weight: 600;
	}
	.place .label {
		flex: 1;
		min-width: 0;
		text-align: start;
		overflow: hidden;
		white-space: nowrap;
		text-overflow: ellipsis;
	}
	.sort {
		color: var(--ink);
	}
	.count {
		color: var(--ink-2);
		font-size: var(--size-1);
		font-weight: 400;
		font-variant-numeric: tabular-nums;
	}
	.head {
		display: flex;
		align-items: center;
		min-height: 32px;
		margin-block: var(--s3) 0;
		padding-inline: 10px 0;
		color: var(--ink-2);
		font-size: var(--size-1);
	}
	.head h2 {
		flex: 1;
		margin: 0;
		font: inherit;
	}
	[role='tablist'] {
		flex: 1;
		display: flex;
		gap: var(--s3);
		margin-inline-start: -4px;
	}
	[role='tab'] {
		min-height: 24px;
		padding: 0 4px;
		font-size: var(--size-1);
		font-weight: 400;
		color: var(--ink-2);
		background: none;
		border: 0;
		border-radius: 4px;
	}
	[role='tab'][aria-selected='true'] {
		color: var(--ink);
		font-weight: 600;
	}
	button.add {
		width: 26px;
		min-height: 26px;
	}
	.empty {
		margin: var(--s1) 10px;
		color: var(--ink-2);
	}
	.entry {
		padding-inline-start: calc(10px + var(--depth) * 12px);
	}
	cp-job-list {
		margin-block-start: auto;
		padding: var(--s3) 10px 0;
	}
	.forms {
		padding: 0 var(--s1) 0 10px;
	}
	@media (forced-colors: active) {
		.place[aria-current] {
			outline: 2px solid Highlight;
			outline-offset: -2px;
		}
	}
`
