import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { EChartsOption } from 'echarts'
import { useMemo, useState } from 'react'
import { useDark } from '../../../look/theme.ts'
import { token } from '../../../look/token.ts'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { useLanguage } from '../../../texts/language.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Chart } from '../../../ui/chart.tsx'
import { Evidence } from '../../../ui/evidence/evidence.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { EvidenceButton } from '../evidence-button.tsx'
import { type ActionAt, ActionForm } from '../forms/action-form.tsx'
import type { Review, Supplier } from '../record.ts'
import { UntilDay } from '../until-day.tsx'
import { useSupplierWords } from '../words.ts'
import './inspections.css'

const useText = texts('supplier-inspections', {
  title: { zh: '考察', en: 'Inspections' },
  none: { zh: '尚未考察', en: 'Not inspected yet' },
  start: { zh: '考察', en: 'Inspect' },
  again: { zh: '复查', en: 'Inspect again' },
  radar: { zh: '各部分得分', en: 'Score by section' },
  score: { zh: '得分 {{score}}，{{pass}} 通过', en: 'Score {{score}}, passed from {{pass}}' },
  by: { zh: '{{by}}，{{mode}}考察，{{place}}', en: '{{by}}, {{mode}}, {{place}}' },
  until: { zh: '有效至', en: 'counts until' },
  critical: { zh: '关键项不合格：{{items}}', en: 'Critical items failed: {{items}}' },
  overdue: { zh: '整改逾期：{{items}}', en: 'Corrective action overdue: {{items}}' },
  actions: { zh: '整改', en: 'Corrective actions' },
  due: { zh: '应于{{day}}前完成', en: 'due {{day}}' },
  done: { zh: '{{day}} 已关闭', en: 'closed {{day}}' },
  answered: { zh: '{{by}} 答复：{{text}}', en: '{{by}} answers: {{text}}' },
  close: { zh: '关闭', en: 'Close' },
  answer: { zh: '答复', en: 'Answer' },
  photos: { zh: '照片（{{count}}）', en: { one: '{{count}} photo', other: '{{count}} photos' } },
  earlier: { zh: '以往考察', en: 'Earlier ones' },
  unnamed: { zh: '地点未注明', en: 'place not told' },
  someone: { zh: '考察人未注明', en: 'someone not named' },
})

type Scored = Review['inspections'][number]
const MARK = { pass: 'passed', conditional: 'conditional', fail: 'open' } as const

