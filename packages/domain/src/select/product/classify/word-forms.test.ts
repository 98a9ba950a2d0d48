import { describe, expect, it } from 'vitest'
import { formsOf } from './word-forms.ts'

describe('the forms of a word', () => {
  it.each([
    ['charger', 'en', 'chargers'],
    ['battery', 'en', 'batteries'],
    ['watch', 'en', 'watches'],
    ['knife', 'en', 'knives'],
    ['toy', 'en', 'toys'],
    ['lámpara', 'es', 'lamparas'],
    ['sillón', 'es', 'sillones'],
    ['lápiz', 'es', 'lápices'],
    ['cartão', 'pt', 'cartões'],
    ['capinha de celular', 'pt', 'capinhas de celular'],
    ['máy khoan', 'vi', 'may khoan'],
  ])('%s (%s) has %s', (word, language, form) => {
    expect(formsOf(word, language)).toContain(form)
  })

  it('leaves short Vietnamese words their marks: without them they are other words', () => {
    expect(formsOf('ốp', 'vi')).toEqual(['ốp'])
    expect(formsOf('手机壳', 'zh')).toEqual(['手机壳'])
  })
})
