/** citation-js carries no types: only what is used here. */
declare module '@citation-js/core' {
	export const plugins: {
		readonly output: { format(name: 'bibtex', data: readonly object[]): unknown }
	}
}
declare module '@citation-js/plugin-bibtex'
