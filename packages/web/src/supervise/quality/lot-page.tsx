import { attributeName } from '@haixuan/domain/select/product/attribute-name'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Evidence } from '../../ui/evidence/evidence.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Fact, Facts, Page, Section } from '../../ui/page/page.tsx'
import { useDraft } from './inspect-draft.ts'
import { OcChart } from './oc-chart.tsx'
import { PlanTold } from './plan-told.tsx'
import { PutUpForm } from './put-up-form.tsx'
import { useQualityWords } from './quality-words.ts'
import { VerdictMark } from './verdict-mark.tsx'
import './quality.css'

const useText = texts('lot-page', {
  inspect: { zh: '开始检验', en: 'Inspect' },
  finished: { zh: '提交已完成的检验', en: 'Send the finished inspection' },
  second: { zh: '检验第二样本', en: 'Inspect the second sample' },
  again: { zh: '整理后重新提交', en: 'Put up again' },
  notYours: { zh: '由质量人员检验', en: 'The quality people inspect it' },
  product: { zh: '产品', en: 'Product' },
  about: { zh: '概况', en: 'What it is' },
  supplier: { zh: '供应商', en: 'Supplier' },
  class: { zh: '品类', en: 'Class' },
  units: { zh: '批量', en: 'Units' },
  submitted: { zh: '提交', en: 'Put up' },
  inspected: { zh: '检验', en: 'Inspected' },
  resubmits: { zh: '替代拒收批', en: 'In place of' },
  by: { zh: '{{at}} · {{by}}', en: '{{at}} · {{by}}' },
  plan: { zh: '抽样方案与所见', en: 'The plan, and what was found' },
  found: { zh: '所见 {{n}}', en: 'Found {{n}}' },
  notYet: { zh: '尚未检验', en: 'Not inspected yet' },
  curve: { zh: 'OC 曲线（严重缺陷）', en: 'OC curve (major nonconformities)' },
  defects: { zh: '缺陷', en: 'What was wrong' },
  of: { zh: '{{what}} × {{n}}', en: '{{what}} × {{n}}' },
  seal: { zh: '大货对照封样', en: 'Bulk goods beside the sealed sample' },
  attribute: { zh: '项目', en: 'Attribute' },
  sealed: { zh: '封样', en: 'Sealed' },
  bulk: { zh: '大货', en: 'Bulk' },
  same: { zh: '相符', en: 'the same' },
  off: { zh: '不符', en: 'differs' },
  missing: { zh: '未测', en: 'not measured' },
  tolerance: { zh: '数值允许相差 {{share}}', en: 'Numbers may differ by {{share}}' },
  noSeal: { zh: '没有封样可对照', en: 'There is no sealed sample to compare with' },
  switching: { zh: '下一批的严格度', en: 'How the next lot is inspected' },
  next: { zh: '该供应商“{{of}}”的下一批：{{severity}}', en: 'The next lot of {{of}} from this supplier: {{severity}}' },
  stopped: { zh: '收货已中止：请供应商先整改', en: 'Acceptance is stopped: the supplier corrects the cause first' },
  score: { zh: '转移得分 {{n}}（30 分可放宽）', en: 'Switching score {{n}} (30 may reduce)' },
  lots: { zh: '依据的批次', en: 'Lots that say so' },
  open: { zh: '不合格', en: 'Nonconformities' },
  closed: { zh: '已关闭', en: 'closed' },
  photos: { zh: '照片与证据', en: 'Pictures and evidence' },
})
type Lot = Answer<'lot.get'>

/** S1 · A lot: how it is to be sampled and why, what was found, and the sealed sample beside it. */
export function LotPage() {
  const at = useParams({ from: '/projects/$project/quality/lots/$product/$lot' })
  const lot = useQuery(ask('lot.get', at))
  return <Asked of={lot}>{(shown) => <LotShown lot={shown} />}</Asked>
}

