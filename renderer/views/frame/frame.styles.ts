import { css } from 'lit'

export const frameStyles = css`
	:host {
		display: grid;
		grid-template: var(--bar) minmax(0, 1fr) / minmax(0, 1fr);
		height: 100vh;
		overflow: hidden;
		background: var(--paper);
	}
	header {
		display: contents;
	}
	cp-top-bar {
		grid-area: 1 / 1;
		z-index: 6;
		background: var(--paper);
	}
	.body {
		position: relative;
		display: grid;
		grid-template-columns: minmax(0, 1fr);
		min-height: 0;
	}
	.body.beside {
		grid-template-columns: var(--side) minmax(0, 1fr);
	}
	aside {
		display: grid;
		min-height: 0;
		border-inline-end: 1px solid var(--line);
	}
	main:focus-visible {
		outline: none;
	}
	main {
		position: relative;
		display: grid;
		grid-template: minmax(0, 1fr) / minmax(0, 1fr);
		min-width: 0;
		min-height: 0;
	}
	.body:not(.beside) aside {
		position: absolute;
		inset-block: 0;
		inset-inline-start: 0;
		z-index: 5;
		width: min(280px, 86vw);
		box-shadow: var(--shadow);
		background: var(--paper);
	}
	.veil {
		position: absolute;
		inset: 0;
		z-index: 4;
		background: var(--veil);
	}
	cp-job-list {
		position: fixed;
		inset-block-end: var(--s4);
		inset-inline-start: var(--s4);
		z-index: 5;
		width: 260px;
		padding: var(--s3);
		background: var(--raised);
		border: 1px solid var(--line);
		border-radius: 8px;
		box-shadow: var(--shadow);
	}
	.skip {
		position: absolute;
		inset-block-start: var(--s2);
		inset-inline-start: var(--s2);
		z-index: 30;
		padding: var(--s2) var(--s3);
		color: var(--on-accent);
		background: var(--accent);
		border-radius: var(--radius);
	}
	.skip:not(:focus) {
		width: 1px;
		height: 1px;
		padding: 0;
		overflow: hidden;
		clip-path: inset(50%);
	}
	@media print {
		:host {
			display: block;
			height: auto;
			overflow: visible;
		}
		cp-top-bar,
		aside,
		.skip {
			display: none;
		}
		.body,
		main {
			display: block;
		}
	}
`
