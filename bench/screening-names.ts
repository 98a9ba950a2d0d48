// Name screening (I2): recall, precision and names per second, with fuse.js on a part of the same names in the same run.
// npm run bench screening-names                   on a made-up list of 7,000 names
// node bench/screening-names.ts SDN.CSV ALT.CSV … on published lists
import { readFileSync } from 'node:fs'
import { screeningFile, wordReader } from '@haixuan/domain/select/supplier/names/name-words'
import { buildIndex, type ListEntry, screen } from '@haixuan/domain/select/supplier/screening'
import { readLists } from '@haixuan/interchange/lists/list-files'
import Fuse from 'fuse.js'
import { parse } from 'yaml'
import { COMPANIES, PERSONS } from './names/pools.ts'

const QUERIES = 2000
const FUSE_QUERIES = 60

/** A seeded generator (mulberry32), so that every run sees the same names. */
function seeded(seed: number) {
  let a = seed
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, pick: <T>(list: readonly T[]): T => list[below(list.length)]! }
}
type Random = ReturnType<typeof seeded>

/** 7,000 made-up parties: persons with two to four names, companies with a name of their own; a third with an alias. */
function madeUpList(random: Random): ListEntry[] {
  const starts = 'b,br,ch,d,dj,f,g,gh,h,j,k,kh,l,m,n,p,q,r,s,sh,t,th,v,w,y,z,zh'.split(',')
  const middles = 'a,e,i,o,u,aa,ai,ou,ia,ei'.split(',')
  const ends = ',,,n,r,l,m,d,f,sh,t,v,k,ri,na,zi,mov'.split(',')
  const word = (syllables: number) =>
    Array.from({ length: syllables }, () => random.pick(starts) + random.pick(middles)).join('') + random.pick(ends)
  const common = Array.from({ length: 250 }, () => word(2 + random.below(2)))
  const given = () =>
    random.next() < 0.6 ? common[Math.floor(random.next() ** 2 * common.length)]! : word(2 + random.below(2))
  return Array.from({ length: 7000 }, (_, i) => {
    const company = random.next() < 0.45
    const one = () =>
      company
        ? [
            ...Array.from({ length: 1 + random.below(2) }, () => word(2 + random.below(2))),
            random.pick(COMPANIES.trades),
            random.pick(COMPANIES.forms),
          ].join(' ')
        : `${word(2 + random.below(2))}, ${Array.from({ length: 1 + random.below(3) }, given).join(' ')}`
    const main = one()
    return {
      list: 'made-up',
      id: String(i),
      names: random.next() < 0.33 ? [main, one()] : [main],
      kind: company ? 'entity' : 'person',
    }
  })
}

/** One letter left out, doubled, changed, or swapped with its neighbour, in a word of at least four letters. */
function slip(words: string[], random: Random): void {
  const long = words.flatMap((w, i) => (/^[A-Za-z]{4,}$/.test(w) ? [i] : []))
  if (long.length === 0) return
  const at = random.pick(long)
  const word = words[at]!
  const i = 1 + random.below(word.length - 1)
  const letter = 'abcdefghijklmnopqrstuvwxyz'[random.below(26)]!
  const kind = random.below(4)
  words[at] =
    kind === 0
      ? word.slice(0, i) + word.slice(i + 1)
      : kind === 1
        ? word.slice(0, i) + letter + word.slice(i)
        : kind === 2
          ? word.slice(0, i) + letter + word.slice(i + 1)
          : word.slice(0, i - 1) + word[i]! + word[i - 1]! + word.slice(i + 1)
}

/** The name with its words in another order and one slip, two from twelve letters on. */
function disguise(name: string, random: Random): string {
  const words = name.replace(/,/g, ' ').split(/\s+/).filter(Boolean)
  for (let i = words.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    ;[words[i], words[j]] = [words[j]!, words[i]!]
  }
  const slips = name.replace(/[^\p{L}]/gu, '').length < 12 ? 1 : 1 + random.below(2)
  for (let n = 0; n < slips; n++) slip(words, random)
  return words.join(' ')
}

function unlisted(random: Random): string {
  if (random.next() < 0.5) {
    const people = random.pick(PERSONS)
    const given = Array.from({ length: people.given }, () => random.pick(people.names)).join(' ')
    return people.familyFirst ? `${random.pick(people.families)} ${given}` : `${given} ${random.pick(people.families)}`
  }
  const own = Array.from({ length: 1 + random.below(2) }, () => random.pick(COMPANIES.own)).join(' ')
  return [
    random.pick(['', random.pick(COMPANIES.places)]),
    own,
    random.pick(COMPANIES.trades),
    random.pick(COMPANIES.forms),
  ]
    .filter(Boolean)
    .join(' ')
}

