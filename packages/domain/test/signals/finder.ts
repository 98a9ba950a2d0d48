import { lexiconFile } from '../../src/select/product/claims/lexicon-schema.ts'
import { compileSignals } from '../../src/select/product/signals/compile-signals.ts'
import { brandFile, signalFile } from '../../src/select/product/signals/signal-schema.ts'
import { standardData } from '../standard-data.ts'

export const signals = standardData('signals/signals.yaml', signalFile)
const finder = compileSignals(
  standardData('signals/brands.yaml', brandFile),
  signals,
  ['en', 'id', 'ms', 'vi', 'de'].map((language) => standardData(`lexicons/${language}.yaml`, lexiconFile)),
)

/** A listing made for a test; what is left out is empty, and its language not clear. */
export type Made = {
  readonly title: string
  readonly description?: string | undefined
  readonly brand?: string | undefined
  readonly language?: string | undefined
  readonly class?: string | undefined
}

export const find = ({ title, description = '', brand, language = 'und', class: cls }: Made) =>
  finder.find({ title, description, brand, language }, cls, [])

/** The ids of a listing's signals. */
export const idsOf = (made: Made): string[] => find(made).map((s) => s.id)
