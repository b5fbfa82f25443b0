/** The bundler gives a file's text for this kind of import. */
declare module '*?raw' {
	const text: string
	export default text
}
