import { describe, expect, it } from 'vitest'
import type { Day, Instant } from './day.ts'
import { BadInput } from './errors.ts'
import { instantIn, offsetAt } from './zone.ts'

const moment = (zone: string, day: string, time: string) => instantIn(zone, day as Day, time)

describe('time zones', () => {
  // offsets by the IANA data base: Singapore +08:00, Berlin +01:00 and +02:00, Kolkata +05:30, New York −04:00 in June
  it.each([
    ['Asia/Singapore', '2026-06-06', '20:00', '2026-06-06T12:00:00.000Z', 480],
    ['Europe/Berlin', '2026-01-15', '20:00', '2026-01-15T19:00:00.000Z', 60],
    ['Europe/Berlin', '2026-07-15', '20:00', '2026-07-15T18:00:00.000Z', 120],
    ['Asia/Kolkata', '2026-06-06', '00:10', '2026-06-05T18:40:00.000Z', 330],
    ['America/New_York', '2026-06-06', '21:30', '2026-06-07T01:30:00.000Z', -240],
  ])('%s %s %s', (zone, day, time, at, offset) => {
    expect(moment(zone, day, time)).toBe(at)
    expect(offsetAt(zone, at as Instant)).toBe(offset)
  })

  it('takes the first of two equal times, and the offset before for one that is skipped', () => {
    // Berlin 2026: forward on 29 March 02:00 → 03:00, back on 25 October 03:00 → 02:00
    expect(moment('Europe/Berlin', '2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(moment('Europe/Berlin', '2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z')
  })

  it('names a zone nobody knows', () => {
    expect(() => moment('Asia/Atlantis', '2026-06-06', '20:00')).toThrow(BadInput)
  })
})
