import { css } from 'lit'

export const notesViewStyles = css`
	:host {
		display: block;
		container-type: inline-size;
		block-size: 100%;
		min-block-size: 0;
	}
	.columns {
		display: grid;
		grid-template-columns: 280px minmax(0, 1fr) minmax(200px, 280px);
		block-size: 100%;
		min-block-size: 0;
	}
	.columns > * {
		min-block-size: 0;
		min-inline-size: 0;
	}
	.list {
		display: flex;
		flex-direction: column;
		padding: 28px var(--s3) 0 36px;
		border-inline-end: 1px solid var(--line);
	}
	header {
		display: flex;
		align-items: center;
		gap: var(--s2);
		min-height: 32px;
	}
	h1 {
		flex: 1;
		margin: 0;
		font-size: 22px;
		font-weight: 650;
		line-height: 32px;
	}
	.list > input:not([type='checkbox']) {
		flex: none;
		min-height: 30px;
		margin-block-start: var(--s3);
		border-color: var(--line);
	}
	.list > .hint {
		margin: var(--s2) 0;
	}
	ul {
		flex: 1;
		overflow: auto;
		list-style: none;
		margin: 0 -8px;
		padding: 2px 2px var(--s4);
	}
	li button {
		display: grid;
		grid-template-columns: minmax(0, 1fr) auto;
		justify-content: stretch;
		gap: 2px var(--s2);
		width: 100%;
		padding: var(--s2) 8px;
		text-align: start;
		font-weight: 400;
		background: none;
		border: 0;
	}
	li button[aria-current='true'] {
		background: var(--pressed);
	}
	.line {
		grid-column: 1 / -1;
		color: var(--ink);
		font-weight: 500;
		display: -webkit-box;
		-webkit-box-orient: vertical;
		-webkit-line-clamp: 2;
		overflow: hidden;
		overflow-wrap: anywhere;
	}
	.about {
		overflow: hidden;
		text-overflow: ellipsis;
		white-space: nowrap;
	}
	.about,
	time {
		color: var(--ink-2);
		font-size: var(--size-1);
	}
	.page {
		display: flex;
		flex-direction: column;
		/* Below the line that says whether all is saved there is room for a message at the foot of the window. */
		padding: 28px var(--s8) calc(var(--s4) + 48px);
	}
	.page header .hint {
		flex: 1;
		min-inline-size: 0;
		overflow: hidden;
		text-overflow: ellipsis;
		white-space: nowrap;
	}
	.tools {
		display: flex;
	}
	.back {
		display: none;
	}
	cp-note-editor,
	.drawn {
		flex: 1;
		margin-block-start: var(--s3);
		max-inline-size: 70ch;
		--note-size: 15px;
	}
	.drawn {
		overflow: auto;
		font-size: 15px;
		line-height: 1.6;
	}
	cp-evidence {
		display: block;
		overflow: auto;
		padding: 28px 28px var(--s4) 0;
	}
	@container (max-width: 860px) {
		.columns {
			grid-template-columns: 260px minmax(0, 1fr);
			grid-template-rows: minmax(0, 1fr) auto;
		}
		.list {
			grid-row: 1 / -1;
		}
		cp-evidence {
			grid-column: 2;
			max-block-size: 30vh;
			padding: 0 var(--s8) var(--s4);
		}
	}
	@container (max-width: 620px) {
		.columns {
			grid-template-columns: minmax(0, 1fr);
		}
		.columns:not(.open) :is(.page, cp-evidence),
		.open .list {
			display: none;
		}
		.list,
		.page {
			padding-inline: var(--s4);
		}
		cp-evidence {
			grid-column: 1;
			padding-inline: var(--s4);
		}
		.open .back {
			display: inline-flex;
		}
	}
`
