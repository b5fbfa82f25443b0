import { expect, it } from 'vitest'
import { Router } from '../../../renderer/state/router.ts'
import { id } from '../support/testbridge.ts'

const reading = (document: string) => ({ view: 'reading', document: id<'document'>(document) }) as const

it('goes back and forward, and forgets what was ahead after another turn', () => {
	const router = new Router()
	router.go({ view: 'notes' })
	router.go(reading('a'))
	router.back()
	expect(router.route.view).toBe('notes')
	router.back()
	expect(router.route.view).toBe('library')
	router.back()
	expect(router.route.view).toBe('library')
	router.forward()
	router.go({ view: 'compare' })
	expect(router.canGoForward).toBe(false)
	router.back()
	expect(router.route.view).toBe('notes')
})

it('gives a place back what its view remembered', () => {
	const router = new Router()
	const stop = router.onLeave(() => ({ scroll: 420 }))
	router.go({ view: 'notes' })
	stop()
	expect(router.entry.memory).toEqual({})
	router.back()
	expect(router.entry.memory).toEqual({ scroll: 420 })
})

it('adds no second entry for the same place', () => {
	const router = new Router()
	router.go({ view: 'passages', query: { toSort: true } })
	router.go({ view: 'passages', query: { toSort: true } })
	router.back()
	expect(router.route.view).toBe('library')
})

it('leaves reading for what it was opened over, however many documents later', () => {
	const router = new Router()
	router.go({ view: 'passages', query: {} })
	router.go(reading('a'))
	router.go(reading('b'))
	router.leave()
	expect(router.route.view).toBe('passages')
	router.leave()
	expect(router.route.view).toBe('passages')
})

it('leaves the help for the document that it was opened over, however many chapters later', () => {
	const router = new Router()
	router.go(reading('a'))
	router.go({ view: 'help', page: 'first-steps' })
	router.go({ view: 'help', page: 'about' })
	router.leave()
	expect(router.route).toEqual(reading('a'))
	router.leave()
	expect(router.route.view).toBe('library')
})

it('keeps 200 places', () => {
	const router = new Router()
	for (let i = 0; i < 500; i++) router.go(reading(`d${i}`))
	let steps = 0
	while (router.canGoBack) {
		router.back()
		steps++
	}
	expect(steps).toBe(199)
})
