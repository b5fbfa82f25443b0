/**
 * What the page may do, as a Content-Security-Policy: load only what came with the application, talk
 * only to the application, and be framed by nobody. WebAssembly and `data:` are there for the parts of
 * reading that need them; style attributes for widths and positions that are computed.
 */
export const pagePolicy = [
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
	"style-src-attr 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'self' data:",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ')

/** For pictures out of documents: even an SVG that is opened by itself can do nothing. */
export const assetPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** Sent with every answer. */
export const commonHeaders: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=()',
}
