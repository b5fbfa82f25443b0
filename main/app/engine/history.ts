import type { ReadDb } from '../../store/connection.ts'
import { listSteps, type Written } from '../../store/history.ts'
import type { Context } from './context.ts'
import type { Answers, ReadMethod, WriteMethod } from './methods.ts'

type Of<M> = Extract<M, `history.${string}`>

const listed = 500

export const historyReads = (db: ReadDb): Answers<Of<ReadMethod>> => ({
	'history.list': () => listSteps(db, listed),
})

export function historyWrites({ library: { history }, publish }: Context): Answers<Of<WriteMethod>> {
	const told = <Value>({ value, changed }: Written<Value>): Value => {
		if (changed) publish(changed)
		return value
	}
	return {
		'history.undo': () => told(history.undo()),
		'history.redo': () => told(history.redo()),
		'history.goto': ({ step }) => told(history.goTo(step)),
	}
}
