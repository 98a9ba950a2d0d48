import type { Text } from '@haixuan/domain/kernel/errors'

/** The parts of the left rail, in its order. */
export const PARTS = ['today', 'plan', 'select', 'supervise', 'improve', 'standard', 'settings'] as const
export type Part = (typeof PARTS)[number]

/** A room that people can go to: under its part of the rail, and in the command palette. */
export type Place = {
  readonly part: Part
  readonly name: Text
  /** rooms of one group stand under one tab, next to each other; the same object in each of them */
  readonly group?: Text
  /** `$project` in it stands for the project at hand */
  readonly to: string
  /** another address of the same room, such as that of one project */
  readonly also?: string
  /** who sees it; everyone inside the organisation when absent; a supplier's account sees only what names `supplier` */
  readonly roles?: readonly string[]
}
