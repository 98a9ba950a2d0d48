import { formatDecimal, type Money } from '@haixuan/domain/kernel/money'
import { useMemo } from 'react'
import { type Language, useLanguage } from './language.ts'
import { useZone } from './zone.ts'

const LOCALE: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }
const MINUTE = 60_000
const UNITS = [
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
] as const

/** A minus as wide as a plus, not a hyphen. */
const withMinus = (figure: string) => figure.replace('-', '−')

/** Figures, money, days and moments as the reader's language writes them. */
function formatsIn(language: Language, own: string | undefined) {
  const locale = LOCALE[language]
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const rate = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const languages = new Intl.DisplayNames([locale], { type: 'language' })
  const countries = new Intl.DisplayNames([locale], { type: 'region' })
  const clock = (instant: string, zone: string | undefined = own, year = true) =>
    new Intl.DateTimeFormat(locale, {
      ...(year ? { year: 'numeric' } : {}),
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(zone ? { timeZone: zone } : {}),
    }).format(new Date(instant))
  const zoneName = (instant: string, zone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' })
      .formatToParts(new Date(instant))
      .find((part) => part.type === 'timeZoneName')?.value ?? zone
  return {
    number: (n: number) => withMinus(number.format(n)),
    /** 0.123 → 12.3 % */
    percent: (share: number) => withMinus(percent.format(share)),
    /** a share in a column of such: 0.25 → 25.0%, its point under the points of the others */
    rate: (share: number) => withMinus(rate.format(share)),
    /** with its currency; minor units never pass through a float */
    money: (m: Money) => {
      const style = { style: 'currency', currency: m.currency, currencyDisplay: 'code' } as const
      return withMinus(new Intl.NumberFormat(locale, style).format(formatDecimal(m) as never).replace(/\u00a0/g, ' '))
    },
    /** a day YYYY-MM-DD, of no time zone */
    day: (d: string) => day.format(new Date(`${d}T00:00:00Z`)),
    shortDay: (d: string) => shortDay.format(new Date(`${d}T00:00:00Z`)),
    /** a moment as the clocks of the reader show it, or those of a zone, which is then named: 3 Dec 2026, 19:00 CET */
    moment: (instant: string, zone?: string) =>
      zone ? `${clock(instant, zone)} ${zoneName(instant, zone)}` : clock(instant),
    /** how a zone is called: Asia/Singapore → Singapore Time */
    zone: zoneName,
    /** the day of a moment by the calendar of the reader */
    dayOf: (instant: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...(own ? { timeZone: own } : {}) }).format(
        new Date(instant),
      ),
    /** a moment without its year, for what stands beside another moment */
    shortMoment: (instant: string) => clock(instant, undefined, false),
    /** whether clocks of a zone show at a moment what the reader's show */
    sameClock: (instant: string, zone: string) => clock(instant, zone) === clock(instant),
    /** how far a moment is from another: in 3 days, 5 minutes ago */
    away: (instant: string, now = Date.now()) => {
      const minutes = Math.round((Date.parse(instant) - now) / MINUTE)
      const [unit, length] = UNITS.find(([, size]) => Math.abs(minutes) >= size) ?? ['minute', 1]
      return relative.format(Math.trunc(minutes / length), unit)
    },
    list: (words: readonly string[]) => list.format(words),
    /** zh → Chinese */
    language: (code: string) => languages.of(code) ?? code,
    /** TH → Thailand */
    country: (code: string) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    /** what stands between a name and what it says */
    colon: language === 'zh' ? '：' : ': ',
    /** words side by side, without an “and” */
    row: (words: readonly string[]) => words.join(language === 'zh' ? '、' : ', '),
    /** 12,345 bytes → 12.3 kB */
    bytes: (n: number) => {
      const step = n < 1_000 ? 0 : Math.min(3, Math.floor(Math.log10(n) / 3))
      return `${number.format(Number((n / 1_000 ** step).toPrecision(3)))} ${['B', 'kB', 'MB', 'GB'][step]}`
    },
  }
}
export type Formats = ReturnType<typeof formatsIn>

export function useFormats(): Formats {
  const language = useLanguage()
  const zone = useZone()
  return useMemo(() => formatsIn(language, zone), [language, zone])
}
