import { attributeName } from '@haixuan/domain/select/product/attribute-name'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Input, InputNumber, Progress, Skeleton } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { type Photo, storePhotos } from '../../offline/drafts/photo.ts'
import { useSending } from '../../offline/drafts/use-sending.ts'
import { useMe } from '../../shell/session.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Photos } from '../../ui/photos/photos.tsx'
import { type Draft, useDraft } from './inspect-draft.ts'
import { useQualityWords } from './quality-words.ts'
import './quality.css'

const useText = texts('inspect-page', {
  title: { zh: '检验 {{lot}}', en: 'Inspect {{lot}}' },
  step: { zh: '第 {{n}} 步，共 {{of}} 步', en: 'Step {{n}} of {{of}}' },
  photo: { zh: '先拍一张批次照片', en: 'First, a picture of the lot' },
  photoHow: { zh: '拍下唛头与堆放，可跳过', en: 'Its marks and how it is stacked; may be skipped' },
  take: { zh: '请随机抽取 {{n}} 件', en: 'Take {{n}} units at random' },
  takeMore: { zh: '请再随机抽取 {{n}} 件（第二样本）', en: 'Take {{n}} more units at random (second sample)' },
  count: { zh: '有几件{{of}}缺陷？', en: 'How many units have a {{of}} nonconformity?' },
  once: { zh: '一件有多种缺陷的，只计入最严重的一类', en: 'A unit with several counts in its gravest class alone' },
  critical: { zh: '可能伤及人身或违反强制要求', en: 'May harm people or breaks a mandatory requirement' },
  major: { zh: '影响使用或与封样不符', en: 'Spoils the use or differs from the sealed sample' },
  minor: { zh: '不影响使用的外观瑕疵', en: 'A blemish that does not spoil the use' },
  what: { zh: '{{of}}缺陷是什么？', en: 'What are the {{of}} nonconformities?' },
  whatHint: { zh: '如：开线、错色、划痕', en: 'such as open seam, wrong colour, scratch' },
  measure: { zh: '测量“{{attribute}}”', en: 'Measure the {{attribute}}' },
  sealed: { zh: '封样：{{value}}', en: 'The sealed sample has {{value}}' },
  check: { zh: '请核对后提交', en: 'Check, then record' },
  less: { zh: '减一件', en: 'One less' },
  more: { zh: '加一件', en: 'One more' },
  back: { zh: '上一步', en: 'Back' },
  next: { zh: '下一步', en: 'Next' },
  skip: { zh: '跳过', en: 'Skip' },
  save: { zh: '记录检验结果', en: 'Record the inspection' },
  later: { zh: '联网后提交', en: 'Send once online' },
  offline: { zh: '离线：答案与照片保存在本机', en: 'Offline: answers and photos are kept on this device' },
  waits: {
    zh: '已完成，联网后自动提交，请留在本页',
    en: 'Done; stay on this page, and it is sent once there is a network',
  },
  kept: { zh: '草稿已保存在本机', en: 'The draft is kept on this device' },
  units: { zh: '{{count}} 件', en: { one: '{{count}} unit', other: '{{count}} units' } },
})
type Lot = Answer<'lot.get'>

/** S1 · A lot inspected on a phone: one question a screen, the picture first, kept on the device until it is recorded. */
export function InspectPage() {
  const at = useParams({ from: '/projects/$project/quality/lots/$product/$lot/inspect' })
  const lot = useQuery({ ...ask('lot.get', at), staleTime: 60_000 })
  const me = useMe().data?.user
  const { draft, change, forget } = useDraft(`${at.project}/${at.product}/${at.lot}`)
  if (!draft) return <Skeleton active />
  return (
    <Asked of={lot}>
      {(shown) => <Inspection lot={shown} draft={draft} onChange={change} onSent={forget} me={me} />}
    </Asked>
  )
}

type Going = {
  readonly lot: Lot
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly onSent: () => Promise<unknown>
  /** who it is that inspects */
  readonly me: string | undefined
}