/** I1 · The inspections of a supplier: the newest drawn section by section, what is to be mended, and those before. */
export function Inspections({ supplier, review }: { readonly supplier: Supplier; readonly review: Review }) {
  const t = useText()
  const w = useSupplierWords()
  const formats = useFormats()
  const may = useMay()
  const [action, setAction] = useState<ActionAt>()
  const [newest, ...earlier] = review.inspections
  return (
    <Section
      title={t('title')}
      id="inspections"
      beside={
        may('sourcing', 'quality') ? (
          <Link to="/suppliers/$supplier/inspect" params={{ supplier: supplier.id }}>
            <Button size="small">{t(newest ? 'again' : 'start')}</Button>
          </Link>
        ) : undefined
      }
    >
      {newest ? (
        <Newest scored={newest} supplier={supplier} onAction={setAction} />
      ) : (
        <p className="quiet">{t('none')}</p>
      )}
      {earlier.length > 0 ? (
        <>
          <h3>{t('earlier')}</h3>
          <ul className="profile-rows">
            {earlier.map((i) => (
              <li key={`${i.template} ${i.day}`} className="profile-row-head">
                <span>
                  <GateMark state={MARK[i.result]} of={w(i.result)} small /> {formats.day(i.day)}
                </span>
                <span>{formats.percent(i.score)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <ActionForm action={action} supplier={supplier.id} onClose={() => setAction(undefined)} />
    </Section>
  )
}

type NewestProps = {
  readonly scored: Scored
  readonly supplier: Supplier
  readonly onAction: (at: ActionAt) => void
}
function Newest({ scored, supplier, onAction }: NewestProps) {
  const t = useText()
  const say = useSay()
  const w = useSupplierWords()
  const formats = useFormats()
  const may = useMay()
  const record = supplier.record.inspections.find((i) => i.template === scored.template && i.day === scored.day)
  const photos = [...(record?.photos ?? []), ...(record?.items.flatMap((i) => i.photos ?? []) ?? [])].filter((p) =>
    /^[0-9a-f]{64}$/.test(p),
  )
  return (
    <div className="inspection-newest">
      <div>
        <p>
          <strong>{say(scored.name)}</strong> <span className="quiet">{formats.day(scored.day)}</span>
        </p>
        <p className="decision-result">
          <GateMark state={MARK[scored.result]} of={w(scored.result)} small /> {w(scored.result)}
        </p>
        <p>{t('score', { score: formats.percent(scored.score), pass: formats.percent(scored.pass) })}</p>
        {record ? (
          <p className="quiet">
            {t('by', { by: record.by ?? t('someone'), mode: w(record.mode), place: record.place ?? t('unnamed') })}
          </p>
        ) : null}
        <p className="profile-small">
          {t('until')} <UntilDay day={scored.until} />
        </p>
        {scored.critical.length > 0 ? (
          <p className="profile-wrong">
            {t('critical', { items: formats.list(scored.critical.map((c) => say(c.text))) })}
          </p>
        ) : null}
        {scored.overdue.length > 0 ? (
          <p className="profile-wrong">
            {t('overdue', { items: formats.list(scored.overdue.map((c) => say(c.text))) })}
          </p>
        ) : null}
      </div>
      {scored.sections.length > 2 ? <Radar scored={scored} /> : null}
      {record && record['corrective-actions'].length > 0 ? (
        <div className="inspection-wide">
          <h3>{t('actions')}</h3>
          <ul className="profile-rows">
            {record['corrective-actions'].map((a) => {
              const at = { template: record.template, day: record.day, item: a.item, action: a.action }
              return (
                <li key={`${a.item} ${a.due}`}>
                  <div className="profile-row-head">
                    <span>
                      <GateMark state={a.done ? 'passed' : 'conditional'} small /> {a.action}
                    </span>
                    <span className="quiet profile-small">
                      {a.done ? t('done', { day: formats.day(a.done) }) : t('due', { day: formats.day(a.due) })}{' '}
                      {a.evidence ? <EvidenceButton of={a.evidence} /> : null}
                    </span>
                  </div>
                  {a.answer ? (
                    <p className="quiet">
                      {t('answered', a.answer)} {a.answer.evidence ? <EvidenceButton of={a.answer.evidence} /> : null}
                    </p>
                  ) : null}
                  {a.done ? null : (
                    <p>
                      {may('supplier', 'sourcing') ? (
                        <Button size="small" type="link" onClick={() => onAction({ ...at, does: 'answer' })}>
                          {t('answer')}
                        </Button>
                      ) : null}
                      {may('sourcing', 'quality') ? (
                        <Button size="small" type="link" onClick={() => onAction({ ...at, does: 'close' })}>
                          {t('close')}
                        </Button>
                      ) : null}
                    </p>
                  )}
                </li>
              )
            })}
          </ul>
        </div>
      ) : null}
      {photos.length > 0 ? (
        <details className="inspection-wide">
          <summary className="papers-all">{t('photos', { count: photos.length })}</summary>
          <div className="inspection-photos">
            {photos.map((p) => (
              <Evidence key={p} sha256={p} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  )
}

/** A name in short lines: beside a radar there is room for no more. */
const inLines = (name: string) =>
  name
    .replace(/(\S{1,14}(?: \S{1,8})?) (?=\S)/g, '$1\n')
    .replace(/([\u4e00-\u9fff、]{6})(?=[\u4e00-\u9fff]{2})/g, '$1\n')

function Radar({ scored: { sections } }: { readonly scored: Scored }) {
  const t = useText()
  const language = useLanguage()
  const label = t('radar')
  // another colour in the dark
  useDark()
  const quiet = token('text-quiet')
  const option = useMemo<EChartsOption>(
    () => ({
      tooltip: { valueFormatter: (v) => `${v} %` },
      radar: {
        radius: '52%',
        indicator: sections.map((s) => ({ name: s.section[language], max: 100 })),
        axisName: { fontSize: 11, lineHeight: 14, color: quiet, formatter: (name?: string) => inLines(name ?? '') },
        splitArea: { show: false },
      },
      series: [
        {
          type: 'radar',
          name: label,
          areaStyle: { opacity: 0.18 },
          data: [{ value: sections.map((s) => Math.round(s.score * 1000) / 10), name: label }],
        },
      ],
    }),
    [sections, language, label, quiet],
  )
  const told = sections.map((s) => `${s.section[language]} ${Math.round(s.score * 100)} %`)
  return <Chart option={option} height={240} label={`${label}: ${told.join(', ')}`} />
}
