/**
 * How often a class with this weight of signs, against the next one's, is right (0–1).
 * The more signs and the clearer the lead, the surer; one weak word is never enough.
 */
export function confidenceOf(first: number, second: number): number {
  if (first <= 0) return 0
  const amount = first / (first + 0.6)
  const lead = (first - second) / first
  const raw = amount * (0.45 + 0.55 * Math.min(1, lead / 0.6))
  return Math.round(Math.min(raw, 0.99) * 100) / 100
}
