import { expect, test } from 'vitest'
import { testFolder } from './support/haixuan.ts'
import { PRODUCTS } from './support/project-files.ts'
import { refused } from './support/refused.ts'

const folder = testFolder()
const file = folder.file('products.csv', PRODUCTS)
const parcel =
  'market: de\nitems:\n  - { name: cup, quantity: 1, price: { amount: "9.00", currency: EUR }, unit-cost: { amount: "3.00", currency: EUR } }\n'
const parcelFile = folder.file('parcel.yaml', parcel)
const caseFile = folder.file(
  'case.yaml',
  'market: de\norder: { day: 2026-05-20, currency: EUR, lines: [{ id: "1", quantity: 1, price: "9.00" }] }\ncase: { kind: withdrawal, requested: 2026-05-01 }\n',
)

test.concurrent.each<[string, string[], string | RegExp]>([
  ['an unknown command', ['frobnicate'], "unknown command 'frobnicate'; see haixuan --help"],
  ['help of an unknown command', ['help', 'frobnicate'], "unknown command 'frobnicate'; see haixuan --help"],
  ['an unknown option', ['run', '--frob'], "unknown option '--frob'; see haixuan --help"],
  ['a missing argument', ['run'], "missing required argument 'project.yaml'; see haixuan --help"],
  [
    'a missing option',
    ['rules', '--market', 'us'],
    "required option '--as-of <day>' not specified; see haixuan --help",
  ],
  ['an argument too many', ['import', file, file], /^too many arguments for 'import'\. Expected 1 argument but got 2/],
  [
    'an unknown market',
    ['rules', '--market', 'zz', '--as-of', '2026-01-01'],
    /^--market: "zz" is no market; known are cn, de, /,
  ],
  [
    'a day that is none',
    ['rules', '--market', 'us', '--as-of', '2026-02-30'],
    '--as-of: 2026-02-30 is not a day of the calendar',
  ],
  [
    'an unknown class',
    ['rules', '--market', 'us', '--as-of', '2026-01-01', '--class', 'toy'],
    /^--class: "toy" is no product class; known are .*\btoys\b/,
  ],
  [
    'a language without a lexicon',
    ['claims', '--language', 'xx'],
    /^--language: "xx" is no language of a lexicon; known are de, en, /,
  ],
  ['no text', ['claims'], 'stdin: there is no text to read; pipe it in, such as: haixuan claims < script.txt'],
  [
    'a country without numbers',
    ['check-id', 'zz', 'vat', '1'],
    /^country: no numbers are known for "zz"; known are .*\bcn\b/,
  ],
  [
    'a kind of number that is none',
    ['check-id', 'cn', 'vat', '1'],
    'kind: "vat" is not a kind of number of cn; known are ric, uscc',
  ],
  [
    'a lot that is no number',
    ['sampling', '--lot', '1e3', '--level', 'II', '--aql', '1.0'],
    '--lot: "1e3" is not a whole number of units',
  ],
  [
    'a level that is none',
    ['sampling', '--lot', '100', '--level', 'IV', '--aql', '1.0'],
    'level: "IV" is no inspection level; levels are S-1, S-2, S-3, S-4, I, II, III',
  ],
  [
    'an AQL that is none',
    ['sampling', '--lot', '100', '--level', 'II', '--aql', '1.1'],
    /^aql: 1\.1 is no AQL of the standard; AQLs are 0\.010, /,
  ],
  [
    'a score that is none',
    ['screen', file, '--list', file, '--threshold', '2'],
    '--threshold: "2" is not a score between 0 and 1',
  ],
  [
    'a market that the offer has not',
    ['landed-cost', parcelFile, '--market', 'us'],
    `--market: ${parcelFile} is for de, not us`,
  ],
  [
    'a parcel without price',
    ['landed-cost', folder.file('no-price.yaml', parcel.replace(/price: .*?}, /, ''))],
    /no-price\.yaml:3: items\[0\]\.price: is missing$/,
  ],
  [
    'a case before its order',
    ['refund', caseFile],
    `${caseFile}: case.requested: asked on 2026-05-01, before the order of 2026-05-20`,
  ],
  ['what is no archive', ['verify', file], `${file}: is not a zip file, so not an archive`],
  ['an archive that is a folder', ['verify', folder.path], `${folder.path}: is a directory, not a file`],
  ['an offer that is a folder', ['landed-cost', folder.path], `${folder.path}: is a folder, not a file`],
])('%s', async (_, args, message) => {
  const { line } = await refused(args)
  if (typeof message === 'string') expect(line).toBe(message)
  else expect(line).toMatch(message)
})
