import { css } from 'lit'

export const passageListStyles = css`
	:host {
		display: block;
		font: var(--size-2) / 1.45 var(--font-ui);
		color: var(--ink);
	}
	section {
		margin-block-end: var(--s6);
	}
	header {
		display: flex;
		flex-wrap: wrap;
		align-items: baseline;
		column-gap: 10px;
		padding-block: var(--s2);
		border-block-end: 1px solid var(--line);
	}
	h2 {
		font-size: 14px;
		font-weight: 600;
		margin: 0;
		overflow-wrap: anywhere;
	}
	h2 button {
		all: unset;
		cursor: pointer;
		border-radius: 3px;
	}
	h2 button:hover {
		text-decoration: underline;
		text-decoration-thickness: 1px;
		text-underline-offset: 3px;
	}
	.about {
		color: var(--ink-2);
		font-size: 12px;
	}
	ul {
		list-style: none;
		margin: 0;
		padding: 0;
	}
	/* Containment cuts off what sticks out: hence room for the checkbox inside. */
	li {
		content-visibility: auto;
		contain-intrinsic-size: auto 84px;
		margin-inline-start: -28px;
		padding-inline-start: 28px;
	}
	li + li article {
		border-block-start: 1px solid var(--line);
	}
	article {
		position: relative;
		display: grid;
		grid-template-columns: 4px minmax(0, 1fr) minmax(120px, 190px);
		column-gap: var(--s4);
		padding-block: var(--s3);
		cursor: pointer;
		outline: none;
	}
	article:hover {
		background: color-mix(in oklab, var(--sunk) 55%, transparent);
	}
	article.selected {
		background: color-mix(in oklab, var(--accent) 10%, var(--paper));
	}
	article:focus-visible {
		box-shadow: 0 0 0 2px var(--focus) inset;
		border-radius: var(--radius);
	}
	.lane {
		border-radius: 2px;
		background: var(--line);
	}
	.lane.themed {
		background: oklch(var(--lane-l) var(--lane-c) var(--hue));
	}
	.text {
		min-inline-size: 0;
	}
	blockquote {
		margin: 0;
		font: 400 17px / 26px var(--font-read);
		color: var(--ink-2);
		overflow-wrap: anywhere;
	}
	blockquote .quote {
		color: var(--ink);
		white-space: pre-line;
	}
	.note {
		margin-block-start: var(--s1);
		color: var(--ink-2);
		font-size: var(--size-2);
		line-height: 19px;
		overflow-wrap: anywhere;
	}
	.note.first {
		display: -webkit-box;
		-webkit-box-orient: vertical;
		-webkit-line-clamp: 1;
		overflow: hidden;
	}
	.editor {
		margin-block-start: var(--s2);
		cursor: auto;
	}
	.side {
		min-inline-size: 0;
		display: flex;
		flex-direction: column;
		align-items: start;
		font-size: 12px;
		line-height: 19px;
		color: var(--ink-2);
		overflow-wrap: anywhere;
	}
	.theme {
		all: unset;
		cursor: pointer;
		font-weight: 600;
		border-radius: 3px;
		color: oklch(var(--name-l) var(--name-c) var(--hue));
	}
	.theme:hover {
		text-decoration: underline;
		text-underline-offset: 3px;
	}
	.theme:focus-visible,
	h2 button:focus-visible {
		outline: 2px solid var(--focus);
		outline-offset: 1px;
	}
	.choose {
		position: absolute;
		inset-inline-start: -22px;
		inset-block-start: 17px;
		margin: 0;
		inline-size: 15px;
		block-size: 15px;
		accent-color: var(--accent);
		opacity: 0;
	}
	article:hover .choose,
	article:focus .choose,
	.choose:focus-visible,
	.choose:checked,
	.choosing .choose {
		opacity: 1;
	}
	.edge {
		block-size: 1px;
	}
	@media (max-width: 700px) {
		article {
			grid-template-columns: 4px minmax(0, 1fr);
		}
		.side {
			grid-column: 2;
			flex-flow: row wrap;
			column-gap: var(--s2);
		}
	}
`
