import { css } from 'lit'

export const documentTableStyles = css`
	:host {
		display: block;
		font: var(--size-2) / 1.45 var(--font-ui);
		color: var(--ink);
		container-type: inline-size;
		min-block-size: 0;
		--columns: minmax(0, 1fr) 152px 124px 104px 76px 72px 100px 92px;
	}
	.grid {
		block-size: 100%;
		overflow: auto;
		overscroll-behavior: contain;
		outline: none;
	}
	.row {
		display: grid;
		grid-template-columns: var(--columns);
		column-gap: var(--s3);
		align-items: center;
		box-sizing: border-box;
		inline-size: 100%;
		border-block-end: 1px solid var(--line);
		padding-inline: 1px;
	}
	.head {
		position: sticky;
		inset-block-start: 0;
		z-index: 1;
		block-size: 32px;
		background: var(--paper);
		color: var(--ink-2);
		font-size: var(--size-1);
	}
	.head button {
		font: inherit;
		color: inherit;
		background: none;
		border: 0;
		padding: 4px 0;
		cursor: pointer;
		border-radius: 3px;
		white-space: nowrap;
	}
	.head button:hover {
		color: var(--ink);
	}
	.head button:focus-visible {
		outline: 2px solid var(--focus);
		outline-offset: 2px;
	}
	.body {
		position: relative;
	}
	.body .row {
		position: absolute;
		inset-inline: 0;
		block-size: 44px;
		cursor: default;
		color: var(--ink-2);
		font-variant-numeric: tabular-nums;
	}
	.body .row:hover {
		background: color-mix(in oklab, var(--sunk) 60%, transparent);
	}
	.body .row[aria-selected='true'] {
		background: color-mix(in oklab, var(--accent) 10%, var(--paper));
	}
	.grid:focus-visible .row.active {
		outline: 2px solid var(--focus);
		outline-offset: -2px;
		border-radius: 3px;
	}
	.row.before::before,
	.row.after::after {
		content: '';
		position: absolute;
		inset-inline: 0;
		block-size: 2px;
		background: var(--accent);
	}
	.row.before::before {
		inset-block-start: -1px;
	}
	.row.after::after {
		inset-block-end: -2px;
	}
	.cell {
		min-inline-size: 0;
		overflow: hidden;
		white-space: nowrap;
		text-overflow: ellipsis;
	}
	.title {
		display: -webkit-box;
		-webkit-box-orient: vertical;
		-webkit-line-clamp: 2;
		white-space: normal;
		overflow-wrap: anywhere;
		color: var(--ink);
		/* Inter's figures of one width bring hyphens of that width along. */
		font-variant-numeric: normal;
		font-weight: 500;
	}
	.title span {
		cursor: pointer;
	}
	.title span:hover {
		text-decoration: underline;
		text-decoration-thickness: 1px;
		text-underline-offset: 3px;
	}
	.number {
		text-align: end;
	}
	.status {
		display: flex;
		align-items: center;
		gap: 6px;
	}
	.status svg {
		flex: none;
		inline-size: 12px;
		block-size: 12px;
	}
	.themes {
		display: flex;
		gap: 3px;
		padding-inline-start: var(--s3);
	}
	.dot {
		flex: none;
		inline-size: 9px;
		block-size: 9px;
		border-radius: 3px;
		background: oklch(var(--lane-l) var(--lane-c) var(--hue));
	}
	@container (max-width: 1000px) {
		.format {
			display: none;
		}
		.row {
			--columns: minmax(0, 1fr) 152px 124px 104px 76px 72px 92px;
		}
	}
	@container (max-width: 900px) {
		.words {
			display: none;
		}
		.row {
			--columns: minmax(0, 1fr) 140px 124px 96px 76px 92px;
		}
	}
	@container (max-width: 720px) {
		.author {
			display: none;
		}
		.row {
			--columns: minmax(0, 1fr) 124px 92px 76px 92px;
		}
	}
	@container (max-width: 560px) {
		.themes,
		.date {
			display: none;
		}
		.row {
			--columns: minmax(0, 1fr) 92px 72px;
		}
	}
	@media (forced-colors: active) {
		.body .row[aria-selected='true'] {
			outline: 2px solid Highlight;
			outline-offset: -2px;
		}
		.dot {
			forced-color-adjust: none;
		}
	}
`
