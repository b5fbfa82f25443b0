import { stageDesktop } from '../../support/desktop.ts'

/** Once for all journeys. */
export default function setup(): void {
	stageDesktop()
}
