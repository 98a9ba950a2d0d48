import { canMeet, specificity } from '@haixuan/domain/gate/binding'
import { OWN } from '@haixuan/domain/gate/pack'
import { valueFault } from '@haixuan/domain/gate/parameter'
import type { Rule } from '@haixuan/domain/gate/rule'
import { lineageOf } from '@haixuan/domain/gate/rule-set'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { because } from './because.ts'
import { checkProductWords } from './check-product-words.ts'
import { checkQualification } from './check-qualification.ts'
import type { PlacedFiles } from './files.ts'
import type { Placed } from './read-yaml.ts'

type RulePlaced = { readonly rule: Rule; readonly file: Placed<unknown>; readonly index: number }

/** What no file can show alone: ids given twice, references to nothing, periods that overlap. @throws BadInput with file and line */
export function checkAcross(files: PlacedFiles): void {
  for (const file of Object.values(files).flat()) checkIdsOnce(file)
  checkMarkets(files)
  checkQualification(files)
  checkProductWords(files)
  checkTemplates(files)
  for (const file of files.rules) checkRules(files, file)
}

/** A file of the standard, or what it says without the places of its parts. */
type Said<T> = { readonly value: T }
/** What rules may name, by the key of the file that defines it. */
type Defined = Readonly<Partial<Record<string, Said<unknown> | readonly Said<unknown>[]>>> & {
  readonly parameters: Said<PlacedFiles['parameters']['value']>
}
type RuleFile = PlacedFiles['rules'][number]

/** Rules of one file: what they name is there, and no two of them speak of the same day. @throws BadInput with file and line */
export function checkRules(defined: Defined, file: RuleFile): void {
  checkReferences(defined, file)
  const rules = file.value.rules.map((rule, index) => ({ rule, file, index }))
  checkPeriods(rules)
  checkSets(rules)
}

/** Entries of a list carry their id once; rules may return with another period, which checkPeriods sees to. */
function checkIdsOnce({ value, bad }: Placed<unknown>): void {
  for (const [key, list] of Object.entries(value as Record<string, unknown>)) {
    if (!Array.isArray(list) || key === 'rules') continue
    const seen = new Set<string>()
    list.forEach((entry: { id?: unknown; name?: unknown } | null, i) => {
      const [field, id] = entry?.id === undefined ? ['name', entry?.name] : ['id', entry.id]
      if (typeof id !== 'string') return
      if (seen.has(id)) throw bad([key, i, field], because('id-twice', { id }))
      seen.add(id)
    })
  }
}

function checkTemplates({ clauses, templates }: PlacedFiles): void {
  const ids = idsOf(clauses.value)
  templates.value.templates.forEach(({ clause }, i) => {
    if (!ids.has(clause)) throw templates.bad(['templates', i, 'clause'], toOperator(`there is no clause ${clause}`))
  })
}

function checkMarkets({ markets, rules }: PlacedFiles): void {
  const all = markets.value.markets
  const ids = new Set(all.map((m) => m.id))
  all.forEach((m, i) => {
    for (const field of ['parent', 'customs-territory'] as const)
      if (m[field] !== undefined && !ids.has(m[field]))
        throw markets.bad(['markets', i, field], toOperator(`there is no market ${m[field]}`))
  })
  for (const m of all) lineageOf(all, m.id)
  const held = new Map<string, string>()
  for (const file of rules) {
    const id = file.value.market
    if (!ids.has(id)) throw file.bad(['market'], toOperator(`there is no market ${id} in markets.yaml`))
    if (held.has(id)) throw file.bad(['market'], toOperator(`the rules of ${id} stand in ${held.get(id)} already`))
    held.set(id, file.at(['market']))
    file.value.rules.forEach((rule, i) => {
      if (!rule.id.startsWith(`${id}.`))
        throw file.bad(['rules', i, 'id'], toOperator(`${rule.id} must begin with ${id}.`))
      if (rule.id.startsWith(`${id}.${OWN}.`))
        throw file.bad(['rules', i, 'id'], toOperator(`${id}.${OWN}. is for the packs of organisations`))
    })
  }
}

const idsOf = (value: unknown): Set<string> =>
  new Set(
    Object.values(value as Record<string, unknown>)
      .flatMap((list) => (Array.isArray(list) ? (list as { id?: string; name?: string }[]) : []))
      .flatMap((entry) => entry.id ?? entry.name ?? []),
  )

