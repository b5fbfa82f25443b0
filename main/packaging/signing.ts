import type { Configuration } from 'electron-builder'
import type { Surroundings } from '../system/folders.ts'

type Environment = Surroundings['env']
interface Signing {
	readonly forceCodeSigning: boolean
	readonly windows: Pick<NonNullable<Configuration['win']>, 'azureSignOptions'>
	readonly macos: Pick<NonNullable<Configuration['mac']>, 'identity' | 'hardenedRuntime' | 'entitlements'>
}

/**
 * How a release is signed, by what the environment holds; electron-builder reads most of it itself (README.md
 * lists it). Variables that are empty count as absent: so a workflow hands on secrets that nobody has set.
 * @param entitlements the file of what the program asks of macOS. Absolute
 */
export function signing(env: Environment, entitlements: string): Signing {
	const { AZURE_SIGN_ENDPOINT, AZURE_SIGN_ACCOUNT, AZURE_SIGN_PROFILE, AZURE_SIGN_PUBLISHER } = env
	const azure =
		AZURE_SIGN_ENDPOINT && AZURE_SIGN_ACCOUNT && AZURE_SIGN_PROFILE && AZURE_SIGN_PUBLISHER
			? {
					endpoint: AZURE_SIGN_ENDPOINT,
					codeSigningAccountName: AZURE_SIGN_ACCOUNT,
					certificateProfileName: AZURE_SIGN_PROFILE,
					publisherName: AZURE_SIGN_PUBLISHER,
				}
			: null
	const hasIdentity = Boolean(env['CSC_LINK'] || env['CSC_NAME'])
	return {
		// A release that should have been signed and was not is worse than none.
		forceCodeSigning: env['COMMONPLACE_SIGNED'] === '1',
		windows: { azureSignOptions: azure },
		// Macs with Apple's processors start nothing that is not signed at all. With a signature of nobody's, the
		// hardened runtime would refuse Electron's own libraries.
		macos: hasIdentity ? { hardenedRuntime: true, entitlements } : { identity: '-', hardenedRuntime: false },
	}
}
