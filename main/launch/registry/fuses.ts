import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'

/** Sets the switches inside the executable as in Electron's own releases, where the carrier changed them. */
export async function plainFuses(executable: string): Promise<void> {
	await flipFuses(executable, {
		version: FuseVersion.V1,
		[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
		[FuseV1Options.EnableNodeCliInspectArguments]: true,
	})
}
