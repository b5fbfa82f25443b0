import { expect, it } from 'vitest'
import { Places } from '../../main/shell/places.ts'

it('dialogs begin among the documents, and then where the last one for the same purpose ended', () => {
	const places = new Places(() => '/home/a/Documents')
	expect(places.startFor('export')).toBe('/home/a/Documents')
	places.chose('export', '/home/a/vault', 'folder')
	places.chose('copy', '/tmp/Salt roads.pdf', 'file')
	expect(places.startFor('export')).toBe('/home/a/vault')
	expect(places.startFor('copy')).toBe('/tmp')
	expect(places.startFor('library')).toBe('/home/a/Documents')
})
