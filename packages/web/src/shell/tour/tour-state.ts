const KEPT = 'haixuan.tour'
const followers = new Set<() => void>()

/** A step by its number, the invitation before the first one, or nothing to be shown. */
export type At = number | 'invited' | 'over'
let now: At = localStorage.getItem(KEPT) === 'over' ? 'over' : 'invited'

export const at = (): At => now

/** Shows a step; that it is over is kept in this browser. */
export function show(step: At): void {
  now = step
  if (step === 'over') localStorage.setItem(KEPT, 'over')
  for (const follow of followers) follow()
}

export const follow = (on: () => void): (() => void) => {
  followers.add(on)
  return () => followers.delete(on)
}
