import { css } from 'lit'

export const themeTreeStyles = css`
	:host {
		display: block;
	}
	.row {
		position: relative;
		display: flex;
		align-items: center;
		gap: var(--s2);
		min-height: 33px;
		padding-inline: calc(10px + var(--depth) * var(--s4)) 10px;
		border-radius: var(--radius);
		cursor: default;
	}
	.row:hover {
		background: var(--hover);
	}
	.row.current {
		background: var(--chosen);
		font-weight: 600;
	}
	.row:focus-visible {
		outline-offset: -2px;
	}
	.row.deep .label {
		color: var(--ink-2);
	}
	.mark {
		display: inline-flex;
		align-items: center;
		justify-content: center;
		flex: none;
		width: 16px;
		height: 16px;
	}
	.pin {
		width: 16px;
		height: 16px;
		border-radius: 4px;
		font-size: 11px;
		font-weight: 650;
		line-height: 16px;
		text-align: center;
	}
	/* The digit is drawn, for the accessible name says it in words. */
	.pin::before {
		content: attr(data-digit);
	}
	.chevron {
		display: none;
		color: var(--ink-2);
		--icon-size: 14px;
	}
	.mark.foldable:hover .chevron,
	.row[aria-expanded='false'] .chevron {
		display: inline-flex;
	}
	.mark.foldable:hover > :not(.chevron),
	.row[aria-expanded='false'] .mark > :not(.chevron) {
		display: none;
	}
	.row[aria-expanded='false'] .chevron {
		color: oklch(var(--name-l) var(--name-c) var(--hue));
	}
	.label {
		flex: 1;
		min-width: 0;
		overflow: hidden;
		white-space: nowrap;
		text-overflow: ellipsis;
	}
	.count {
		color: var(--ink-2);
		font-size: var(--size-1);
		font-variant-numeric: tabular-nums;
	}
	input {
		flex: 1;
		min-width: 0;
		min-height: 26px !important;
		margin-inline-start: -7px;
		padding-inline: 6px !important;
	}
	.row.drop-inside {
		outline: 2px solid var(--focus);
		outline-offset: -2px;
	}
	.row.drop-before::before,
	.row.drop-after::after {
		content: '';
		position: absolute;
		inset-inline: calc(10px + var(--depth) * var(--s4)) 0;
		height: 2px;
		background: var(--focus);
	}
	.row.drop-before::before {
		top: -1px;
	}
	.row.drop-after::after {
		bottom: -1px;
	}
	@media (forced-colors: active) {
		.row.current {
			outline: 2px solid Highlight;
			outline-offset: -2px;
		}
	}
`
