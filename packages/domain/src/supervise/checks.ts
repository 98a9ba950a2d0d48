import { check } from '../gate/check.ts'
import { behind } from '../gate/rule-set.ts'
import type { Day } from '../kernel/day.ts'
import { covers } from '../kernel/day.ts'
import type { Project } from '../plan/project.ts'
import { attributeName } from '../select/product/attribute-name.ts'
import type { ClaimHit } from '../select/product/claims/claim-hit.ts'
import type { ForbiddenWords } from '../select/product/claims/forbidden-words.ts'
import { carries, holdsOn } from '../select/product/claims/held.ts'
import type { Product } from '../select/product/product-case.ts'
import { compareWithSeal, sealOf } from '../select/product/sample.ts'
import { type ClassVerdict, judge, superseded } from './quality/lot-verdict.ts'
import type { SamplingFile } from './quality/sampling-schema.ts'

/** One product before it goes on air: its lots, its seal, holds, and what the host will say. */
export type OnAirCase = {
  readonly product: Product
  readonly plan: Project
  readonly asOf: Day
  readonly sampling: SamplingFile
  readonly claimsIn: (text: string, language: string) => readonly ClaimHit[]
  readonly forbiddenIn: (text: string) => readonly ForbiddenWords[]
}

const toldZh = ({ class: of, found }: ClassVerdict) => `${of === 'critical' ? '致命' : '轻微'} ${found.join('+')}`
const toldEn = ({ class: of, found }: ClassVerdict) => `${found.join(' + ')} ${of}`

const lots = check<OnAirCase>({
  id: 'lot.accepted',
  clause: 'S1',
  gate: 'on-air',
  title: { zh: '大货批次检验合格', en: 'A lot of bulk goods is accepted' },
  run({ product, sampling }, find) {
    const subject = product.id
    const all = product.facts?.lots ?? []
    const again = superseded(all)
    let accepted = false
    for (const lot of all) {
      if (again.has(lot.id)) continue
      const { verdict, classes } = judge(sampling, lot)
      const beside = classes.filter((c) => c.class !== 'major' && c.found.some((n) => n > 0))
      if (verdict === 'accepted') accepted = true
      else if (verdict === 'refused')
        find({
          subject,
          severity: 'block',
          state: 'wrong',
          what: {
            zh: `批 ${lot.id} 抽检不合格（不合格品 ${[lot.found.join('+'), ...beside.map(toldZh)].join('，')}）`,
            en: `Lot ${lot.id} is refused (${[`${lot.found.join(' + ')} nonconforming units`, ...beside.map(toldEn)].join(', ')})`,
          },
          remedy: {
            zh: '请隔离该批、查明原因并返工后重新提交',
            en: 'Contain the lot, find the cause, rework and submit again',
          },
          owner: 'quality',
        })
    }
    if (!accepted)
      find({
        subject,
        severity: 'block',
        state: 'missing',
        what: { zh: '没有检验合格的大货批次', en: 'No lot of bulk goods is accepted yet' },
        remedy: { zh: '请按抽样方案检验一批大货', en: 'Inspect a lot by its sampling plan' },
        owner: 'quality',
      })
  },
})

const matches = check<OnAirCase>({
  id: 'product.matches-seal',
  clause: 'S1',
  gate: 'on-air',
  title: { zh: '大货与封样一致', en: 'Bulk goods match the sealed sample' },
  run({ product, sampling }, find) {
    const seal = (product.facts?.samples ?? []).map(sealOf).find((s) => s !== undefined)
    if (!seal || seal.measured.length === 0) return
    const all = product.facts?.lots ?? []
    const again = superseded(all)
    for (const lot of all) {
      if (again.has(lot.id) || lot.measured.length === 0) continue
      for (const d of compareWithSeal(seal.measured, lot.measured, Number(sampling['seal-tolerance']))) {
        const name = attributeName(d.attribute)
        find({
          subject: product.id,
          severity: 'block',
          state: d.bulk === '' ? 'missing' : 'wrong',
          what: {
            zh:
              d.bulk === ''
                ? `批 ${lot.id} 未测量${name.zh}`
                : `批 ${lot.id} 的${name.zh}为 ${d.bulk}，封样为 ${d.sealed}`,
            en:
              d.bulk === ''
                ? `Lot ${lot.id}: ${name.en} is not measured`
                : `Lot ${lot.id}: ${name.en} is ${d.bulk}, the seal has ${d.sealed}`,
          },
          remedy: { zh: '请核对大货与封样', en: 'Compare the goods with the sealed sample' },
          owner: 'quality',
        })
      }
    }
  },
})

const held = check<OnAirCase>({
  id: 'product.held',
  clause: 'S2',
  gate: 'on-air',
  title: { zh: '产品未被冻结', en: 'The product is not on hold' },
  run({ product, plan, asOf }, find) {
    for (const hold of plan.holds)
      if (hold.product === product.id && covers(hold, asOf))
        find({
          subject: product.id,
          severity: 'block',
          state: 'wrong',
          what: { zh: `产品被 ${hold.by} 冻结：${hold.reason}`, en: `On hold by ${hold.by}: ${hold.reason}` },
          remedy: { zh: '请查明原因后解除冻结', en: 'Resolve the reason and lift the hold' },
          owner: 'quality',
        })
  },
})

const script = check<OnAirCase>({
  id: 'script.claims.evidenced',
  clause: 'S3',
  gate: 'on-air',
  title: { zh: '话术只含有据宣称', en: 'The script holds evidenced claims only' },
  run({ product, plan, asOf, claimsIn }, find) {
    const held = (product.facts?.['claim-evidence'] ?? []).filter(holdsOn(asOf))
    for (const said of plan.scripts.filter((s) => s.product === product.id))
      for (const hit of claimsIn(said.text, said.language)) {
        if (held.some((e) => carries(e, hit))) continue
        find({
          subject: product.id,
          severity: hit.severity,
          state: 'wrong',
          what: { zh: `话术含无据宣称“${hit.words}”`, en: `The script claims “${hit.words}” without proof` },
          remedy: { zh: `请补充证据，或改为：${hit.softer}`, en: `Add the evidence; or say instead: ${hit.softer}` },
          owner: 'host',
          span: { field: 'script', from: hit.from, to: hit.to, words: hit.words },
        })
      }
  },
})

const scriptWords = check<OnAirCase>({
  id: 'script.words.allowed',
  clause: 'S3',
  gate: 'on-air',
  title: { zh: '话术不含禁用词句', en: 'The script holds no forbidden words' },
  run({ product, plan, forbiddenIn }, find) {
    for (const said of plan.scripts.filter((s) => s.product === product.id))
      for (const { rule, from, to, words } of forbiddenIn(said.text))
        find({
          ...behind(rule),
          clause: 'S3',
          owner: 'host',
          subject: product.id,
          state: 'wrong',
          what: {
            zh: `话术含禁用词句“${words}”：${rule.title.zh}`,
            en: `The script holds forbidden words “${words}”: ${rule.title.en}`,
          },
          span: { field: 'script', from, to, words },
        })
  },
})

export const onAirChecks = [lots, matches, held, script, scriptWords]
