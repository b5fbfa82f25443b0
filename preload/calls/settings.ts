import * as v from 'valibot'
import { line } from './schemas.ts'

const between = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most))

/** Settings to change; what is absent stays. */
export const settingsPatch = v.partial(
	v.strictObject({
		scheme: v.picklist(['system', 'light', 'sepia', 'dark']),
		type: v.strictObject({
			size: between(12, 40),
			measure: between(30, 120),
			leading: between(1.1, 2.5),
			face: v.picklist(['serif', 'sans']),
		}),
		keys: v.record(line, v.array(line)),
		coder: v.pipe(line, v.nonEmpty('a name is expected')),
		sidebar: v.boolean(),
		html: v.picklist(['article', 'page']),
	}),
)
export type SettingsPatch = v.InferOutput<typeof settingsPatch>
