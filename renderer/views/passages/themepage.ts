import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ThemeId } from '../../../corpus/ids.ts'
import type { Input } from '../../../preload/contract.ts'
import type { ThemeLook } from '../../elements/themelook.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import { markdownDrawing } from '../markdown.ts'
import '../../elements/themehead.ts'

/** The head of a theme's passages, over the living state. */
@customElement('cp-theme-page')
export class ThemePage extends LitElement {
	@property({ attribute: false }) state!: AppState
	@property({ attribute: false }) theme: ThemeId | null = null
	private readonly draw = (source: string) => markdownDrawing(this.state, 2)(source)

	constructor() {
		super()
		watch(this, () => [this.state.themes])
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
			@theme-rename=${(event: HTMLElementEventMap['theme-rename']) => this.edit({ name: event.name })}
			@theme-describe=${(event: HTMLElementEventMap['theme-describe']) =>
				this.edit({ description: event.description })}
			@theme-hue=${(event: HTMLElementEventMap['theme-hue']) => this.edit({ hue: event.hue })}
		></cp-theme-head>`
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

	private async edit(patch: Omit<Input<'themes.edit'>, 'id'>): Promise<void> {
		const { theme } = this
		if (theme !== null)
			await this.state.attempt(() => this.state.client.call('themes.edit', { id: theme, ...patch }))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-theme-page': ThemePage
	}
}
