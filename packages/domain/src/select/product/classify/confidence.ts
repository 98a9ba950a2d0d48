/** Signs of this weight leave 1/e of doubt: with one strong word in a title, about 85 of 100 answers are right. */
const DOUBT = 1.58
/** A lead of this share over the next class is clear; none leaves less than an even chance. */
const CLEAR_LEAD = 0.6
const NO_LEAD = 0.45

/**
 * How often a class with this weight of signs, against the next one's, is right (0–1); held against listings read by
 * people, see docs/quality.md. The more signs and the clearer the lead, the surer; one weak word is never enough.
 */
export function confidenceOf(first: number, second: number): number {
  if (first <= 0) return 0
  const amount = 1 - Math.exp(-first / DOUBT)
  const lead = Math.min(1, (first - second) / first / CLEAR_LEAD)
  return Math.round(Math.min(amount * (NO_LEAD + (1 - NO_LEAD) * lead), 0.99) * 100) / 100
}
