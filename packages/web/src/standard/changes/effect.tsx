import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { useState } from 'react'
import { useCommand } from '../../client/command.ts'
import { useTask } from '../../client/task.ts'
import { inProject } from '../../shell/address.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { ProblemNote } from '../../ui/page/problem-note.tsx'

const useText = texts('law-effect', {
  run: { zh: '预估影响', en: 'Foresee the effect' },
  about: {
    zh: '以 {{from}} 与 {{to}} 两日分别判定全部在办项目的产品与供应商，不改动任何记录',
    en: 'Decides every product and supplier of open projects as of {{from}} and as of {{to}}; nothing is changed',
  },
  role: { zh: '选品、采购、质量或法务可以预估', en: 'For selection, sourcing, quality and legal' },
  done: {
    zh: '已判定 {{products}} 个产品：{{changed}} 个结果不同，其中 {{held}} 个新被挡住，{{freed}} 个不再被挡',
    en: '{{products}} products decided: {{changed}} come out otherwise, {{held}} newly held, {{freed}} freed',
  },
  none: { zh: '没有产品或供应商会因此不同', en: 'No product or supplier would come out otherwise' },
  law: { zh: '因规则变更', en: 'by the change of law' },
  pack: { zh: '因规则包', en: 'by the pack' },
  time: { zh: '因时间推移（证件到期等）', en: 'by time alone, such as a paper that lapses' },
  gained: { zh: '新增', en: 'gained' },
  lost: { zh: '消除', en: 'gone' },
  more: { zh: '另有 {{count}} 个', en: { one: 'and {{count}} more', other: 'and {{count}} more' } },
  again: { zh: '重新预估', en: 'Foresee again' },
})

type Text = { readonly zh: string; readonly en: string }
type Turned = {
  readonly check: string
  readonly rule?: string
  readonly market?: string
  readonly what: Text
  readonly remedy: Text
  readonly by: 'law' | 'time'
}
type Found = {
  readonly products: number
  readonly changed: number
  readonly newlyHeld: number
  readonly freed: number
  readonly more: number
  readonly effects: readonly {
    readonly kind: 'supplier' | 'product'
    readonly project: string
    readonly subject: string
    readonly title: string
    readonly gained: readonly Turned[]
    readonly lost: readonly Turned[]
  }[]
}

/** M3 · Which products and suppliers would be held otherwise on another day; worked out in the background. */
export function Effect({ from, to }: { readonly from: string; readonly to: string }) {
  // what was foreseen between other days says nothing of these
  return <Between key={`${from} ${to}`} from={from} to={to} />
}

function Between({ from, to }: { readonly from: string; readonly to: string }) {
  const t = useText()
  const { day } = useFormats()
  const foresee = useCommand('standard.foresee')
  return (
    <Foreseen
      about={t('about', { from: day(from), to: day(to) })}
      begin={async () => (await foresee.run({ params: {}, input: { from, to } }))?.task}
    />
  )
}

type Props = {
  readonly about: string
  /** starts the task that works it out, and gives its id */
  readonly begin: () => Promise<string | undefined>
  /** what turned: the law, or an organisation's own rules */
  readonly by?: 'law' | 'pack'
}

/** M3 · What a change of rules would hold, worked out on demand in the background. */
export function Foreseen({ about, begin, by = 'law' }: Props) {
  const t = useText()
  const may = useMay()
  const { percent } = useFormats()
  const [task, setTask] = useState<string>()
  const [starting, setStarting] = useState(false)
  const of = useTask(task)
  const running = starting || (task !== undefined && !of?.finishedAt)
  const allowed = may('selection', 'sourcing', 'quality', 'legal')
  const run = async () => {
    setStarting(true)
    const begun = await begin()
    if (begun) setTask(begun)
    setStarting(false)
  }
  return (
    <>
      <p className="quiet">{about}</p>
      <div className="standard-run">
        <Button loading={running} disabled={!allowed} onClick={() => void run()}>
          {t(of?.finishedAt ? 'again' : 'run')}
        </Button>
        {allowed ? null : <span className="quiet">{t('role')}</span>}
        {running && of?.of ? (
          <Progress
            percent={Math.round((100 * of.done) / of.of)}
            format={() => percent(of.done / (of.of ?? 1))}
            style={{ maxWidth: 320 }}
          />
        ) : null}
      </div>
      {of?.error ? <ProblemNote problem={of.error} /> : null}
      {of?.result ? <Told of={of.result as unknown as Found} by={by} /> : null}
    </>
  )
}

function Told({ of, by }: { readonly of: Found; readonly by: 'law' | 'pack' }) {
  const t = useText()
  const say = useSay()
  const { market } = useWords()
  const { number, colon } = useFormats()
  return (
    <div aria-live="polite">
      <p>
        <strong>
          {t('done', {
            products: number(of.products),
            changed: number(of.changed),
            held: number(of.newlyHeld),
            freed: number(of.freed),
          })}
        </strong>
      </p>
      {of.effects.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="standard-effects">
        {of.effects.map((e) => (
          <li key={`${e.kind} ${e.project} ${e.subject}`}>
            <Link
              to={
                e.kind === 'product'
                  ? inProject(e.project, 'products', e.subject)
                  : `/suppliers/${encodeURIComponent(e.subject)}`
              }
            >
              {e.title}
            </Link>
            <ul>
              {(['gained', 'lost'] as const).flatMap((side) =>
                e[side].map((f) => (
                  <li key={`${side} ${f.check} ${f.rule} ${f.market} ${f.what.en}`}>
                    <GateMark state={side === 'gained' ? 'open' : 'passed'} small />
                    <span>
                      {t(side)}
                      {colon}
                      {say(f.what)}
                      <span className="quiet">
                        {f.market ? ` · ${market(f.market)}` : ''} · {t(f.by === 'law' ? by : f.by)}
                      </span>
                    </span>
                  </li>
                )),
              )}
            </ul>
          </li>
        ))}
      </ul>
      {of.more > 0 ? <p className="quiet">{t('more', { count: of.more })}</p> : null}
    </div>
  )
}
