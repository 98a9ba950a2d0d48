/** Times as people write them: 20:00, 20：00, 2000, 20点, 20时30分; 8 pm, 8:30 pm. */
const TIME = /^(\d{1,2})\s*(?:[:：.点时]\s*(\d{1,2})?\s*分?|(\d{2}))?\s*([ap])?\.?\s*m?\.?$/i
const HOURS = 24
const MINUTES = 60

const written = (minutes: number): string =>
  `${String(Math.floor(minutes / MINUTES)).padStart(2, '0')}:${String(minutes % MINUTES).padStart(2, '0')}`

/** The time that was typed, as HH:MM; undefined when it is none. */
export function typedTime(text: string): string | undefined {
  const [, hour, after, together, half] = TIME.exec(text.trim()) ?? []
  if (hour === undefined) return undefined
  const minute = Number(after ?? together ?? 0)
  const told = Number(hour)
  if (half && (told < 1 || told > 12)) return undefined
  const ofDay = half ? (told % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : told
  return ofDay < HOURS && minute < MINUTES ? written(ofDay * MINUTES + minute) : undefined
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 5, ArrowDown: -5, PageUp: 60, PageDown: -60 }

/** The time that a key leads to from this one: five minutes or an hour on or back, past midnight too. */
export function steppedTime(time: string, key: string): string | undefined {
  const step = STEPS[key]
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const day = HOURS * MINUTES
  return step === undefined ? undefined : written((hour * MINUTES + minute + step + day) % day)
}
