import type { Answer } from '../client/operations.ts'

/** Whose answers these are; what they were asked for, with the moment they came. */
type Kept = {
  readonly person: string
  readonly answers: Readonly<Record<string, { readonly at: number; readonly answer: unknown }>>
}

/**
 * What the live desk and an inspection on a phone show: their last answers stay on the device, for the person who was
 * given them alone, so that they open without a network. Nothing else is kept.
 */
const NAMES = new Set(['me', 'live.desk', 'lot.get', 'inspection-template.list'])
const PLACE = 'haixuan.kept'
/** The newest are kept; one desk holds its whole lineup. */
const MOST = 12

export const isKept = (name: string): boolean => NAMES.has(name)
export const keyOf = (name: string, params: unknown, query: unknown): string => JSON.stringify([name, params, query])

function read(): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function keep(name: string, key: string, answer: unknown): void {
  const before = read()
  const me = name === 'me' ? (answer as Answer<'me'>) : undefined
  const person = me ? `${me.user} ${me.organisation}` : before?.person
  // nobody's before the workbench knows who asks
  if (person === undefined) return
  const mine = before?.person === person ? before.answers : {}
  const newest = Object.entries({ ...mine, [key]: { at: Date.now(), answer } })
    .sort(([, a], [, b]) => b.at - a.at)
    .filter(([own], i) => i < MOST || own.startsWith('["me"'))
  try {
    localStorage.setItem(PLACE, JSON.stringify({ person, answers: Object.fromEntries(newest) }))
  } catch {
    // no room left on the device: without a network nothing is shown, with one all is
  }
}

/** The last answer to a question, as old as it is; clocks in it go on. */
export function lastAnswer(name: string, key: string): { readonly at: number; readonly answer: unknown } | undefined {
  const kept = read()?.answers[key]
  if (!kept || name !== 'live.desk') return kept
  const desk = kept.answer as Answer<'live.desk'>
  const now = new Date(Date.parse(desk.clock.now) + Date.now() - kept.at).toISOString()
  return { at: kept.at, answer: { ...desk, clock: { ...desk.clock, now } } }
}

/** Nothing stays on a device whose person has signed out, or whose session is over. */
export const forgetKept = (): void => localStorage.removeItem(PLACE)
