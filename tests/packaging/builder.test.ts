import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { describe, expect, it } from 'vitest'
import { formats } from '../../main/importers/formats.ts'
import { configuration } from '../../main/packaging/builder.ts'
import { documentTypes } from '../../main/packaging/documenttypes.ts'
import { desktopEntry, listIn } from '../../main/packaging/linux/desktopentry.ts'

const packaging = join(import.meta.dirname, '../../main/packaging')
const app = {
	staged: '/staged',
	output: '/output',
	electron: null,
	electronVersion: '45.4.1',
	version: '1.2.3',
}
const unsigned = configuration(app, {})
const endings = documentTypes.flatMap((type) => type.endings)

describe('the configuration of the packages', () => {
	it.each([
		['unsigned', {}],
		['with a certificate', { CSC_LINK: 'file', COMMONPLACE_SIGNED: '1' }],
		[
			'with a signing service',
			{
				AZURE_SIGN_ENDPOINT: 'https://service.invalid',
				AZURE_SIGN_ACCOUNT: 'account',
				AZURE_SIGN_PROFILE: 'profile',
				AZURE_SIGN_PUBLISHER: 'Somebody',
			},
		],
	])('is one that electron-builder takes, %s', async (_name, env) => {
		await expect(validateConfiguration(configuration(app, env), new DebugLogger())).resolves.toBeUndefined()
	})

	it('sets the fuses of a release', () => {
		expect(unsigned.electronFuses).toMatchObject({
			runAsNode: false,
			enableNodeOptionsEnvironmentVariable: false,
			enableNodeCliInspectArguments: false,
			enableEmbeddedAsarIntegrityValidation: true,
			onlyLoadAppFromAsar: true,
			grantFileProtocolExtraPrivileges: false,
		})
	})

	it('names files that are there', () => {
		const { linux, win, mac, nsis } = configuration(app, { CSC_LINK: 'file' })
		for (const file of [win?.icon, mac?.icon, mac?.entitlements, nsis?.include])
			expect(readFileSync(file ?? '').length).toBeGreaterThan(0)
		expect(readFileSync(join(linux?.icon ?? '', '512x512.png')).length).toBeGreaterThan(0)
	})

	it('names a page of the project, without which there is no package for Fedora', () => {
		expect(unsigned.extraMetadata).toMatchObject({ version: '1.2.3', homepage: expect.any(String) })
	})

	it('asks for no administrator, no update and no sandbox switched off', () => {
		expect(unsigned.nsis).toMatchObject({ perMachine: false, packElevateHelper: false })
		expect(unsigned.win).toMatchObject({ requestedExecutionLevel: 'asInvoker' })
		expect(unsigned.publish).toBeNull()
		expect(JSON.stringify(unsigned)).not.toContain('no-sandbox')
	})
})

describe('signing', () => {
	it('is what the environment says, and its lack is an error only where it is asked for', () => {
		expect(unsigned.forceCodeSigning).toBe(false)
		expect(configuration(app, { COMMONPLACE_SIGNED: '1' }).forceCodeSigning).toBe(true)
	})

	it('hardens the runtime on macOS, with leave to compile and no other', () => {
		const { mac } = configuration(app, { CSC_NAME: 'Somebody' })
		expect(mac).toMatchObject({ hardenedRuntime: true })
		expect(mac).not.toHaveProperty('identity')
		const keys = readFileSync(mac?.entitlements ?? '', 'utf8').match(/<key>[^<]+<\/key>/g)
		expect(keys).toEqual(['<key>com.apple.security.cs.allow-jit</key>'])
	})

	it('leaves a program for macOS that starts also without a certificate', () => {
		expect(unsigned.mac).toMatchObject({ identity: '-', hardenedRuntime: false })
	})

	it('takes secrets that nobody has set for none', () => {
		const env = { CSC_LINK: '', AZURE_SIGN_ENDPOINT: '', AZURE_SIGN_ACCOUNT: '', COMMONPLACE_SIGNED: '' }
		expect(configuration(app, env)).toMatchObject({
			forceCodeSigning: false,
			mac: { identity: '-' },
			win: { azureSignOptions: null },
		})
	})
})

