import { inThisThread } from '../app/support/world.ts'
import { openFixture } from './fixture.ts'
import { contractSuite } from './suite.ts'

contractSuite('direct', () => openFixture(inThisThread))
