import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import { useMay, useMe } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Comments } from '../../ui/comments/comments.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Fact, Facts, Page, Section } from '../../ui/page/page.tsx'
import { RiskTabs } from './risk-tabs.tsx'

const useText = texts('recall-page', {
  title: { zh: '召回', en: 'Recall' },
  opened: { zh: '发起', en: 'Opened' },
  by: { zh: '{{by}} · {{at}}', en: '{{by}} · {{at}}' },
  sought: { zh: '商品', en: 'Goods' },
  closed: { zh: '完成', en: 'Closed by' },
  outcome: { zh: '结果', en: 'Outcome' },
  goods: { zh: '涉及的产品', en: 'Products it touches' },
  held: { zh: '已冻结', en: 'on hold' },
  notHeld: { zh: '未冻结', en: 'not on hold' },
  orders: { zh: '{{n}} 笔订单', en: '{{n}} orders' },
  cases: { zh: '{{n}} 个售后', en: '{{n}} cases' },
  close: { zh: '确认召回完成', en: 'Close the recall' },
  two: { zh: '由发起人以外的人确认', en: 'Confirmed by someone other than who opened it' },
  long: { zh: '请至少写 5 个字', en: 'Write at least 5 characters' },
})

/** S2 · A recall: where the goods are, how many orders and cases it touches, and its close by a second person. */
export function RecallPage() {
  const t = useText()
  const formats = useFormats()
  const may = useMay()
  const me = useMe().data
  const { recall: id, project } = useParams({ strict: false }) as { recall: string; project?: string }
  const recall = useQuery(ask('recall.get', { recall: id }))
  const close = useCommand('risk.close-recall')
  return (
    <Asked of={recall}>
      {(it) => (
        <Page title={it.reason} about={project ? <RiskTabs /> : undefined}>
          <Section title={t('title')}>
            <Facts>
              <Fact name={t('opened')}>{t('by', { by: it.openedBy, at: formats.moment(it.opened) })}</Fact>
              <Fact name={t('sought')}>{Object.values(it.sought).join(' · ')}</Fact>
              {it.closedBy ? <Fact name={t('closed')}>{it.closedBy}</Fact> : null}
              {it.outcome ? <Fact name={t('outcome')}>{it.outcome}</Fact> : null}
            </Facts>
          </Section>
          <Section title={t('goods')}>
            <ul className="risk-subjects">
              {it.products.map((p) => (
                <li key={`${p.project} ${p.product}`}>
                  <Link
                    to={'/projects/$project/products/$product' as never}
                    params={{ project: p.project, product: p.product } as never}
                  >
                    {p.title ?? p.product}
                  </Link>{' '}
                  <strong>{t(p.held ? 'held' : 'notHeld')}</strong>
                  <p>
                    <Link
                      to={'/projects/$project/results' as never}
                      params={{ project: p.project } as never}
                      search={{ product: p.product } as never}
                    >
                      {t('orders', { n: formats.number(p.orders) })}
                    </Link>{' '}
                    ·{' '}
                    <Link to={'/cases' as never} search={{ product: p.product } as never}>
                      {t('cases', { n: formats.number(p.cases.length) })}
                    </Link>
                  </p>
                </li>
              ))}
            </ul>
          </Section>
          <Comments of="recall" id={id} />
          {it.state === 'open' && may('quality', 'legal') ? (
            <Section title={t('close')}>
              <p className="quiet">{t('two')}</p>
              <Form<{ outcome: string }>
                layout="vertical"
                style={{ maxWidth: 640 }}
                disabled={it.openedBy === me?.name}
                onFinish={(input) => void close.run({ params: { recall: id }, input, version: it.version })}
              >
                <Form.Item
                  name="outcome"
                  label={t('outcome')}
                  rules={[{ required: true, min: 5, whitespace: true, message: t('long') }]}
                >
                  <Input.TextArea rows={3} maxLength={2000} />
                </Form.Item>
                <Button type="primary" htmlType="submit" loading={close.running}>
                  {t('close')}
                </Button>
              </Form>
            </Section>
          ) : null}
        </Page>
      )}
    </Asked>
  )
}
