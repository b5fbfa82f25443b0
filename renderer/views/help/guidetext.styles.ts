import { css } from 'lit'

/** The typography of the reading view, with room for keys and tables, for Markdown as long as a page. */
export const guideTextStyles = css`
	.markdown {
		font-family: var(--read-face, var(--font-read)), serif;
		font-size: var(--help-size);
		line-height: var(--read-leading, 1.58);
		font-optical-sizing: auto;
		text-wrap: pretty;
		user-select: text;
	}
	.markdown h1 {
		margin: 0 0 0.7em;
		font-size: 1.68em;
		font-weight: 620;
		line-height: 1.2;
		text-wrap: balance;
	}
	.markdown h2 {
		margin: 1.6em 0 0.4em;
		font-size: 1.16em;
		line-height: 1.3;
	}
	.markdown h3 {
		margin: 1.1em 0 0.3em;
	}
	.markdown :is(p, ul, ol, blockquote, pre, table) {
		margin-block-end: 0.8em;
	}
	.markdown li + li {
		margin-block-start: 0.35em;
	}
	.markdown code {
		padding: 0 3px;
	}
	.markdown pre {
		line-height: 1.5;
		white-space: pre-wrap;
	}
	.markdown pre code {
		padding: 0;
	}
	.markdown :is(td, th) {
		padding: 0.25em 0.7em;
		vertical-align: top;
		overflow-wrap: break-word;
	}
	kbd {
		padding: 1px 5px;
		font-size: 0.72em;
		line-height: 1.4;
		white-space: nowrap;
		color: var(--ink);
		background: var(--sunk);
		border: 1px solid var(--line-strong);
		border-radius: 4px;
	}
`
