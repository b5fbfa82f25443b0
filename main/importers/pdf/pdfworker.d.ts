/** The part of pdf.js that otherwise runs in a worker; the package does not describe it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
	export const WorkerMessageHandler: object
}
