import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bilingual, ruleFile } from '@haixuan/domain/gate/rule'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readPlacedYaml, readYaml } from './read-yaml.ts'

const folder = mkdtempSync(join(tmpdir(), 'haixuan-yaml-'))
afterAll(() => rmSync(folder, { recursive: true }))

const written = (text: string | Uint8Array) => {
  const file = join(folder, 'law.yaml')
  writeFileSync(file, text)
  return file
}
const complaint = (text: string | Uint8Array, schema: z.ZodType = z.unknown()) => {
  const file = written(text)
  try {
    readYaml(file, schema, 'law.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(BadInput)
    expect((error as Error).message).not.toContain('\n')
    return (error as Error).message
  }
  return 'read without complaint'
}

const RULE = `market: us
rules:
  - id: us.a
    clause: I3
    topic: product
    title: { zh: 题, en: title }
    in-force: { from: 2024-02-29 }
    requires: { label: [origin] }
    severity: block
    statutory: true
    owner: supplier
    remedy: { zh: 补, en: mend }
    source: { act: An act, status: recorded-from-memory }
`
const changed = (from: string, to: string) => complaint(RULE.replace(from, to), ruleFile)

describe('reading YAML', () => {
  it('reads days as text and finds the line of each part', () => {
    const { value, at } = readPlacedYaml(written(RULE), ruleFile, 'law.yaml')
    expect(value.rules[0]?.['in-force'].from).toBe('2024-02-29')
    expect(at(['rules', 0, 'in-force', 'from'])).toBe('law.yaml:7')
    expect(at(['rules', 0, 'source', 'status'])).toBe('law.yaml:13')
    expect(at(['rules', 0, 'absent'])).toBe('law.yaml:3')
    expect(at([])).toBe('law.yaml:1')
  })

  it.each([
    [
      'a day that does not exist',
      '2024-02-29',
      '2026-02-30',
      'law.yaml:7: rules[0].in-force.from: 2026-02-30 is not a day of the calendar written YYYY-MM-DD',
    ],
    [
      'an unknown key',
      'severity: block',
      'severity: block\n    sevrity: warn',
      'law.yaml:10: rules[0].sevrity: is not a key known here',
    ],
    [
      'a missing source',
      '    source: { act: An act, status: recorded-from-memory }\n',
      '',
      'law.yaml:3: rules[0].source: is missing',
    ],
    ['a missing part of a source', 'act: An act, ', '', 'law.yaml:13: rules[0].source.act: is missing'],
    [
      'a wrong type',
      'statutory: true',
      'statutory: "true"',
      'law.yaml:10: rules[0].statutory: must be boolean, not true',
    ],
    [
      'a word outside its list',
      'severity: block',
      'severity: stop',
      'law.yaml:9: rules[0].severity: stop is none of block, warn, note',
    ],
    [
      'a word outside a list within a union',
      '[origin]',
      '[]',
      'law.yaml:8: rules[0].requires.label: []: Too small: expected array to have >=1 items',
    ],
    [
      'a wrong key within a union',
      '{ label: [origin] }',
      '{ labels: [origin] }',
      'law.yaml:8: rules[0].requires.labels: is not a key known here',
    ],
    ['a key twice', 'severity: block', 'severity: block\n    severity: warn', 'law.yaml:10: this key stands twice'],
  ])('stops at %s with file and line', (_, from, to, message) => {
    expect(changed(from, to)).toBe(message)
  })

  it('tells the first of several complaints and counts the others', () => {
    expect(complaint('zh: 1\nen: 2\n', bilingual)).toBe('law.yaml:1: zh: must be string, not 1 (and 1 more)')
  })

  it('refuses aliases, so a billion laughs stays a small file', () => {
    const laughs = `a: &a [x, x]\n${'bcdefghi'
      .split('')
      .map((name, i) => `${name}: &${name} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`)
      .join('\n')}`
    expect(complaint(laughs)).toBe('law.yaml:2: aliases (*name) are not accepted: write the part out')
  })

  it.each([
    ['an empty file', '', 'law.yaml: the file is empty'],
    ['a comment alone', '# nothing\n', 'law.yaml: the file is empty'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'law.yaml: holds more than one document: split it at ---'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00]), 'law.yaml: is not UTF-8 text: save it as UTF-8'],
  ])('refuses %s', (_, text, message) => {
    expect(complaint(text)).toBe(message)
  })

  it('refuses what is not YAML, and nesting without end, with the line', () => {
    expect(complaint('a: 1\nb: {c: d: e}\n')).toMatch(/^law\.yaml:2: is not YAML: /)
    expect(complaint('['.repeat(100_000))).toMatch(/^law\.yaml:1: is not YAML: /)
  })

  it('tells a missing file and a folder apart', () => {
    expect(() => readYaml(join(folder, 'none.yaml'), z.unknown(), 'none.yaml')).toThrow(
      'none.yaml: there is no such file',
    )
    expect(() => readYaml(folder, z.unknown(), 'folder')).toThrow('folder: is a folder, not a file')
  })
})
