import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineDifference } from './line-difference.ts'

test('a line that was changed is gone and new, the others stand in both', () => {
  expect(lineDifference('您好\n请补充\n谢谢', '您好\n请尽快补充\n谢谢').map((l) => `${l.in} ${l.text}`)).toEqual([
    'both 您好',
    'before 请补充',
    'after 请尽快补充',
    'both 谢谢',
  ])
})

test('each text can be read off again', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ''), { minLength: 1, maxLength: 9 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDifference(before, after)
      const of = (side: 'before' | 'after') => lines.filter((l) => l.in === 'both' || l.in === side).map((l) => l.text)
      expect(of('before').join('\n')).toBe(before)
      expect(of('after').join('\n')).toBe(after)
      if (before === after) expect(lines.every((l) => l.in === 'both')).toBe(true)
    }),
  )
})
