import type { Answer } from '../../client/operations.ts'

export type DeskShown = Answer<'live.desk'>
export type Spoken = NonNullable<DeskShown['onAir']>
export type ClaimShown = Spoken['scripts'][number]['claims'][number]
