import { CLOSING_DAYS } from '@haixuan/domain/improve/checks'
import type { Text } from '@haixuan/domain/kernel/errors'
import { type RawBuilder, sql } from 'kysely'
import { streamOver } from '../project/stream-over.ts'

type Debt = { readonly check: string; readonly clause: string; readonly title: Text; readonly says: Says }
type Says = Readonly<Record<string, { readonly what: Text; readonly remedy: Text }>>

/** What a stream leaves to be done, by kind; what it says depends on how far it has come. */
const DEBTS = {
  case: {
    check: 'case.answered',
    clause: 'T4',
    title: { zh: '退换货按期处理', en: 'Cases are settled in time' },
    says: {
      open: {
        what: { zh: '买家的退换货申请尚未裁定', en: 'A buyer waits for the decision of a case' },
        remedy: { zh: '请裁定', en: 'Decide it' },
      },
      owed: {
        what: { zh: '已裁定退款，尚未支付', en: 'A refund is decided and not paid' },
        remedy: { zh: '请退款', en: 'Pay it back' },
      },
      'refund-asked': {
        what: { zh: '退款已提出，等另一人确认', en: 'A refund is asked for and waits for a second person' },
        remedy: { zh: '请核对金额后确认', en: 'Check the amount, then confirm it' },
      },
      'to-mend': {
        what: { zh: '已裁定维修或换货，尚未完成', en: 'A repair or an exchange is decided and not done' },
        remedy: { zh: '请办理后结案', en: 'Carry it out, then close the case' },
      },
    },
  },
  nonconformity: {
    check: 'nonconformity.followed',
    clause: 'S1',
    title: { zh: '不合格逐步处理', en: 'Nonconformities are followed step by step' },
    says: {
      containment: {
        what: { zh: '不合格尚未遏制', en: 'A nonconformity is not contained' },
        remedy: { zh: '请隔离问题货品', en: 'Set the goods apart' },
      },
      cause: {
        what: { zh: '不合格的原因尚未查明', en: 'The cause of a nonconformity is not found' },
        remedy: { zh: '请查明原因', en: 'Find the cause' },
      },
      action: {
        what: { zh: '不合格尚无纠正措施', en: 'A nonconformity has no corrective action' },
        remedy: { zh: '请登记纠正措施', en: 'Record the corrective action' },
      },
      effect: {
        what: { zh: '纠正措施的效果尚未验证', en: 'The effect of a corrective action is not shown' },
        remedy: { zh: '请以之后的数据验证', en: 'Show it by later goods' },
      },
    },
  },
  suggestion: {
    check: 'suggestion.carried-out',
    clause: 'T3',
    title: { zh: '改进建议有决定、有落实', en: 'Suggestions are decided and carried out' },
    says: {
      made: {
        what: { zh: '改进建议尚未决定', en: 'A suggestion is not decided' },
        remedy: { zh: '请由提出人以外的人决定', en: 'Have someone decide it who did not make it' },
      },
      accepted: {
        what: { zh: '采纳的改进尚未以数据验证', en: 'An accepted improvement is not measured' },
        remedy: { zh: '请落实，并以之后一场的数据衡量', en: 'Carry it out, and measure it on a later stream' },
      },
    },
  },
  closing: {
    check: 'project.closed',
    clause: 'T2',
    title: { zh: '播后结项归档', en: 'Streams are closed and archived' },
    says: {
      results: {
        what: { zh: '尚无直播结果数据', en: 'No results of the stream are on record' },
        remedy: { zh: '直播后请导入订单、退款与评价', en: 'Import orders, refunds and ratings after the stream' },
      },
      close: {
        what: { zh: '直播已结束，尚未结项归档', en: 'The stream is over and not closed' },
        remedy: { zh: '请核对符合性后结项', en: 'Look through conformity, then close it' },
      },
    },
  },
} as const satisfies Record<string, Debt>
export type DebtKind = keyof typeof DEBTS
export const DEBT_KINDS = Object.keys(DEBTS) as DebtKind[]