/** Photos that the server lacks go first, then the inspection; only then is the draft gone. */
function useInspection({ lot, draft, onChange, onSent, me }: Going) {
  const navigate = useNavigate()
  const { run } = useCommand('product.inspect-lot')
  const work = useCallback(async () => {
    const photos = await storePhotos(draft.photos)
    const shots: Record<string, readonly Photo[]> = {}
    for (const [of, taken] of Object.entries(draft.shots)) shots[of] = await storePhotos(taken)
    const stored = { ...draft, photos, shots }
    onChange(stored)
    const done = await run({ params: paramsOf(lot), input: inputOf(lot, stored, sampleOf(lot)) })
    if (!done) return false
    await onSent()
    void navigate({ to: '/projects/$project/quality/lots/$product/$lot', params: paramsOf(lot) })
    return true
  }, [lot, draft, onChange, onSent, run, navigate])
  const onRefused = useCallback(() => onChange({ ...draft, ready: undefined }), [draft, onChange])
  return useSending({ ready: me !== undefined && draft.ready === me, work, onRefused })
}

const sampleOf = (lot: Lot) => (lot.verdict === 'second-sample' ? 1 : 0)

function Inspection(going: Going) {
  const { lot, draft, onChange, me } = going
  const t = useText()
  const say = useSay()
  const words = useQualityWords()
  const [at, setAt] = useState(0)
  const sample = sampleOf(lot)
  const { send, sending, online } = useInspection(going)
  const change = (to: Partial<Draft>) => onChange({ ...draft, ...to, ready: undefined })
  const counted = (of: string) => draft.counts[of] ?? 0
  const classes = lot.classes.filter((c) => c.verdict === 'waiting' || c.verdict === 'second-sample' || sample === 0)
  const steps = [
    ...(sample === 0 ? [{ kind: 'photo' as const }] : []),
    ...classes.map((c) => ({ kind: 'count' as const, of: c })),
    ...classes.filter((c) => counted(c.class) > 0).map((c) => ({ kind: 'what' as const, of: c })),
    ...(sample === 0 ? (lot.seal?.measured ?? []).map((m) => ({ kind: 'measure' as const, of: m })) : []),
    { kind: 'check' as const },
  ]
  const step = steps[Math.min(at, steps.length - 1)]!
  const last = step.kind === 'check'
  useEffect(() => {
    document.title = `${t('title', { lot: lot.id })} · 海选 Haixuan`
  }, [t, lot.id])
  return (
    <article className="lot-inspect">
      <header>
        <Progress percent={Math.round(((at + 1) / steps.length) * 100)} showInfo={false} size="small" />
        <p className="quiet">
          {lot.id} · {lot.title} · {t('step', { n: at + 1, of: steps.length })}
        </p>
      </header>
      <div className="lot-inspect-question" key={`${step.kind}-${at}`}>
        {step.kind === 'photo' ? (
          <>
            <h1>{t('photo')}</h1>
            <p className="quiet">{t('photoHow')}</p>
            <Photos photos={draft.photos} onChange={(photos) => change({ photos })} />
          </>
        ) : step.kind === 'count' ? (
          <>
            <p>
              {t(sample === 1 ? 'takeMore' : 'take', { n: step.of.plan.samples[sample] ?? step.of.plan.samples[0] })}
            </p>
            <h1>{t('count', { of: words(step.of.class) })}</h1>
            <p className="quiet">
              {t(step.of.class)} · {t('once')}
            </p>
            <Counter
              value={counted(step.of.class)}
              most={step.of.plan.samples[sample] ?? step.of.plan.samples[0] ?? 0}
              labels={{ less: t('less'), more: t('more') }}
              onChange={(n) => change({ counts: { ...draft.counts, [step.of.class]: n } })}
            />
          </>
        ) : step.kind === 'what' ? (
          <>
            <h1>{t('what', { of: words(step.of.class) })}</h1>
            <p>{t('units', { count: counted(step.of.class) })}</p>
            <Input
              size="large"
              autoFocus
              aria-label={t('what', { of: words(step.of.class) })}
              placeholder={t('whatHint')}
              maxLength={200}
              value={draft.whats[step.of.class] ?? ''}
              onChange={(event) => change({ whats: { ...draft.whats, [step.of.class]: event.target.value } })}
            />
            <Photos
              most={1}
              photos={draft.shots[step.of.class] ?? []}
              onChange={(photos) => change({ shots: { ...draft.shots, [step.of.class]: photos } })}
            />
          </>
        ) : step.kind === 'measure' ? (
          <>
            <h1>{t('measure', { attribute: say(attributeName(step.of.attribute)) })}</h1>
            <p className="quiet">
              {t('sealed', { value: `${step.of.value}${step.of.unit ? ` ${step.of.unit}` : ''}` })}
            </p>
            {typeof step.of.value === 'number' ? (
              <InputNumber
                size="large"
                autoFocus
                style={{ width: '100%' }}
                aria-label={say(attributeName(step.of.attribute))}
                suffix={step.of.unit}
                value={(draft.measured[step.of.attribute] as number | undefined) ?? null}
                onChange={(value) =>
                  change({ measured: { ...draft.measured, [step.of.attribute]: value ?? undefined } })
                }
              />
            ) : (
              <Input
                size="large"
                autoFocus
                aria-label={say(attributeName(step.of.attribute))}
                value={(draft.measured[step.of.attribute] as string | undefined) ?? ''}
                onChange={(event) =>
                  change({ measured: { ...draft.measured, [step.of.attribute]: event.target.value || undefined } })
                }
              />
            )}
          </>
        ) : (
          <>
            <h1>{t('check')}</h1>
            <ul className="lot-defects">
              {classes.map((c) => (
                <li key={c.class}>
                  <strong>{words(c.class)}</strong> {t('units', { count: counted(c.class) })}{' '}
                  {draft.whats[c.class] ?? ''}
                </li>
              ))}
              {Object.entries(draft.measured).map(([attribute, value]) => (
                <li key={attribute}>
                  <strong>{say(attributeName(attribute))}</strong> {value}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <footer>
        <p className="quiet" aria-live="polite">
          {online ? t('kept') : t(draft.ready === me ? 'waits' : 'offline')}
        </p>
        <div className="lot-inspect-foot">
          <Button size="large" disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t('back')}
          </Button>
          {last ? (
            <Button
              size="large"
              type="primary"
              disabled={draft.ready === me && !online}
              loading={sending}
              onClick={() => (online ? void send() : onChange({ ...draft, ready: me }))}
            >
              {t(online ? 'save' : 'later')}
            </Button>
          ) : (
            <Button size="large" type="primary" onClick={() => setAt(at + 1)}>
              {t('next')}
            </Button>
          )}
        </div>
      </footer>
    </article>
  )
}

const paramsOf = (lot: Lot) => ({ project: lot.project, product: lot.product, lot: lot.id })

/** What the draft says of the lot, added to what its first sample has shown. */
function inputOf(lot: Lot, draft: Draft, sample: number) {
  const found = (of: string, before: readonly number[]) => [...before.slice(0, sample), draft.counts[of] ?? 0]
  const others = lot.classes.filter((c) => c.class !== 'major')
  const main = lot.classes.find((c) => c.class === 'major')
  const defects = lot.classes.flatMap((c) => {
    const what = draft.whats[c.class]?.trim()
    const units = draft.counts[c.class] ?? 0
    const photo = draft.shots[c.class]?.[0]?.sha256
    return what && units > 0 ? [{ class: c.class, what, units, ...(photo ? { photo } : {}) }] : []
  })
  const measured = (lot.seal?.measured ?? []).flatMap(({ attribute, unit }) => {
    const value = draft.measured[attribute]
    return value === undefined ? [] : [{ attribute, value, ...(unit ? { unit } : {}) }]
  })
  return {
    id: lot.id,
    found: found('major', main?.found ?? []),
    ...(others.length > 0
      ? {
          classes: others.map((c) => ({
            class: c.class as 'minor',
            ...(c.aql === null ? {} : { aql: c.aql }),
            // a class that is decided already keeps what its first sample has shown
            found: sample === 1 && c.verdict !== 'second-sample' ? [...c.found] : found(c.class, c.found),
          })),
        }
      : {}),
    defects: [...lot.defects, ...defects],
    ...(sample === 0 ? { measured, photos: draft.photos.flatMap((p) => p.sha256 ?? []) } : {}),
  }
}

function Counter({
  value,
  most,
  labels,
  onChange,
}: {
  readonly value: number
  readonly most: number
  readonly labels: { readonly less: string; readonly more: string }
  readonly onChange: (n: number) => void
}) {
  return (
    <div className="lot-inspect-count">
      <Button aria-label={labels.less} disabled={value === 0} onClick={() => onChange(value - 1)}>
        −
      </Button>
      <output aria-live="polite">{value}</output>
      <Button aria-label={labels.more} disabled={value >= most} onClick={() => onChange(value + 1)}>
        +
      </Button>
    </div>
  )
}