const words = screeningFile.parse(parse(readFileSync(new URL('../standard/screening.yaml', import.meta.url), 'utf8')))
const paths = process.argv.slice(2)
const random = seeded(20261124)
const entries = paths.length > 0 ? (await readLists(paths)).entries : madeUpList(random)

let began = performance.now()
const index = buildIndex(entries, words)
const building = performance.now() - began

const read = wordReader(words)
const keyOf = (name: string) =>
  read(name)
    .filter((w) => w.kind !== 'legal-form')
    .map((w) => w.text)
    .sort()
    .join(' ')
const listedKeys = new Set(entries.flatMap((e) => e.names).map(keyOf))
/** Names that are nothing but a short word or two letters cannot bear a slip and still be told apart. */
const screenable = entries.filter((e) => e.names.some((n) => n.replace(/[^\p{L}]/gu, '').length >= 6))
const listed = Array.from({ length: QUERIES }, () => {
  const entry = random.pick(screenable)
  const name = random.pick(entry.names.filter((n) => n.replace(/[^\p{L}]/gu, '').length >= 6))
  return { entry, name, query: disguise(name, random) }
})
const others: string[] = []
while (others.length < QUERIES) {
  const name = unlisted(random)
  if (!listedKeys.has(keyOf(name))) others.push(name)
}

type Found = { readonly entry: ListEntry; readonly score: number }
function measure(find: (name: string) => readonly Found[], positives: typeof listed, negatives: readonly string[]) {
  const start = performance.now()
  let right = 0
  let first = 0
  let false_ = 0
  let hits = 0
  const missed: string[] = []
  for (const { entry, query, name } of positives) {
    const found = find(query)
    hits += found.length
    if (found.some((f) => f.entry === entry)) right++
    else missed.push(`${query}  ←  ${name}`)
    if (found[0]?.entry === entry || (found[0] && found.find((f) => f.entry === entry)?.score === found[0].score))
      first++
  }
  const wrong: string[] = []
  for (const name of negatives) {
    const found = find(name)
    hits += found.length
    if (found.length > 0) {
      false_++
      wrong.push(`${name}  →  ${found[0]!.entry.names[0]} ${found[0]!.score}`)
    }
  }
  const seconds = (performance.now() - start) / 1000
  return {
    recall: right / positives.length,
    first: first / positives.length,
    precision: right / Math.max(1, right + false_),
    rate: (positives.length + negatives.length) / seconds,
    hits: hits / (positives.length + negatives.length),
    missed,
    wrong,
  }
}

const percent = (n: number) => `${(n * 100).toFixed(1)} %`
const ours = measure((name) => screen(index, name), listed, others)
began = performance.now()
const fuse = new Fuse(
  entries.flatMap((entry) => entry.names.map((name) => ({ name, entry }))),
  { keys: ['name'], includeScore: true, threshold: 0.4, ignoreLocation: true },
)
const asIs = measure(
  (name) => fuse.search(name, { limit: 5 }).map((r) => ({ entry: r.item.entry, score: 1 - (r.score ?? 1) })),
  listed.slice(0, FUSE_QUERIES),
  others.slice(0, FUSE_QUERIES),
)
console.log(
  `${paths.length > 0 ? 'published lists' : 'made-up list'}: ${entries.length} parties, ${index.names.length} names; index in ${Math.round(building)} ms`,
)
console.log(
  `${QUERIES} listed names with words in another order and 1–2 slips, ${QUERIES} names that are not listed, threshold ${index.threshold}`,
)
const row = (name: string, m: typeof ours, n: number) =>
  console.log(
    `${name.padEnd(9)} recall ${percent(m.recall)}  found first ${percent(m.first)}  precision ${percent(m.precision)}  ${m.rate.toFixed(0)} names/s  ${m.hits.toFixed(2)} hits a name  (${2 * n} names)`,
  )
row('haixuan', ours, QUERIES)
row('fuse.js', asIs, FUSE_QUERIES)
console.log(
  `ratio     recall ×${(ours.recall / asIs.recall).toFixed(2)}  precision ×${(ours.precision / asIs.precision).toFixed(2)}  speed ×${(ours.rate / asIs.rate).toFixed(0)}`,
)
const met = ours.recall >= 0.98 && ours.precision >= 0.9 && ours.rate >= 2000
console.log(`${met ? 'met' : 'missed'}: recall 98 %, precision 90 %, 2,000 names/s (aim)`)
if (!met) process.exitCode = 1
if (process.env.SHOW) {
  console.log(ours.missed.slice(0, 40).join('\n'))
  console.log('--')
  console.log(ours.wrong.slice(0, 40).join('\n'))
}
