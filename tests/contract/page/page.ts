/** A page with nothing on it but the bridge that Commonplace's own page has. */
import { connect } from '../../../renderer/bridge/connect.ts'

Object.assign(window, { contract: connect(async () => false) })
