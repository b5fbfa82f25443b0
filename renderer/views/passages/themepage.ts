import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ThemeId } from '../../../corpus/ids.ts'
import type { Input } from '../../../preload/contract.ts'
import { controls } from '../../elements/controls.ts'
import type { ThemeLook } from '../../elements/themelook.ts'
import { firstLine } from '../../reading/markdownview.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import { markdownDrawing } from '../markdown.ts'
import '../../elements/icon.ts'
import '../../elements/themehead.ts'

/** The head of a theme's passages with the notes about the theme, over the living state. */
@customElement('cp-theme-page')
export class ThemePage extends LitElement {
	static override styles = [
		controls,
		css`
			ul {
				margin-block: calc(-1 * var(--s2)) var(--s4);
				margin-inline: -12px 0;
				padding: 0;
				list-style: none;
			}
			span {
				overflow: hidden;
				text-overflow: ellipsis;
				white-space: nowrap;
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@property({ attribute: false }) theme: ThemeId | null = null
	private readonly draw = (source: string) => markdownDrawing(this.state, 2)(source)

	constructor() {
		super()
		watch(this, () => [this.state.themes, this.state.notes])
	}

	override render(): TemplateResult {
		const { themes } = this.state
		const theme = this.theme === null ? undefined : themes.get(this.theme)
		return html`<cp-theme-head
			.theme=${theme ?? null}
			.look=${theme ? (themes.looks.get(theme.id) ?? null) : null}
			.above=${this.above(theme?.parent ?? null)}
			.below=${this.below()}
			.draw=${this.draw}
			@theme-open=${(event: HTMLElementEventMap['theme-open']) =>
				this.state.router.go({ view: 'passages', query: { theme: event.theme, below: true } })}
			@theme-rename=${(event: HTMLElementEventMap['theme-rename']) =>
				this.edit(event.theme, { name: event.name })}
			@theme-describe=${(event: HTMLElementEventMap['theme-describe']) =>
				this.edit(event.theme, { description: event.description })}
			@theme-hue=${(event: HTMLElementEventMap['theme-hue']) => theme && this.edit(theme.id, { hue: event.hue })}
		></cp-theme-head>
		${this.theme === null ? nothing : this.notes(this.theme)}`
	}

	private notes(theme: ThemeId): TemplateResult | typeof nothing {
		const notes = this.state.notes.of({ kind: 'theme', id: theme })
		if (notes.length === 0) return nothing
		return html`<ul aria-label="Notes on this theme">
			${notes.map(
				({ id, body }) => html`<li>
					<button class="quiet" @click=${() => this.state.router.go({ view: 'notes', note: id })}>
						<cp-icon name="note"></cp-icon><span>${firstLine(body).slice(0, 200) || 'An empty note'}</span>
					</button>
				</li>`,
			)}
		</ul>`
	}

	private above(parent: ThemeId | null): readonly ThemeLook[] {
		const look = parent === null ? undefined : this.state.themes.looks.get(parent)
		return look ? [...this.above(this.state.themes.get(look.id)?.parent ?? null), look] : []
	}

	private below(): readonly (ThemeLook & { readonly count: number })[] {
		const { themes } = this.state
		const children = this.theme === null ? [] : (themes.node(this.theme)?.children ?? [])
		return children.flatMap(({ theme }) => {
			const look = themes.looks.get(theme.id)
			return look ? [{ ...look, count: theme.highlights }] : []
		})
	}

	private async edit(theme: ThemeId, patch: Omit<Input<'themes.edit'>, 'id'>): Promise<void> {
		await this.state.attempt(() => this.state.client.call('themes.edit', { id: theme, ...patch }))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-theme-page': ThemePage
	}
}
