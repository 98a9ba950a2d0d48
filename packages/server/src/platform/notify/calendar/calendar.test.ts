import type { Day, Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'
import { asSystem } from '../../database/scope.ts'
import { calendarOf } from './ical.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')

describe('a calendar', () => {
  const stream = (more: object = {}) => ({
    uid: 'june.a@haixuan',
    summary: '雨季; 居家, 护理',
    description: 'one\ntwo',
    day: '2026-07-15' as Day,
    time: '20:00',
    zone: 'Europe/Berlin',
    sequence: 3,
    changed: clock.now,
    ...more,
  })

  it('holds the zone of each stream with the changes of its clocks', () => {
    const text = calendarOf('x', [stream()])
    const lines = text.split('\r\n')
    expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20260715T200000')
    // Berlin 2026: 29 March 02:00 +01:00 → +02:00, 25 October 03:00 +02:00 → +01:00
    expect(text).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nEND:DAYLIGHT',
    )
    expect(text).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD',
    )
    expect(lines).toContain('SUMMARY:雨季\\; 居家\\, 护理')
    expect(lines).toContain('DESCRIPTION:one\\ntwo')
    expect(lines).toContain('SEQUENCE:3')
  })

  it('takes a whole day where no time is planned, and folds long lines between characters', () => {
    const text = calendarOf('x', [stream({ time: undefined, summary: '长'.repeat(60) })])
    expect(text).toContain('DTSTART;VALUE=DATE:20260715\r\nDTEND;VALUE=DATE:20260716')
    expect(text).not.toContain('VTIMEZONE')
    const lines = text.split('\r\n')
    expect(lines.every((l) => Buffer.byteLength(l) <= 75)).toBe(true)
    expect(text.replace(/\r\n /g, '')).toContain(`SUMMARY:${'长'.repeat(60)}`)
  })
})

describe('the address of a calendar', () => {
  let as: ReturnType<typeof asking>
  let app: Awaited<ReturnType<typeof testApp>>
  let db: Awaited<ReturnType<typeof testDatabase>>['db']
  beforeAll(async () => {
    db = (await testDatabase()).db
    await makeOrganisation(db, 'a')
    app = await testApp(testHouse(db, clock))
    as = asking(app)
    const member = {
      org_id: 'a',
      user_id: 'Lin',
      name: 'Lin',
      email: 'lin@people.example',
      roles: ['selection'],
      supplier_id: null,
    }
    await asSystem(db, (tx) => tx.insertInto('member').values(member).execute())
    const plan = {
      theme: '雨具',
      markets: ['sg'],
      language: 'zh',
      slots: 2,
      time: '20:00',
      'time-zone': 'Asia/Singapore',
    }
    await as(lin).post('/projects', { ...plan, id: 'june', name: '六月直播', date: '2026-06-06' })
  })
  const feed = (path: string) => app.inject({ method: 'GET', url: path })

  it('gives the streams to whoever holds it, until it is made anew, ended, or the member leaves', async () => {
    const { body, status } = await as(lin).post('/calendar/issue', {})
    expect(status).toBe(201)
    const got = await feed(body.path)
    expect(got.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(got.body).toContain('SUMMARY:六月直播\r\n')
    expect(got.body).toContain('DTSTART;TZID=Asia/Singapore:20260606T200000')
    const second = (await as(lin).post('/calendar/issue', {})).body.path
    expect((await feed(body.path)).statusCode).toBe(404)
    expect((await feed(second)).statusCode).toBe(200)
    await asSystem(db, (tx) => tx.deleteFrom('member').where('user_id', '=', 'Lin').execute())
    expect((await feed(second)).statusCode).toBe(404)
    expect((await as(lin).post('/calendar/revoke', {})).body).toEqual({ ended: true })
    expect((await feed('/api/v1/streams.ics')).statusCode).toBe(404)
  })
})
