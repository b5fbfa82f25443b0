import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { type IconName, icons } from './icons.ts'

/**
 * A line icon in the colour of the text. It says nothing to screen readers: the label or tooltip beside
 * it does.
 *
 * @cssproperty --icon-size - 16px unless set
 */
@customElement('cp-icon')
export class IconElement extends LitElement {
	static override readonly styles = css`
		:host {
			display: inline-flex;
			flex: none;
		}
		svg {
			display: block;
			width: var(--icon-size, 16px);
			height: var(--icon-size, 16px);
			stroke-width: 1.7;
		}
	`

	@property() name: IconName = 'file'

	override render() {
		const drawing = new DOMParser().parseFromString(icons[this.name], 'image/svg+xml').documentElement
		drawing.setAttribute('aria-hidden', 'true')
		drawing.removeAttribute('stroke-width')
		return html`${drawing}`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-icon': IconElement
	}
}
