import { asThreads } from '../app/support/world.ts'
import { openFixture } from './fixture.ts'
import { contractSuite } from './suite.ts'

contractSuite('worker', () => openFixture(asThreads))
