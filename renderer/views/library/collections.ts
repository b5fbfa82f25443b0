import { html, LitElement, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Collection } from '../../../corpus/entities.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import type { NameGivenEvent } from '../frame/themedialogs.ts'
import '../../elements/collectiondialog.ts'
import '../frame/themedialogs.ts'

/** Lets the reader put documents in collections and take them out. */
export async function addToCollection(state: AppState, documents: readonly DocumentId[]): Promise<void> {
	await state.dialogs.show(
		(close) =>
			html`<cp-collections .state=${state} .documents=${documents} @cp-close=${() => close()}></cp-collections>`,
	)
}

export async function renameCollection(state: AppState, { id, name }: Collection): Promise<void> {
	const wanted = await state.dialogs.show<string>(
		(close) => html`<cp-name-dialog
			heading="Rename the collection"
			.value=${name}
			action="Rename"
			@name-given=${(event: NameGivenEvent) => close(event.name)}
			@cp-close=${() => close()}
		></cp-name-dialog>`,
	)
	if (wanted === undefined || wanted === name) return
	await state.attempt(() => state.client.call('collections.rename', { id, name: wanted }))
}

export async function removeCollection(state: AppState, { id, name }: Collection): Promise<void> {
	const done = await state.attempt(async () => {
		await state.client.call('collections.remove', { id })
		return true
	})
	if (done) state.done(`Removed the collection “${name}”. Its documents stay.`)
}

/** The dialog of collections over the living state: what is ticked is written at once. */
@customElement('cp-collections')
export class CollectionsDialog extends LitElement {
	@property({ attribute: false }) state!: AppState
	@property({ attribute: false }) documents: readonly DocumentId[] = []

	constructor() {
		super()
		watch(this, () => [this.state.collections, this.state.documents])
	}

	override render(): TemplateResult {
		const { client, collections } = this.state
		const documents = [...this.documents]
		return html`<cp-collection-dialog
			.collections=${collections.all}
			.documents=${documents.flatMap((id) => this.state.documents.get(id) ?? [])}
			@collection-pick=${({ collection, included }: HTMLElementEventMap['collection-pick']) =>
				this.state.attempt(() =>
					client.call(included ? 'collections.add' : 'collections.take', { id: collection, documents }),
				)}
			@collection-create=${({ name }: HTMLElementEventMap['collection-create']) =>
				this.state.attempt(() => client.call('collections.create', { name, documents }))}
			@cp-close=${() => this.dispatchEvent(new Event('cp-close'))}
		></cp-collection-dialog>`
	}
}
