import { EVENT_WORDS } from '@haixuan/domain/kernel/event-words'
import { expect, it } from 'vitest'
import { noticeLink } from './notice-link.ts'

const at = 'https://select.example/'
const of = { event: '7', project: 'june' }

it.each([
  ['plan.recorded', 'june', 'projects/june/plan'],
  ['product.recorded', 'U/1', 'projects/june/products/U%2F1'],
  ['lineup.released', 'june', 'projects/june/lineup'],
  ['live.pulled', 'U-1', 'projects/june/live'],
  ['supplier.changed', 'S-1', 'suppliers/S-1'],
  ['case.opened', 'C-1', 'cases/C-1'],
  ['recall.opened', 'R-1', 'recalls/R-1'],
  // a decision is of a plan, a supplier or a product: the log shows it with its proof
  ['gate.decided', 'U-1', 'archive/log?event=7'],
])('what %s tells of is at its page', (type, subject, path) => {
  expect(noticeLink({ ...of, type, subject }, at)).toBe(`https://select.example/${path}`)
})

it('without a project nothing is sought in one', () => {
  for (const type of Object.keys(EVENT_WORDS))
    expect(noticeLink({ type, subject: 'x', project: null, event: '7' }, at)).not.toContain('projects//')
  expect(noticeLink({ type: 'alert.opened', subject: 'x', project: null, event: '7' }, at)).toContain('archive/log')
})
