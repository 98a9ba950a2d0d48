import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadStandard, standardFolder } from './load.ts'

const root = mkdtempSync(join(tmpdir(), 'haixuan-words-'))
afterAll(() => rmSync(root, { recursive: true }))

it.each([
  ['signals/brands.yaml', 'classes: [footwear, apparel]', 'classes: [footwear, shoes]', 'the classes have no shoes'],
  [
    'signals/signals.yaml',
    'needs: spf-test',
    'needs: spf-tests',
    'neither evidence.yaml nor documents.yaml has spf-tests',
  ],
  ['signals/signals.yaml', 'classes: { in: [cosmetics],', 'classes: { in: [cosmetic],', 'the classes have no cosmetic'],
  ['signals/signals.yaml', 'classes: [phone-case,', 'classes: [phone-cover,', 'the classes have no phone-cover'],
  ['themes.yaml', 'classes: { pet-food: 1,', 'classes: { petfood: 1,', 'the classes have no petfood'],
])('%s that names something unknown stops with file and line', (file, known, unknown, fault) => {
  const folder = join(root, 'standard')
  rmSync(folder, { recursive: true, force: true })
  cpSync(standardFolder, folder, { recursive: true })
  const text = readFileSync(join(folder, file), 'utf8')
  expect(text).toContain(known)
  const line = text.slice(0, text.indexOf(known)).split('\n').length
  writeFileSync(join(folder, file), text.replace(known, unknown))
  expect(() => loadStandard(folder)).toThrow(
    expect.objectContaining({ message: expect.stringMatching(new RegExp(`standard/${file}:${line}\\b.*${fault}`)) }),
  )
})
