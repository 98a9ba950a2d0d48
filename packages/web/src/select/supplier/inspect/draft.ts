import type { Answer } from '../../../client/operations.ts'
import { draftsOf } from '../../../offline/drafts/device-drafts.ts'
import type { Photo } from '../../../offline/drafts/photo.ts'

export type Template = Answer<'inspection-template.list'>['rows'][number]

export type ItemAnswer = {
  readonly score?: number | 'n/a'
  readonly remark?: string
  readonly photos?: readonly Photo[]
  readonly action?: string
  readonly due?: string
}

/** An inspection as far as it has come; it stands on its own, so that it can go on without a network. */
export type Draft = {
  readonly supplier: string
  readonly supplierName: string
  readonly template: Template
  readonly mode: 'on-site' | 'remote'
  readonly day: string
  readonly place?: string
  readonly position?: { readonly latitude: number; readonly longitude: number; readonly 'accuracy-metres': number }
  readonly answers: Readonly<Record<string, ItemAnswer>>
  /** the question at hand, counted from 0 */
  readonly at: number
  /** who has done it, while it waits for the network: it is sent in no other's name */
  readonly ready?: string | undefined
}

/** Drafts of inspections on this device, by supplier. */
export const drafts = draftsOf<Draft>('draft')
