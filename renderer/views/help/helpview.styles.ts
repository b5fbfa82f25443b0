import { css } from 'lit'

export const helpViewStyles = css`
	:host {
		display: block;
		container-type: inline-size;
		block-size: 100%;
		min-block-size: 0;
		--help-size: calc(var(--read-size, 19px) * 0.9);
	}
	.columns {
		display: grid;
		grid-template: minmax(0, 1fr) / 232px minmax(0, 1fr);
		block-size: 100%;
	}
	nav {
		overflow: auto;
		padding: 28px var(--s3) var(--s4) 28px;
		border-inline-end: 1px solid var(--line);
	}
	nav h2 {
		margin: var(--s4) 8px var(--s1);
		font-size: var(--size-1);
		font-weight: 400;
		color: var(--ink-2);
	}
	nav h2:first-child {
		margin-block-start: 0;
	}
	ul {
		margin: 0;
		padding: 0;
		list-style: none;
	}
	li button {
		width: 100%;
		justify-content: flex-start;
		padding-inline: 8px;
		text-align: start;
		font-weight: 400;
		background: none;
		border: 0;
	}
	li button[aria-current='page'] {
		font-weight: 600;
		background: var(--pressed);
	}
	.page {
		overflow: auto;
		padding: 40px var(--s8) 20vh;
	}
	.page:focus-visible {
		outline-offset: -2px;
	}
	.page[data-led] {
		outline: none;
	}
	.sheet {
		max-inline-size: calc(var(--read-measure, 66) * var(--help-size) * 0.4915);
		margin-inline: auto;
	}
	.sheet.wide {
		max-inline-size: 800px;
	}
	.sheet > h1 {
		margin: 0 0 var(--s2);
		font-size: 22px;
		font-weight: 650;
		line-height: 32px;
	}
	button.inline {
		display: inline;
		min-height: 0;
		padding: 0;
		font-weight: 500;
		color: var(--accent);
		text-decoration: underline;
		text-underline-offset: 2px;
	}
	cp-shortcut-list {
		margin-block-start: var(--s4);
	}
	.onward {
		margin-block: var(--s8) 0;
		text-align: end;
	}
	select.choice {
		display: none;
		margin-block-end: var(--s4);
	}
	@container (max-width: 720px) {
		.columns {
			grid-template-columns: minmax(0, 1fr);
		}
		nav {
			display: none;
		}
		select.choice {
			display: block;
		}
		.page {
			padding: var(--s4) var(--s4) 20vh;
		}
	}
	@media (forced-colors: active) {
		li button[aria-current='page'] {
			outline: 1px solid Highlight;
			outline-offset: -1px;
		}
	}
`
