import { css } from 'lit'

export const passagesViewStyles = css`
	:host {
		position: relative;
		display: block;
		block-size: 100%;
		min-block-size: 0;
	}
	.scroll {
		block-size: 100%;
		overflow: auto;
		padding: 28px 36px 96px;
	}
	.column {
		max-inline-size: 908px;
	}
	h1.unseen {
		inset-block-start: 0;
	}
	.tools {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		gap: 2px;
		margin: var(--s1) -10px var(--s3);
	}
	.tools button {
		min-height: 28px;
		padding-inline: 10px;
		font-size: 12px;
		font-weight: 400;
		--icon-size: 14px;
	}
	.tools .end {
		margin-inline-start: auto;
		display: flex;
	}
	@media (max-width: 800px) {
		.scroll {
			padding: 16px 28px 96px;
		}
	}
`