/** Titles of what is looked at, by the name it has among the checks. */
export const debtTitles: readonly (readonly [string, Text])[] = Object.values(DEBTS).map((d) => [d.check, d.title])

/** One finding as SQL: `stands` is how far the record has come. */
const asFinding = (
  kind: DebtKind,
  stands: RawBuilder<unknown>,
  owner: RawBuilder<unknown>,
  subject: RawBuilder<unknown>,
) => {
  const { check, clause, says } = DEBTS[kind]
  return sql`(jsonb_build_object('check', ${check}::text, 'clause', ${clause}::text, 'gate', 'closure', 'severity', 'block',
    'statutory', false, 'state', 'missing', 'subject', ${subject}, 'owner', ${owner})
    || (${JSON.stringify(says)}::jsonb -> ${stands}))`
}

/**
 * T1–T4 · What streams leave to be done, as rows of SQL like those of findings: cases with a day to answer by, steps of
 * nonconformities, suggestions, results to bring back and projects to close. Where no law and no one named a day, it is
 * the day by which a stream is to be closed. `day` is today, `now` the moment.
 */
export const debtRows = ({
  org,
  day,
  now,
  project,
}: {
  readonly org: string
  readonly day: string
  readonly now: string
  readonly project?: string | undefined
}): RawBuilder<unknown> => {
  const of = (id: RawBuilder<unknown>) => sql`(${project ?? null}::text is null or ${id} = ${project ?? null})`
  return sql`
    select 'case ' || c.id as id, c.project_id as project, p.name, p.day, 'case' as kind, c.id as subject,
      coalesce(x.title, c.product_id, p.name, left(c.id, 10)) as title, c.due::text as due,
      ${asFinding('case', sql`c.state`, sql`case c.state when 'refund-asked' then 'finance' else 'service' end`, sql`c.id`)}
        as finding
      from after_sales_case c left join project p on p.org_id = c.org_id and p.id = c.project_id
      left join product x on x.org_id = c.org_id and x.project_id = c.project_id and x.id = c.product_id
      where c.org_id = ${org} and c.due is not null and ${of(sql`c.project_id`)}
    union all
    select 'nonconformity ' || n.id, n.project_id, p.name, p.day, 'nonconformity', n.id, coalesce(x.title, n.product_id),
      n.due::text, ${asFinding('nonconformity', sql`n.next`, sql`n.owner`, sql`n.id`)}
      from nonconformity n join project p on p.org_id = n.org_id and p.id = n.project_id
      left join product x on x.org_id = n.org_id and x.project_id = n.project_id and x.id = n.product_id
      where n.org_id = ${org} and n.next is not null and ${of(sql`n.project_id`)}
    union all
    select 'suggestion ' || s.id, s.project_id, p.name, p.day, 'suggestion', s.id, left(s.body ->> 'what', 120),
      coalesce(s.body -> 'decision' ->> 'due', (p.day + ${CLOSING_DAYS}::int)::text),
      ${asFinding('suggestion', sql`s.state`, sql`'selection'`, sql`s.id`)}
      from suggestion s join project p on p.org_id = s.org_id and p.id = s.project_id
      where s.org_id = ${org} and s.state in ('made', 'accepted') and ${of(sql`s.project_id`)}
    union all
    select 'closing ' || p.id, p.id, p.name, p.day, 'closing', p.id, p.name, (p.day + ${CLOSING_DAYS}::int)::text,
      ${asFinding(
        'closing',
        sql`case when p.plan -> 'results' is null then 'results' else 'close' end`,
        sql`case when p.plan -> 'results' is null then 'service' else 'selection' end`,
        sql`p.id`,
      )}
      from project p where p.org_id = ${org} and p.closed_at is null and ${streamOver('p', { day, now })} and ${of(sql`p.id`)}`
}
