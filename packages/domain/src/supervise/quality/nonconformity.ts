import { z } from 'zod'
import { addDays, type Day, dayOf, type Instant } from '../../kernel/day.ts'
import { type Reason, Refusal } from '../../kernel/errors.ts'
import { stateWord } from '../../kernel/state-words.ts'
import { because } from '../because.ts'
import { DEFECT_CLASSES } from './lot.ts'
import { NONCONFORMITY_STEPS, type QualityFile } from './quality-schema.ts'

export type NonconformityStep = (typeof NONCONFORMITY_STEPS)[number]

/** The day it was where the organisation is; in records made before it was kept, that of UTC holds. */
const on = z.string().optional()

/** One step taken: by whom, when, what, with its evidence. An effect tells whether the action worked. */
export const stepTaken = z.strictObject({
  step: z.enum(NONCONFORMITY_STEPS),
  by: z.string().min(1),
  at: z.string(),
  on,
  what: z.string().trim().min(5).max(4000),
  evidence: z.array(z.string()).max(20).default([]),
  /** the day it was owed */
  due: z.string(),
  effective: z.boolean().optional(),
})
export type StepTaken = z.infer<typeof stepTaken>

/** S1 · What is wrong with goods, followed from containment to the proof that it does not come back. */
export const nonconformity = z.strictObject({
  what: z.string().trim().min(5).max(2000),
  class: z.enum(DEFECT_CLASSES),
  opened: z.strictObject({ by: z.string(), at: z.string(), on }),
  steps: z.array(stepTaken),
})
export type Nonconformity = z.infer<typeof nonconformity>

const dayTaken = ({ at, on }: Pick<StepTaken, 'at' | 'on'>): Day => (on ?? dayOf(at as Instant)) as Day
/** Whether a step was taken by the day it was owed. */
export const inTime = (step: StepTaken): boolean => dayTaken(step) <= step.due

type Step = { readonly next: NonconformityStep | null; readonly due: Day | null }
const LAST = NONCONFORMITY_STEPS.length - 1

/** The step owed next and its day; none once the effect is proven. An action that did not work asks for the cause anew. */
export function nextStep(file: Pick<QualityFile, 'steps'>, { opened, steps }: Nonconformity): Step {
  const last = steps.at(-1)
  if (last?.step === 'effect' && last.effective) return { next: null, due: null }
  const at = last === undefined ? 0 : last.step === 'effect' ? 1 : NONCONFORMITY_STEPS.indexOf(last.step) + 1
  const next = NONCONFORMITY_STEPS[Math.min(at, LAST)] as NonconformityStep
  const days = file.steps.find((s) => s.id === next)?.days ?? 0
  return { next, due: addDays(dayTaken(last ?? opened), days) }
}

type Taking = Pick<StepTaken, 'step' | 'by' | 'what' | 'evidence' | 'effective'> & {
  readonly at: Instant
  readonly on: Day
}

/** Takes the step that is owed. The effect is judged by someone other than who took the action. @throws Refusal */
export function takeStep(file: Pick<QualityFile, 'steps'>, record: Nonconformity, taking: Taking): Nonconformity {
  const { next, due } = nextStep(file, record)
  const refuse = (why: Reason, zh: string, en: string): never => {
    throw new Refusal(why, 'S1', { zh, en })
  }
  if (next === null) return refuse(because('nonconformity-closed'), '不合格已关闭', 'Open a new one when it comes back')
  const asks = file.steps.find((s) => s.id === next)?.asks
  if (taking.step !== next)
    refuse(
      because('step-comes-first', { next: stateWord('step', next) }),
      asks?.zh ?? '请按顺序处理',
      asks?.en ?? 'Take the steps in their order',
    )
  if (taking.step === 'effect') {
    if (taking.effective === undefined)
      refuse(because('effect-is-judged'), '请判定措施是否有效', 'Say whether the action worked')
    if (record.steps.findLast((s) => s.step === 'action')?.by === taking.by)
      refuse(because('effect-second-person'), '请由另一人验证效果', 'Have another person judge it')
  }
  if ((taking.step === 'action' || taking.step === 'effect') && taking.evidence.length === 0)
    refuse(because('step-without-evidence', { next: stateWord('step', next) }), '请附上证据', 'Add its evidence')
  const { effective, ...step } = taking
  const taken = { ...step, due: due as Day, ...(taking.step === 'effect' ? { effective } : {}) }
  return { ...record, steps: [...record.steps, taken] }
}
