import { because as gate } from '@haixuan/domain/gate/because'
import { because as improve } from '@haixuan/domain/improve/because'
import { askedReasons } from '@haixuan/domain/kernel/asked'
import { because as kernel } from '@haixuan/domain/kernel/because'
import type { Text } from '@haixuan/domain/kernel/errors'
import { issueReasons } from '@haixuan/domain/kernel/issue'
import { because as cooperation } from '@haixuan/domain/select/cooperation/because'
import { because as lineup } from '@haixuan/domain/select/lineup/because'
import { because as product } from '@haixuan/domain/select/product/because'
import { because as supplier } from '@haixuan/domain/select/supplier/because'
import { because as supervise } from '@haixuan/domain/supervise/because'
import { because as templates } from '@haixuan/domain/templates/because'
import { because as archive } from '@haixuan/interchange/archive/because'
import { because as imported } from '@haixuan/interchange/import/because'
import { because as lists } from '@haixuan/interchange/lists/because'
import { because as results } from '@haixuan/interchange/results/because'
import { because as standardFiles } from '@haixuan/interchange/standard/because'
import { because as improving } from '../../improve/because.ts'
import { because as planning } from '../../plan/because.ts'
import { because as selecting } from '../../select/because.ts'
import { because as standard } from '../../standard/because.ts'
import { because as supervising } from '../../supervise/because.ts'
import { cause } from '../cause.ts'
import { records } from './records.ts'

/** The catalogues of all reasons that an answer may give, as each room has them. */
export const CATALOGUES: readonly Readonly<Record<string, Text>>[] = [
  issueReasons,
  askedReasons,
  ...[kernel, gate, templates, cooperation, supplier, product, lineup, supervise, improve].map(({ texts }) => texts),
  ...[imported, lists, standardFiles, results, archive].map(({ texts }) => texts),
  ...[cause, records, planning, selecting, supervising, improving, standard].map(({ texts }) => texts),
]

/** Every reason by its code: `{{name}}` in a text stands for a value. */
export const REASONS: Readonly<Record<string, Text>> = Object.assign({}, ...CATALOGUES)
