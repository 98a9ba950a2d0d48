import { eventWord } from '@haixuan/domain/kernel/event-words'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { askPages } from '../../../client/ask.ts'
import { useMe } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Clause } from '../../../ui/gate/clause.tsx'
import { Asked } from '../../../ui/page/asked.tsx'
import { Section } from '../../../ui/page/page.tsx'

const useText = texts('supplier-history', {
  title: { zh: '历史', en: 'History' },
  more: { zh: '更早', en: 'Earlier' },
  sealed: { zh: '日志第 {{seq}} 条', en: 'entry {{seq}} of the log' },
  waiting: { zh: '待封存', en: 'to be sealed' },
  'supplier.create': { zh: '登记供应商', en: 'Recorded' },
  'supplier.identify': { zh: '更正主体信息', en: 'Who it is was corrected' },
  'supplier.add-document': { zh: '登记证件', en: 'A document was recorded' },
  'supplier.add-beneficial-owner': { zh: '登记受益所有人', en: 'An owner was recorded' },
  'supplier.add-authorisation': { zh: '登记授权书', en: 'A letter was recorded' },
  'supplier.record-inspection': { zh: '记录考察', en: 'An inspection was recorded' },
  'supplier.answer-corrective-action': { zh: '答复整改', en: 'A corrective action was answered' },
  'supplier.close-corrective-action': { zh: '关闭整改', en: 'A corrective action was closed' },
  'supplier.record-screening': { zh: '登记筛查', en: 'A screening was recorded' },
  'supplier.decide-screening': { zh: '判定筛查命中', en: 'Hits were decided' },
  'supplier.screen': { zh: '名单筛查', en: 'Screened' },
  'supplier.void-screenings': { zh: '名单停用，原筛查作废', en: 'A list was withdrawn' },
  'supplier.propose-bank-account': { zh: '提出账户变更', en: 'An account was proposed' },
  'supplier.verify-bank-account': { zh: '核实账户', en: 'An account was verified' },
  'supplier.reject-bank-account': { zh: '驳回账户', en: 'An account was rejected' },
  'supplier.decide': { zh: '签署评定', en: 'A decision was signed' },
  'supplier.import': { zh: '由清单导入', en: 'Imported from a list' },
  'project.load-example': { zh: '由示例载入', en: 'Loaded with the example' },
  'gate.decided': { zh: '关口裁定', en: 'Its gate was decided' },
  'paper.expiring': { zh: '到期提醒', en: 'A paper lapses soon' },
})
const KNOWN = new Set<string>([
  'supplier.create',
  'supplier.identify',
  'supplier.add-document',
  'supplier.add-beneficial-owner',
  'supplier.add-authorisation',
  'supplier.record-inspection',
  'supplier.answer-corrective-action',
  'supplier.close-corrective-action',
  'supplier.record-screening',
  'supplier.decide-screening',
  'supplier.screen',
  'supplier.void-screenings',
  'supplier.propose-bank-account',
  'supplier.verify-bank-account',
  'supplier.reject-bank-account',
  'supplier.decide',
  'supplier.import',
  'project.load-example',
  'gate.decided',
  'paper.expiring',
])

/** T2 · What happened to the record, newest first, each with its place in the sealed log. */
export function History({ supplier }: { readonly supplier: string }) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const me = useMe().data
  const inside = me?.supplier === null
  const found = useInfiniteQuery({ ...askPages('event.list', {}, { subject: supplier, limit: 12 }), enabled: inside })
  if (!inside) return null
  const told = (e: { type: string; body: unknown }) => {
    const command = (e.body as { command?: string }).command
    if (command && KNOWN.has(command)) return t(command as 'supplier.create')
    return KNOWN.has(e.type) ? t(e.type as 'gate.decided') : say(eventWord(e.type))
  }
  return (
    <Section title={t('title')} id="history">
      <Asked of={found}>
        {({ pages }) => (
          <>
            <ul className="profile-rows">
              {pages
                .flatMap((p) => p.rows)
                .filter((e) => e.type !== 'supplier.recorded')
                .map((e) => (
                  <li key={e.id}>
                    <div className="profile-row-head">
                      <span>
                        {told(e)} <Clause id={e.clause} />
                      </span>
                      <span className="quiet profile-small">
                        {e.seq === null ? t('waiting') : t('sealed', { seq: e.seq })}
                      </span>
                    </div>
                    <p className="quiet profile-small">
                      {e.actor} · {formats.moment(e.at)}
                    </p>
                  </li>
                ))}
            </ul>
            {found.hasNextPage ? (
              <Button
                size="small"
                type="link"
                loading={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                {t('more')}
              </Button>
            ) : null}
          </>
        )}
      </Asked>
    </Section>
  )
}
