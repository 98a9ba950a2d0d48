import { ArrowRightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { inProject } from '../../shell/address.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { streamOver } from '../../texts/today.ts'
import { rowsOf } from './rows-of.ts'

const useText = texts('flow-next', {
  label: { zh: '下一步', en: 'Next step' },
  approve: {
    zh: '方案尚未通过：请补全并由另一人批准',
    en: 'The plan has not passed: complete it and have another person approve it',
  },
  nominate: { zh: '方案已通过：请导入或添加候选产品', en: 'The plan has passed: import or add candidate products' },
  cure: {
    zh: '有 {{count}} 个产品被挡在关口：先处理影响最大的一类',
    en: {
      one: '{{count}} product is held at a gate: mend what holds most first',
      other: '{{count}} products are held at a gate: mend what holds most first',
    },
  },
  lineup: { zh: '候选已就绪：请排品', en: 'Candidates are ready: propose the lineup' },
  release: {
    zh: '已排 {{count}} 个位次：请由另一人放行',
    en: {
      one: '{{count}} slot is filled: have another person release the lineup',
      other: '{{count}} slots are filled: have another person release the lineup',
    },
  },
  air: { zh: '排品已放行：请准备直播台', en: 'The lineup is released: get the live desk ready' },
  onAir: { zh: '直播中：请到直播台', en: 'It is on air: go to the live desk' },
  ended: { zh: '直播已结束：请导入订单与退货，核对结果', en: 'The stream has ended: bring in its orders and returns' },
  missed: {
    zh: '直播日已过，未开播：请修订方案改期，或结项归档',
    en: 'Its day has passed without a stream: revise the plan for another day, or close and archive it',
  },
  past: {
    zh: '直播已结束：还有 {{count}} 件事要了结，然后结项归档',
    en: {
      one: 'The stream is over: {{count}} thing is left to do, then close and archive it',
      other: 'The stream is over: {{count}} things are left to do, then close and archive it',
    },
  },
  close: { zh: '直播已结束，各事已了：请结项归档', en: 'The stream is over and all is done: close and archive it' },
  closed: { zh: '项目已关闭，归档可离线验证', en: 'The project is closed; its archive can be verified offline' },
})

/** The one next step of a project, said in a line that leads there. */
export function NextStep({ of }: { readonly of: Answer<'project.flow'> }) {
  const t = useText()
  const { number } = useFormats()
  const { to, search, say, values } = nextOf(of)
  return (
    <p className="flow-next">
      <span className="flow-next-label">{t('label')}</span>
      <Link to={to} search={search as never}>
        {t(
          say,
          values && Object.fromEntries(Object.entries(values).map(([k, n]) => [k, k === 'count' ? n : number(n)])),
        )}{' '}
        <ArrowRightOutlined aria-hidden />
      </Link>
    </p>
  )
}

type Next = {
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
  readonly say:
    | 'approve'
    | 'nominate'
    | 'cure'
    | 'lineup'
    | 'release'
    | 'air'
    | 'onAir'
    | 'ended'
    | 'missed'
    | 'past'
    | 'close'
    | 'closed'
  readonly values?: Readonly<Record<string, number>>
}

function nextOf({ project, stages, owes }: Answer<'project.flow'>): Next {
  const at = (room: string) => inProject(project.id, room)
  const steps = stages.flatMap((s) => s.steps)
  const step = (name: string) => steps.find((s) => s.step === name) as (typeof steps)[number]
  if (project.closedAt) return { to: '/archive/exports', say: 'closed' }
  if (streamOver(project.day, project.zone)) {
    if (!project.startedAt) return { to: at('plan'), say: 'missed' }
    // closing it is one of what is owed
    const count = owes.reduce((sum, o) => sum + o.findings, 0) - 1
    return count > 0
      ? { to: '/work', search: { project: project.id, role: 'all' }, say: 'past', values: { count } }
      : { to: at('conformity'), say: 'close' }
  }
  if (project.endedAt) return { to: at('results'), say: 'ended' }
  if (project.startedAt) return { to: at('live'), say: 'onAir' }
  if (project.state !== 'passed') return { to: at('plan'), say: 'approve' }
  const product = step('product')
  if (product.subjects === 0) return { to: at('products'), say: 'nominate' }
  const lineup = step('lineup')
  if (lineup.subjects > 0 && lineup.passed === lineup.subjects) return { to: at('live'), say: 'air' }
  if (lineup.passed + lineup.conditional > 0)
    return {
      to: at('lineup'),
      say: 'release',
      values: { count: lineup.passed + lineup.conditional },
    }
  const held = [product, step('cooperation'), step('on-air')].reduce((a, b) => (b.open > a.open ? b : a))
  if (held.open > 0) return { ...rowsOf(project.id, held, 'open'), say: 'cure', values: { count: held.open } }
  return { to: at('lineup'), say: 'lineup' }
}