/** Rules name only what other files of the standard define. Each line: where in a rule, what is named there, which file defines it. */
function checkReferences(defined: Defined, file: RuleFile): void {
  const known = (key: string) => {
    const source = defined[key]
    return source && new Set([source].flat().flatMap((one) => [...idsOf(one.value)]))
  }
  const lists = Object.fromEntries(
    ['clauses', 'classes', 'evidence', 'labels', 'documents', 'delivery', 'markets'].map((key) => [key, known(key)]),
  )
  file.value.rules.forEach((rule, i) => {
    const expect = (list: string, named: string | readonly string[] | undefined, path: readonly PropertyKey[]) => {
      for (const id of [named ?? []].flat())
        if (lists[list] && !lists[list].has(id))
          throw file.bad(['rules', i, ...path], because('not-in-list', { list, id }))
    }
    expect('clauses', rule.clause, ['clause'])
    const on = rule.applies
    expect('classes', on?.class?.in, ['applies', 'class', 'in'])
    expect('classes', on?.class?.not, ['applies', 'class', 'not'])
    expect('delivery', on?.delivery, ['applies', 'delivery'])
    expect('markets', on?.['maker-established']?.not, ['applies', 'maker-established', 'not'])
    if (rule.forbids && 'delivery' in rule.forbids) expect('delivery', rule.forbids.delivery, ['forbids', 'delivery'])
    for (const [asked, path] of [
      [rule.requires, ['requires']],
      [rule.forbids?.unless, ['forbids', 'unless']],
    ] as const) {
      if (!asked) continue
      if ('certificate' in asked) expect('evidence', asked.certificate, [...path, 'certificate'])
      if ('label' in asked) expect('labels', asked.label, [...path, 'label'])
      if ('document' in asked) expect('documents', asked.document, [...path, 'document'])
    }
    checkValues(defined, file, rule, i)
  })
}

function checkValues(defined: Defined, file: RuleFile, rule: Rule, i: number): void {
  const meanings = new Map(defined.parameters.value.parameters.map((p) => [p.name, p]))
  for (const [name, values] of Object.entries(rule.sets ?? {})) {
    const meaning = meanings.get(name)
    if (!meaning) throw file.bad(['rules', i, 'sets', name], because('no-parameter'))
    for (const [key, value] of Object.entries(values)) {
      const as = meaning.keys[key]
      const path = ['rules', i, 'sets', name, key]
      if (!as) throw file.bad(path, because('parameter-has-only', { name, keys: Object.keys(meaning.keys) }))
      const fault = valueFault(value, as)
      if (fault) throw file.bad(path, fault)
    }
  }
}

const overlap = (a: Rule, b: Rule): boolean =>
  (b['in-force'].until === undefined || a['in-force'].from < b['in-force'].until) &&
  (a['in-force'].until === undefined || b['in-force'].from < a['in-force'].until)

const span = ({ 'in-force': { from, until } }: Rule) => ({
  zh: until ? `${from} 至 ${until}` : `自 ${from} 起`,
  en: `${from} to ${until ?? 'further notice'}`,
})

/** A rule may come back with another period; its periods must not overlap. */
function checkPeriods(rules: readonly RulePlaced[]): void {
  for (const same of Map.groupBy(rules, (r) => r.rule.id).values()) {
    const ordered = same.toSorted((a, b) => (a.rule['in-force'].from < b.rule['in-force'].from ? -1 : 1))
    ordered.slice(1).forEach((later, i) => {
      const earlier = ordered[i]!
      if (overlap(earlier.rule, later.rule))
        throw later.file.bad(
          ['rules', later.index, 'in-force'],
          because('rule-in-force-twice', {
            id: later.rule.id,
            earlier: span(earlier.rule),
            place: earlier.file.at(['rules', earlier.index]),
            later: span(later.rule),
          }),
        )
    })
  }
}

/** Two rules may not give the same key of a parameter on the same day for the same goods with equal weight. */
function checkSets(rules: readonly RulePlaced[]): void {
  const setters = rules.flatMap((r) =>
    Object.entries(r.rule.sets ?? {}).flatMap(([name, values]) =>
      Object.keys(values).map((key) => ({ ...r, name, key, weight: specificity(r.rule.applies).join() })),
    ),
  )
  for (const same of Map.groupBy(setters, (s) => `${s.name}.${s.key}|${s.weight}`).values())
    same.forEach((later, i) => {
      const earlier = same
        .slice(0, i)
        .find((s) => overlap(s.rule, later.rule) && canMeet(s.rule.applies, later.rule.applies))
      if (earlier && earlier.rule !== later.rule)
        throw later.file.bad(
          ['rules', later.index, 'sets', later.name, later.key],
          because('figure-set-twice', {
            id: earlier.rule.id,
            place: earlier.file.at(['rules', earlier.index]),
            span: span(earlier.rule),
          }),
        )
    })
}
