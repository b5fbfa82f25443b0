import { UserError } from '../../corpus/errors.ts'

/**
 * An address that may be handed to the system's programs, in its normal form.
 *
 * @throws UserError `invalid` for anything but http, https and mailto
 */
export function safeAddress(href: string): string {
	const address = URL.canParse(href) ? new URL(href) : null
	if (address && ['http:', 'https:', 'mailto:'].includes(address.protocol)) return address.href
	throw new UserError('invalid', 'Only addresses of web pages and of mail are opened.')
}
