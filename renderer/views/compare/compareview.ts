import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ThemeId } from '../../../corpus/ids.ts'
import { inOrder, type ThemeNode } from '../../../corpus/themetree.ts'
import type { PassageQuery } from '../../../preload/calls/passages.ts'
import { controls } from '../../elements/controls.ts'
import type { CellOpenEvent, Matrix } from '../../elements/themematrix.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/emptystate.ts'
import '../../elements/themematrix.ts'
import { PassageSearch } from '../passages/passagesearch.ts'
import { countMatrix } from './countmatrix.ts'

/** One chart of passages per theme and document (or collection), and its table; every number opens its passages. */
@customElement('cp-compare-view')
export class CompareView extends LitElement {
	static override styles = [
		controls,
		css`
			:host {
				display: block;
				block-size: 100%;
				overflow: auto;
				padding: 28px 36px var(--s8);
			}
			header {
				display: flex;
				flex-wrap: wrap;
				gap: var(--s3);
				margin-block-end: var(--s6);
			}
			h1 {
				flex: 1 1 200px;
				margin: 0;
				font-size: 22px;
				font-weight: 650;
				line-height: 32px;
			}
			.field {
				display: flex;
				align-items: center;
				gap: var(--s2);
			}
			.field > select {
				width: auto;
			}
			@media (max-width: 800px) {
				:host {
					padding: 16px;
				}
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@state() private rows: 'documents' | 'collections' = 'documents'
	@state() private themes: 'top' | 'all' = 'top'
	private search: PassageSearch | null = null
	private stop: (() => void) | null = null
	private inputs: readonly unknown[] = []
	private matrix: Matrix = { columns: [], rows: [], greatest: 0 }

	constructor() {
		super()
		watch(this, () => [this.state.themes, this.state.documents, this.state.collections, this.search])
	}

	override connectedCallback(): void {
		super.connectedCallback()
		this.requestUpdate()
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.stop?.()
		this.search = null
	}

	protected override willUpdate(): void {
		if (this.search === null) {
			const { memory } = this.state.router.entry
			this.rows = memory['rows'] === 'collections' ? 'collections' : 'documents'
			this.themes = memory['themes'] === 'all' ? 'all' : 'top'
			this.search = new PassageSearch(this.state.client)
			this.stop = this.search.follow()
			this.search.find({})
			this.requestUpdate()
		}
		const { documents, collections, themes } = this.state
		const inputs = [documents.all, collections.all, themes.all, this.search.passages, this.rows, this.themes]
		if (inputs.every((input, index) => input === this.inputs[index])) return
		this.inputs = inputs
		this.matrix = countMatrix({
			passages: this.search.passages.map(({ highlight }) => ({
				document: highlight.document,
				themes: highlight.taggings.map(({ theme }) => theme),
			})),
			columns: (this.themes === 'top' ? themes.roots : themes.inOrder).flatMap((node) => {
				const look = themes.looks.get(node.theme.id)
				return look
					? [{ look, themes: this.themes === 'top' ? subtree(node) : new Set([node.theme.id]) }]
					: []
			}),
			rows:
				this.rows === 'documents'
					? documents.all.map((row) => ({
							label: row.metadata.title,
							source: { kind: 'document', id: row.id },
							documents: [row.id],
						}))
					: collections.all.map(({ id, name }) => ({
							label: name,
							source: { kind: 'collection', id },
							documents: documents.all.filter((row) => row.collections.includes(id)).map((row) => row.id),
						})),
		})
	}

	override render(): TemplateResult {
		return html`<header>
				<h1>Compare</h1>
				<label class="field">
					<span>Rows</span>
					<select
						@change=${({ target }: Event) => {
							if (!(target instanceof HTMLSelectElement)) return
							this.rows = target.value === 'collections' ? 'collections' : 'documents'
							this.state.router.remember({ rows: this.rows })
						}}
					>
						<option value="documents" ?selected=${this.rows === 'documents'}>Documents</option>
						<option value="collections" ?selected=${this.rows === 'collections'}>Collections</option>
					</select>
				</label>
				<label class="field">
					<span>Themes</span>
					<select
						@change=${({ target }: Event) => {
							if (!(target instanceof HTMLSelectElement)) return
							this.themes = target.value === 'all' ? 'all' : 'top'
							this.state.router.remember({ themes: this.themes })
						}}
					>
						<option value="top" ?selected=${this.themes === 'top'}>Main themes, with those below</option>
						<option value="all" ?selected=${this.themes === 'all'}>Every theme by itself</option>
					</select>
				</label>
			</header>
			${this.content()}`
	}

	private content(): TemplateResult | typeof nothing {
		const { search, matrix } = this
		if (!search) return nothing
		if (search.status === 'failed')
			return html`<cp-empty-state sentence=${search.problem ?? ''}>
				<button @click=${() => search.again()}>Try again</button>
			</cp-empty-state>`
		if (matrix.rows.length > 0)
			return html`<cp-theme-matrix
				.matrix=${matrix}
				rowName=${this.rows === 'documents' ? 'Document' : 'Collection'}
				@cell-open=${(event: CellOpenEvent) => this.open(event)}
			></cp-theme-matrix>`
		if (search.status !== 'ready') return nothing
		return this.rows === 'collections'
			? html`<cp-empty-state sentence="No collection holds tagged passages: select documents and gather them in one.">
					<button @click=${() => this.state.router.go({ view: 'library' })}>Open the library</button>
				</cp-empty-state>`
			: html`<cp-empty-state sentence="Tag passages with themes, and this chart shows where each theme stands.">
					<button @click=${() => this.state.router.go({ view: 'passages', query: {} })}>Open the passages</button>
				</cp-empty-state>`
	}

	private open({ row, theme }: CellOpenEvent): void {
		const { source } = row
		const query: PassageQuery = {
			...(theme === null ? {} : { theme, below: this.themes === 'top' }),
			...(source.kind === 'document' ? { document: source.id } : { collection: source.id }),
		}
		this.state.router.go({ view: 'passages', query })
	}
}

const subtree = (node: ThemeNode): ReadonlySet<ThemeId> =>
	new Set(inOrder([node]).map(({ theme }) => theme.id))

declare global {
	interface HTMLElementTagNameMap {
		'cp-compare-view': CompareView
	}
}
