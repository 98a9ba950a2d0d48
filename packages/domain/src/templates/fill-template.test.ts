import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkVariables, fillTemplate, plainText, type TemplateValue } from './fill-template.ts'

const filled = (text: string, values: Record<string, TemplateValue>) =>
  plainText(fillTemplate(text, values), (name) => `[${name}?]`)

test('variables are filled with words, lists with lines begun as their own line is', () => {
  expect(
    filled('{{name}}：\n请于 {{ due }} 前补充：\n· {{owed}}\n', {
      name: '晴川',
      due: '6 月 6 日',
      owed: ['检测报告', '营业执照'],
    }),
  ).toBe('晴川：\n请于 6 月 6 日 前补充：\n· 检测报告\n· 营业执照\n')
  expect(filled('{{a}} {{b}}', { a: 'x', b: ['1', '2'] })).toBe('x 1\n2')
  expect(filled('- {{b}}', { b: ['1', '2'] })).toBe('- 1\n- 2')
})

test('what is not on record is a gap that is seen, be it nothing, no lines or blank', () => {
  for (const nothing of [null, [], '', '  '])
    expect(
      fillTemplate('由 {{name}} 承担', { name: nothing })
        .filter((p) => p.gap)
        .map((p) => p.variable),
    ).toEqual(['name'])
  expect(filled('by {{due}}.', { due: null })).toBe('by [due?].')
})

test('a variable there is not is an error that names it, and those there are', () => {
  expect(() => filled('{{suplier}}', { supplier: 'x', due: null })).toThrow(
    'does not know {{suplier}}: use supplier, due',
  )
  expect(() => filled('{{constructor}}', {})).toThrow('{{constructor}}')
  expect(() => checkVariables('{{}}', ['due'], 'body.zh')).toThrow('body.zh: does not know {{}}: use due')
  expect(() => checkVariables('Dear {{supplier, …', ['supplier'])).toThrow('has "{{" without "}}"')
})

test('a text without variables is unchanged', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('{{')),
      (text) => {
        expect(filled(text, { name: 'x' })).toBe(text)
      },
    ),
  )
})

test('no value brings in another variable: each stands as it is, where its variable stood', () => {
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('{{b}}', '{{a}}', '}}{{b', '$&', '{{'),
    fc.string().map((s) => `{{b}}${s}`),
  )
  const words = fc.string().map((s) => s.replaceAll(/[{}]/g, ''))
  fc.assert(
    fc.property(words, value, words, value, (before, a, between, b) => {
      const shown = (text: string, name: string) => (text.trim() === '' ? `[${name}?]` : text)
      expect(filled(`${before}{{a}}${between}{{b}}`, { a, b })).toBe(before + shown(a, 'a') + between + shown(b, 'b'))
    }),
  )
})
