import { v7 } from 'uuid'
import { connect } from './bridge/connect.ts'
import { AppState } from './state/appstate.ts'
import { followLook } from './state/look.ts'
import './views/frame/frame.ts'
import { tellUpdate } from './views/help/updatenotice.ts'
import { offerUnsaved } from './views/notes/writing.ts'

const state: AppState = new AppState({
	...connect((address) =>
		state.dialogs.confirm({
			heading: 'Open this address outside Commonplace?',
			text: address,
			action: 'Open',
		}),
	),
	newId: () => v7(),
	now: () => Date.now(),
	log: (error) => reportError(error),
})
followLook(document.documentElement, state.settings, window.matchMedia('(prefers-color-scheme: dark)'))
window.addEventListener('beforeunload', (event) => {
	if (state.unsaved.stuck.length === 0) return
	// Whoever shows the page asks the reader then.
	event.preventDefault()
	offerUnsaved(state)
})
const frame = document.createElement('cp-frame')
frame.state = state
document.body.append(frame)
void state.start().then(() => tellUpdate(state))
