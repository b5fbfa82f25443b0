/** citation-js carries no types: only what is used here. */
declare module '@citation-js/core' {
	export const plugins: {
		readonly config: { get(name: '@bibtex'): { readonly format: { asciiOnly: boolean } } }
		readonly output: { format(name: 'bibtex', data: readonly object[]): unknown }
		readonly input: {
			/** One step of reading: text to entries, or entries to CSL. Throws where the text is broken. */
			data(
				input: unknown,
				type: '@biblatex/text' | '@biblatex/entries+list' | '@ris/file' | '@ris/record',
			): unknown
		}
	}
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
