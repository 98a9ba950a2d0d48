import { describe, expect, it } from 'vitest'
import type { Instant } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/errors.ts'
import { advance, closeShow, onAir, openShow, pull, upNext } from './show.ts'

const at = (minute: number) => `2026-06-06T12:${String(minute).padStart(2, '0')}:00.000Z` as Instant
const any = () => true
const slot = (n: number, product: string | null, substitute: string | null = null) => ({
  slot: n,
  phase: 'body',
  product,
  substitute,
})
const show = openShow([slot(1, 'A', 'X'), slot(2, 'B', 'X'), slot(3, null), slot(4, 'C')])
const states = (s: typeof show) => s.map((x) => `${x.product}:${x.state}`).join(' ')

describe('a stream, slot by slot', () => {
  it('leaves empty slots out, and does not open without a product', () => {
    expect(states(show)).toBe('A:waiting B:waiting C:waiting')
    expect(() => openShow([slot(1, null)])).toThrow(Refusal)
  })

  it('puts one product on air after the other, and skips those that may not be', () => {
    const first = advance(show, any, at(0))
    expect(onAir(first)).toMatchObject({ product: 'A', from: at(0) })
    const second = advance(first, (p) => p !== 'B', at(5))
    expect(states(second)).toBe('A:done B:skipped C:on-air')
    expect(second[0]).toMatchObject({ from: at(0), until: at(5) })
    expect(upNext(second, any)).toBeUndefined()
    expect(states(advance(second, any, at(9)))).toBe('A:done B:skipped C:done')
  })

  it('pulls the product on air and goes on with its substitute, which then stands by for no other slot', () => {
    const pulled = pull(advance(show, any, at(0)), 'A', at(3), { mayAir: any })
    expect(onAir(pulled)).toMatchObject({ product: 'X', pulled: ['A'], from: at(0), substitute: null })
    const again = pull(pulled, 'B', at(4), { mayAir: any })
    expect(again[1]).toMatchObject({ product: 'B', state: 'pulled', pulled: ['B'] })
  })

  it('takes the product chosen by a person before the substitute, unless that one is in the show', () => {
    expect(pull(show, 'A', at(0), { instead: 'Y', mayAir: any })[0]).toMatchObject({ product: 'Y', state: 'waiting' })
    expect(pull(show, 'A', at(0), { instead: 'C', mayAir: any })[0]).toMatchObject({ product: 'X' })
  })

  it('ends the slot when nothing may take it, and forgets a substitute that is itself pulled', () => {
    const alone = pull(advance(show, any, at(0)), 'A', at(3), { mayAir: (p) => p !== 'X' })
    expect(alone[0]).toMatchObject({ state: 'pulled', until: at(3) })
    expect(onAir(alone)).toBeUndefined()
    expect(pull(show, 'X', at(0), { mayAir: any }).map((s) => s.substitute)).toEqual([null, null, null])
  })

  it('leaves what is over as it was, and closes the rest', () => {
    const late = advance(advance(show, any, at(0)), any, at(5))
    expect(pull(late, 'A', at(6), { mayAir: any })[0]).toMatchObject({ product: 'A', state: 'done' })
    expect(states(closeShow(late, at(7)))).toBe('A:done B:done C:skipped')
  })
})
