import { keptChoice } from './kept.ts'

/** How much room the rows of lists take. */
export type Density = 'comfortable' | 'compact'

export const density = keptChoice<Density>(
  'haixuan.density',
  (value): value is Density => value === 'comfortable' || value === 'compact',
)
export const useDensity = (): Density => density.useChosen() ?? 'comfortable'
