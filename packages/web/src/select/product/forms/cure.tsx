import type { Judged } from '@haixuan/domain/gate/gate'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMay } from '../../../shell/session.ts'
import { texts } from '../../../texts/texts.ts'

const useText = texts('product-cure', {
  'fix-class': { zh: '确定品类', en: 'Fix the class' },
  'fix-role': { zh: '确定作用', en: 'Fix the role' },
  'add-certificate': { zh: '登记证书', en: 'Add a certificate' },
  'add-label': { zh: '登记标签', en: 'Add a label' },
  describe: { zh: '补充信息', en: 'Add facts' },
  'edit-listing': { zh: '修改商品信息', en: 'Edit the listing' },
  'prove-claim': { zh: '登记依据', en: 'Add evidence' },
  'request-sample': { zh: '索样', en: 'Request a sample' },
  'hand-over-sample': { zh: '登记交接', en: 'Record a hand-over' },
  'lift-hold': { zh: '解除冻结', en: 'Lift the hold' },
  hold: { zh: '冻结', en: 'Hold' },
  offer: { zh: '去合作条件', en: 'To the offer' },
  supplier: { zh: '去供应商', en: 'To the supplier' },
  plan: { zh: '去方案', en: 'To the plan' },
  lot: { zh: '提交待检批', en: 'Put up a lot' },
})

export type Dialog =
  | 'fix-class'
  | 'fix-role'
  | 'add-certificate'
  | 'add-label'
  | 'describe'
  | 'edit-listing'
  | 'prove-claim'
  | 'request-sample'
  | 'hand-over-sample'
  | 'lift-hold'
  | 'hold'

/** Where a finding is cured: in a form of this page, or in another room. */
export type Cure =
  | { readonly dialog: Dialog; readonly roles: readonly string[]; readonly with?: Readonly<Record<string, unknown>> }
  | { readonly room: 'offer' | 'plan' | 'lot' }

/** Who may carry out the command behind a form. */
export const MAY: Record<Dialog, readonly string[]> = {
  'fix-class': ['selection', 'quality', 'legal'],
  'fix-role': ['selection'],
  'add-certificate': ['sourcing', 'quality', 'legal', 'supplier'],
  'add-label': ['sourcing', 'quality', 'supplier'],
  describe: ['sourcing', 'selection', 'quality', 'supplier'],
  'edit-listing': ['selection', 'sourcing', 'legal', 'supplier'],
  'prove-claim': ['sourcing', 'legal', 'quality', 'supplier'],
  'request-sample': ['sourcing', 'selection', 'quality'],
  'hand-over-sample': ['sourcing', 'quality', 'host', 'live-control', 'supplier'],
  'lift-hold': ['quality', 'legal'],
  hold: ['selection', 'quality', 'legal', 'live-control'],
}

export const dialog = (name: Dialog, more?: Readonly<Record<string, unknown>>): Cure => ({
  dialog: name,
  roles: MAY[name],
  ...(more ? { with: more } : {}),
})

const BY_CHECK: Readonly<Record<string, Dialog>> = {
  'product.class.sure': 'fix-class',
  'product.certificate.covers': 'add-certificate',
  'product.labels.shown': 'add-label',
  'product.facts.complete': 'describe',
  'product.sample.sealed': 'request-sample',
  'product.role.fixed': 'fix-role',
  'product.held': 'lift-hold',
}

/** The check whose findings stand with the claims themselves. */
export const CLAIMS = 'product.claims.evidenced'

/** How a finding on a product is cured. */
export function cureOf(f: Judged): Cure | undefined {
  if (f.check === CLAIMS) return f.span ? dialog('edit-listing', { span: f.span }) : undefined
  // what every listing says itself stands in it; the rest that a rule asks is known beside it
  if (f.check === 'product.facts.complete' && !f.rule) return dialog('edit-listing')
  const name = BY_CHECK[f.check]
  if (name) return dialog(name, f.rule ? { rule: f.rule } : undefined)
  if (f.check === 'lot.accepted') return { room: 'lot' }
  if (f.gate === 'cooperation') return { room: 'offer' }
  return f.gate === 'plan' ? { room: 'plan' } : undefined
}

export function useCureName() {
  const t = useText()
  return (cure: Cure) => t('dialog' in cure ? cure.dialog : cure.room)
}

const ROOMS = {
  offer: '/projects/$project/products/$product/offer',
  plan: '/projects/$project/plan',
  lot: '/projects/$project/quality',
} as const

type Props = {
  readonly cure: Cure | undefined
  readonly project: string
  readonly product: string
  readonly onCure: (cure: Cure) => void
}

/** The way to the cure, beside what it cures; nothing for whoever may not. */
export function CureLink({ cure, project, product, onCure }: Props) {
  const nameOf = useCureName()
  const may = useMay()
  if (!cure) return null
  if ('room' in cure)
    return (
      <Link
        to={ROOMS[cure.room] as never}
        params={{ project, product } as never}
        {...((cure.room === 'lot' ? { search: { put: product } } : {}) as object)}
      >
        {nameOf(cure)}
      </Link>
    )
  if (!may(...cure.roles)) return null
  return (
    <Button size="small" onClick={() => onCure(cure)}>
      {nameOf(cure)}
    </Button>
  )
}