function LotShown({ lot }: { readonly lot: Lot }) {
  const t = useText()
  const words = useQualityWords()
  const formats = useFormats()
  const { className } = useWords()
  const may = useMay()
  const navigate = useNavigate()
  const [again, setAgain] = useState(false)
  const me = useMe().data?.user
  // done on this device without a network, and left before it could be sent
  const { draft } = useDraft(`${lot.project}/${lot.product}/${lot.id}`)
  const waits = me !== undefined && draft?.ready === me
  const params = { project: lot.project, product: lot.product, lot: lot.id }
  const open = lot.verdict === 'waiting' || lot.verdict === 'second-sample'
  const refused = lot.verdict === 'refused' && !lot.superseded
  return (
    <Page
      title={lot.id}
      beside={<VerdictMark verdict={lot.verdict} />}
      about={
        <Link to={'/projects/$project/products/$product' as never} params={params as never}>
          {lot.title}
        </Link>
      }
      stops={open && !may('quality') ? t('notYours') : undefined}
      actions={
        open ? (
          <Button
            type="primary"
            disabled={!may('quality')}
            onClick={() => void navigate({ to: '/projects/$project/quality/lots/$product/$lot/inspect', params })}
          >
            {t(waits ? 'finished' : lot.verdict === 'waiting' ? 'inspect' : 'second')}
          </Button>
        ) : refused && may('quality', 'sourcing', 'selection') ? (
          <Button type="primary" onClick={() => setAgain(true)}>
            {t('again')}
          </Button>
        ) : null
      }
    >
      <Section title={t('about')}>
        <Facts>
          <Fact name={t('supplier')}>
            <Link to={'/suppliers/$supplier' as never} params={{ supplier: lot.supplier } as never}>
              {lot.supplierName}
            </Link>
          </Fact>
          <Fact name={t('class')}>{lot.class ? className(lot.class) : '—'}</Fact>
          <Fact name={t('units')}>{formats.number(lot.units)}</Fact>
          {lot.submitted ? <Fact name={t('submitted')}>{formats.moment(lot.submitted)}</Fact> : null}
          {lot.by ? (
            <Fact name={t('inspected')}>
              {lot.inspected ? t('by', { at: formats.moment(lot.inspected), by: lot.by }) : lot.by}
            </Fact>
          ) : null}
          {lot.resubmits ? (
            <Fact name={t('resubmits')}>
              <Link to="/projects/$project/quality/lots/$product/$lot" params={{ ...params, lot: lot.resubmits }}>
                {lot.resubmits}
              </Link>
            </Fact>
          ) : null}
        </Facts>
      </Section>
      <div className="quality-columns">
        <div className="quality-stack">
          <Section title={t('plan')}>
            {lot.classes.map((c) => (
              <div key={c.class} className="lot-class">
                <header>
                  <h3>{words(c.class)}</h3>
                  <span>{c.found.length > 0 ? t('found', { n: c.found.join(' + ') }) : t('notYet')}</span>
                  <VerdictMark verdict={c.verdict} />
                </header>
                <PlanTold plan={c.plan} units={lot.units} level={lot.level} aql={c.aql} />
              </div>
            ))}
          </Section>
          <SealBeside lot={lot} />
        </div>
        <div className="quality-stack">
          <Section title={t('curve')}>
            <OcChart curve={lot.curve} aql={lot.aql} />
          </Section>
          {lot.switching ? (
            <Section title={t('switching')}>
              <p className={lot.switching.discontinued ? 'quality-bad' : undefined}>
                <strong>
                  {lot.switching.discontinued
                    ? t('stopped')
                    : t('next', { of: className(lot.class ?? ''), severity: words(lot.switching.severity) })}
                </strong>
              </p>
              <p className="quiet">{t('score', { n: lot.switching.score })}</p>
              <ol className="switching-lots" aria-label={t('lots')}>
                {lot.switching.lots.slice(-20).map((each) => (
                  <li key={`${each.project} ${each.product} ${each.id}`}>
                    <Link
                      to="/projects/$project/quality/lots/$product/$lot"
                      params={{ project: each.project, product: each.product, lot: each.id }}
                      title={each.id}
                    >
                      <VerdictMark verdict={each.accepted ? 'accepted' : 'refused'} /> {each.id}
                    </Link>
                  </li>
                ))}
              </ol>
            </Section>
          ) : null}
        </div>
      </div>
      {lot.defects.length > 0 ? (
        <Section title={t('defects')}>
          <ul className="lot-defects">
            {lot.defects.map((d) => (
              <li key={`${d.class} ${d.what}`}>
                <strong>{words(d.class)}</strong> {t('of', { what: d.what, n: d.units })}
                {d.photo ? <Evidence sha256={d.photo} /> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {lot.nonconformities.length > 0 ? (
        <Section title={t('open')}>
          <ul className="lot-defects">
            {lot.nonconformities.map((n) => (
              <li key={n.id}>
                <Link
                  to="/projects/$project/quality/nonconformities/$nonconformity"
                  params={{ project: lot.project, nonconformity: n.id }}
                >
                  {n.what}
                </Link>{' '}
                <span className="quiet">{n.next ? words(n.next as 'cause') : t('closed')}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {lot.photos.length > 0 || isFile(lot.evidence) ? (
        <Section title={t('photos')}>
          <div className="lot-photos">
            {[...lot.photos, ...(isFile(lot.evidence) ? [lot.evidence as string] : [])].map((sha256) => (
              <Evidence key={sha256} sha256={sha256} />
            ))}
          </div>
        </Section>
      ) : null}
      {again ? (
        <PutUpForm
          project={lot.project}
          resubmits={{ product: lot.product, lot: lot.id, units: lot.units }}
          onClose={() => setAgain(false)}
        />
      ) : null}
    </Page>
  )
}

const isFile = (evidence: string | null) => evidence !== null && /^[0-9a-f]{64}$/.test(evidence)

function SealBeside({ lot }: { readonly lot: Lot }) {
  const t = useText()
  const say = useSay()
  const { percent } = useFormats()
  const told = (m: Lot['measured'][number] | undefined) => (m ? `${m.value}${m.unit ? ` ${m.unit}` : ''}` : '—')
  const attributes = [...new Set([...(lot.seal?.measured ?? []), ...lot.measured].map((m) => m.attribute))]
  return (
    <Section title={t('seal')}>
      {lot.seal === null ? <p className="quiet">{t('noSeal')}</p> : null}
      {attributes.length > 0 ? (
        <table className="seal-table">
          <thead>
            <tr>
              <th>{t('attribute')}</th>
              <th>{t('sealed')}</th>
              <th>{t('bulk')}</th>
              <th> </th>
            </tr>
          </thead>
          <tbody>
            {attributes.map((attribute) => {
              const sealed = lot.seal?.measured.find((m) => m.attribute === attribute)
              const bulk = lot.measured.find((m) => m.attribute === attribute)
              const off = lot.unlike.some((u) => u.attribute === attribute)
              return (
                <tr key={attribute} className={off ? 'quality-bad' : undefined}>
                  <th scope="row">{say(attributeName(attribute))}</th>
                  <td>{told(sealed)}</td>
                  <td>{told(bulk)}</td>
                  <td>{!sealed ? '' : !bulk ? t('missing') : off ? t('off') : t('same')}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
      <p className="quiet">{t('tolerance', { share: percent(Number(lot.tolerance)) })}</p>
    </Section>
  )
}
