import type { GateState } from '@haixuan/domain/gate/gate'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { GateMark } from '../../ui/gate/gate-mark.tsx'
import { StateBar } from '../../ui/state-bar.tsx'
import { rowsOf } from './rows-of.ts'

const useText = texts('flow-chart', {
  plan: { zh: '制定选品方案', en: 'Plan' },
  select: { zh: '实施选品方案', en: 'Select' },
  supervise: { zh: '监督实施', en: 'Supervise' },
  improve: { zh: '跟踪与改进', en: 'Improve' },
  lineup: { zh: '排品', en: 'Lineup' },
  flowing: {
    zh: '{{count}} 个产品流过',
    en: { one: '{{count}} product flows on', other: '{{count}} products flow on' },
  },
  none: { zh: '还没有候选', en: 'nothing yet' },
  unplaced: { zh: '尚未排品', en: 'not arranged yet' },
  products: { zh: '{{count}} 个产品', en: { one: '{{count}} product', other: '{{count}} products' } },
  suppliers: { zh: '{{count}} 家供应商', en: { one: '{{count}} supplier', other: '{{count}} suppliers' } },
  slots: { zh: '{{count}} 个位次', en: { one: '{{count}} slot', other: '{{count}} slots' } },
})

type Stage = Answer<'project.flow'>['stages'][number]
type Step = Stage['steps'][number]
const STATES = ['passed', 'conditional', 'open'] as const

/** F1 · The four stages as columns, gates as cards with a node for each clause; an arrow is as thick as what flows. */
export function Chart({ of: { project, stages } }: { readonly of: Answer<'project.flow'> }) {
  const t = useText()
  const steps = stages.flatMap((s) => s.steps)
  const products = Math.max(...steps.filter((s) => s.subject === 'product').map((s) => s.subjects), 0)
  // what reaches a step is what the gates before it let through, provisionally or for good
  const through = (step: Step): number | undefined =>
    step.subject === 'product' ? step.passed + step.conditional : step.subject === 'slot' ? step.passed : undefined
  return (
    <>
      {stages.map((stage, i) => (
        <Fragment key={stage.stage}>
          <section className={`flow-stage flow-${stage.stage}`} aria-label={t(stage.stage)}>
            <h2>{t(stage.stage)}</h2>
            {stage.steps.map((step, n) => (
              <Fragment key={step.step}>
                <GateCard project={project.id} step={step} />
                {n < stage.steps.length - 1 ? <Arrow count={through(step)} of={products} /> : null}
              </Fragment>
            ))}
          </section>
          {i < stages.length - 1 ? (
            <div className={`flow-between flow-after-${stage.stage}`} aria-hidden="true">
              <Arrow count={through(stage.steps.at(-1) as Step)} of={products} />
            </div>
          ) : null}
        </Fragment>
      ))}
    </>
  )
}

function GateCard({ project, step }: { readonly project: string; readonly step: Step }) {
  const t = useText()
  const { term, clause } = useWords()
  const { number } = useFormats()
  const single = step.subject === 'plan'
  const subjects = { product: 'products', supplier: 'suppliers', slot: 'slots' } as const
  return (
    <section
      className={`flow-gate${step.open > 0 ? ' flow-blocked' : ''}`}
      aria-label={step.step === 'lineup' ? t('lineup') : term(step.step)}
    >
      <header>
        <h3>{step.step === 'lineup' ? t('lineup') : term(step.step)}</h3>
        {single ? (
          <StateLink project={project} step={step} />
        ) : (
          <span className="quiet">
            {step.subjects > 0
              ? t(subjects[step.subject as 'product'], { count: step.subjects })
              : t(step.step === 'lineup' ? 'unplaced' : 'none')}
          </span>
        )}
      </header>
      {single || step.subjects === 0 ? null : (
        <>
          <StateBar {...step} />
          <p className="flow-counts">
            {STATES.map((state) => (
              <Count key={state} {...{ project, step, state }} />
            ))}
          </p>
        </>
      )}
      <ul className="flow-nodes">
        {step.nodes.map((node) => {
          const worst: GateState = node.open > 0 ? 'open' : node.conditional > 0 ? 'conditional' : 'passed'
          return (
            <li key={node.clause}>
              <GateMark
                state={worst === 'passed' && (undecided(step) || node.waiting === node.passed) ? 'conditional' : worst}
                small
              />
              <span className="flow-clause">
                <Clause id={node.clause} /> {clause(node.clause)}
              </span>
              {single || step.step === 'lineup' || step.subjects === 0 ? null : (
                <span className="flow-node-counts">
                  {(['open', 'conditional'] as const).map((state) =>
                    node[state] > 0 ? (
                      <Link
                        key={state}
                        to={rowsOf(project, step, state, node.clause).to}
                        search={rowsOf(project, step, state, node.clause).search as never}
                        className={`flow-${state}`}
                        aria-label={`${node.clause} ${number(node[state])}`}
                      >
                        {number(node[state])}
                      </Link>
                    ) : null,
                  )}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Nothing stands at it yet, or it has not been decided: no clause of it can be said to pass. */
const undecided = (step: Step) =>
  step.subjects === 0 ||
  (step.subject === 'plan' && step.passed === 0 && step.nodes.every((n) => n.open + n.conditional === 0))

function StateLink({ project, step }: { readonly project: string; readonly step: Step }) {
  const state = STATES.find((s) => step[s] > 0) ?? 'conditional'
  return (
    <Link to={rowsOf(project, step, state).to}>
      <GateMark state={state} />
    </Link>
  )
}

function Count({ project, step, state }: { readonly project: string; readonly step: Step; readonly state: GateState }) {
  const { number } = useFormats()
  const { to, search } = rowsOf(project, step, state)
  return (
    <Link
      to={to}
      search={search as never}
      className={`flow-count flow-${state}${step[state] === 0 ? ' flow-zero' : ''}`}
    >
      <GateMark state={state} small />
      {number(step[state])}
    </Link>
  )
}

const THINNEST = 2
const WIDEST = 14

/** As thick as the share of products that flow on; thin and dashed when nothing does. */
function Arrow({ count, of }: { readonly count: number | undefined; readonly of: number }) {
  const t = useText()
  const share = count === undefined ? 0.3 : of > 0 ? count / of : 0
  const width = THINNEST + share * (WIDEST - THINNEST)
  const head = width + 8
  const label = count === undefined ? undefined : t('flowing', { count })
  return (
    <span className="flow-between-steps" title={label}>
      <svg className={`flow-arrow${share === 0 ? ' flow-arrow-empty' : ''}`} viewBox="0 0 28 28" aria-hidden>
        <line x1="14" y1="1" x2="14" y2="18" strokeWidth={width} />
        <path d={`M${14 - head / 2} 17h${head}l${-head / 2} 10z`} />
      </svg>
      {label === undefined ? null : <span className="heard">{label}</span>}
    </span>
  )
}