describe('the types of documents', () => {
	it('are those that the importers read, but for other programs’ documents', () => {
		const others = ['srt', 'vtt', 'csv', 'tsv', 'tab', 'xlsx', 'jsonl', 'ndjson']
		const read = formats.flatMap((format) => format.endings)
		expect([...endings, ...others].toSorted()).toEqual(read.toSorted())
	})

	it('are those of the desktop entry, with the links of the program', () => {
		const types = documentTypes.flatMap((type) => type.mediaTypes)
		const link = 'x-scheme-handler/commonplace'
		expect(listIn(desktopEntry(), 'MimeType').toSorted()).toEqual([...types, link].toSorted())
		expect(unsigned.linux?.mimeTypes?.toSorted()).toEqual([...types, link].toSorted())
	})

	it('are offered and made the default of nothing', () => {
		expect(unsigned).not.toHaveProperty('fileAssociations')
		expect(unsigned.win).not.toHaveProperty('fileAssociations')
		expect(unsigned.linux).not.toHaveProperty('fileAssociations')
		const associations = [unsigned.mac?.fileAssociations ?? []].flat()
		expect(associations.flatMap(({ ext }) => ext)).toEqual(endings)
		for (const association of associations)
			expect(association).toMatchObject({ role: 'Viewer', rank: 'Alternate' })
	})
})

describe('the installer for Windows', () => {
	// Names of the script in angle brackets: <CLASSES>.
	const script = readFileSync(join(packaging, 'windows/installer.nsh'), 'utf8').replace(
		/\$\{(\w+)\}/g,
		'<$1>',
	)
	const lines = script.split('\n').map((line) => line.trim())

	it('offers the program for the same types', () => {
		const offered = [...script.matchAll(/^ *!insertmacro <ACTION> "(.+)"$/gm)].map((match) => match[1])
		expect(offered).toEqual(endings)
	})

	it('writes nothing where it says what opens a type', () => {
		const keys = lines.filter((line) => line.startsWith('WriteReg') && line.includes('\\.<ENDING>'))
		expect(keys).toEqual([
			'WriteRegStr SHELL_CONTEXT "<CLASSES>\\.<ENDING>\\OpenWithProgids" "<DOCUMENT>" ""',
		])
	})

	it('takes back whatever it writes', () => {
		const removed = lines.flatMap((line) => /^DeleteRegKey SHELL_CONTEXT "([^"]+)"$/.exec(line)?.[1] ?? [])
		const written = lines.flatMap(
			(line) => /^(?:WriteRegStr SHELL_CONTEXT|!insertmacro opensWith) "([^"]+)"/.exec(line)?.[1] ?? [],
		)
		expect(written.length).toBeGreaterThan(5)
		const left = written.filter((key) => !removed.some((gone) => key === gone || key.startsWith(`${gone}\\`)))
		expect(new Set(left)).toEqual(
			new Set([
				'<CLASSES>\\.<ENDING>\\OpenWithProgids',
				// Inside of opensWith, whose keys are seen where it is used.
				'<KEY>\\DefaultIcon',
				'<KEY>\\shell\\open\\command',
			]),
		)
		expect(script).toContain(
			'DeleteRegValue SHELL_CONTEXT "<CLASSES>\\.<ENDING>\\OpenWithProgids" "<DOCUMENT>"',
		)
	})

	it('knows its variables before any page shows them', () => {
		const macros = [...script.matchAll(/^ *!macro [\s\S]*?^ *!macroend$/gm)].map(([macro]) => macro)
		expect(macros.length).toBeGreaterThan(5)
		expect(macros.filter((macro) => /^ *Var /m.test(macro))).toEqual([])
	})

	it('leaves no copy of itself behind', () => {
		expect(lines).toContain('Delete "$LOCALAPPDATA\\<APP_INSTALLER_STORE_FILE>"')
	})

	it('removes no folder but those of the program’s own', () => {
		expect(lines.filter((line) => line.startsWith('RMDir /r'))).toEqual([
			'RMDir /r "$INSTDIR\\resources"',
			'RMDir /r "$INSTDIR\\locales"',
		])
	})
})
