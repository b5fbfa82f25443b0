import type { Component } from '../../corpus/components.ts'
import { UserError } from '../../corpus/errors.ts'
import type { FileToken, VersionId } from '../../corpus/ids.ts'

/** What the page needs from the face it runs in, beside the bridge. */
export interface PageHost {
	readonly face: 'desktop' | 'browser'
	/**
	 * Tokens for the files and folders of a drop or paste, in their order. Must be called while the
	 * event is handled. Throws UserError when a file cannot be taken.
	 */
	filesFromDrop(data: DataTransfer): Promise<readonly FileToken[]>
	/**
	 * Lets the reader choose; empty when they think better of it. Must be called while an event of the
	 * reader's is handled. Throws UserError when a file cannot be taken.
	 */
	chooseUploads(kind: 'documents' | 'folder' | 'table'): Promise<readonly FileToken[]>
	/** Where the page finds a picture of a version. */
	assetUrl(version: VersionId, key: string): string
	/** Whose work the program carries. Throws UserError when the list cannot be read. */
	components(): Promise<readonly Component[]>
	/** Saves what the application offers for download (browser face). */
	download(url: string): void
	/** Opens an http(s) or mailto address outside Commonplace, if the reader agrees. Throws UserError when it cannot be done. */
	openLink(href: string): Promise<void>
	/** The system's print dialog, which can also make a PDF. */
	print(): void
}

export const assetUrl = (version: VersionId, key: string): string =>
	`asset/${encodeURIComponent(version)}/${encodeURIComponent(key)}`

/** The list that the build has laid beside the page. @throws UserError `not-found` */
export async function components(): Promise<readonly Component[]> {
	const answer = await fetch('licences.json').catch(() => null)
	if (!answer?.ok)
		throw new UserError(
			'not-found',
			'The list of licences could not be read. It lies in the program’s folder as licences.json.',
		)
	// The build writes it: the word of the same program.
	return (await answer.json()) as readonly Component[]
}
