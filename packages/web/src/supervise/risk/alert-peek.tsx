import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useWords } from '../../texts/words.ts'
import { Comments } from '../../ui/comments/comments.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Fact, Facts } from '../../ui/page/page.tsx'

const useText = texts('alert-peek', {
  close: { zh: '收起', en: 'Close' },
  whole: { zh: '整个项目', en: 'The whole project' },
  reading: { zh: '读数', en: 'Reading' },
  read: { zh: '{{share}}（{{n}} / {{of}}）', en: '{{share}} ({{n}} of {{of}})' },
  bounds: { zh: '95% 置信区间 {{low}}–{{high}}', en: '{{low}} to {{high}} at 95 %' },
  owner: { zh: '负责', en: 'Owner' },
  due: { zh: '期限', en: 'Due' },
  opened: { zh: '触发于', en: 'Opened' },
  outcome: { zh: '查明的原因与措施', en: 'What was found and done' },
  gone: { zh: '找不到该预警', en: 'There is no such alert' },
})

type Props = { readonly alert: string; readonly onClose: () => void }

/** S2 · One alert beside the list: what was read, who owes an answer by when, and what colleagues say of it. */
export function AlertPeek({ alert: id, onClose }: Props) {
  const t = useText()
  const { percent, number, day, moment } = useFormats()
  const { term, indicator } = useWords()
  const asked = useQuery(ask('alert.list', {}, { id, limit: 1 }))
  return (
    <div className="peek">
      <Asked of={asked} lines={6}>
        {({ rows: [a] }) =>
          a ? (
            <>
              <header className="peek-head">
                <h2>{indicator(a.indicator)}</h2>
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label={t('close')}
                  title={t('close')}
                  onClick={onClose}
                />
              </header>
              <p className="quiet">{a.product ? (a.title ?? a.product) : t('whole')}</p>
              <Facts>
                <Fact name={t('reading')}>
                  {t('read', {
                    share: percent(a.reading.trials === 0 ? 0 : a.reading.events / a.reading.trials),
                    n: number(a.reading.events),
                    of: number(a.reading.trials),
                  })}
                  <p className="quiet">{t('bounds', { low: percent(a.reading.low), high: percent(a.reading.high) })}</p>
                </Fact>
                <Fact name={t('owner')}>{term(a.owner)}</Fact>
                <Fact name={t('due')}>{day(a.due)}</Fact>
                <Fact name={t('opened')}>{moment(a.opened)}</Fact>
                {a.reason ? <Fact name={t('outcome')}>{a.reason}</Fact> : null}
              </Facts>
              <Comments of="alert" id={a.id} />
            </>
          ) : (
            <p className="quiet">{t('gone')}</p>
          )
        }
      </Asked>
    </div>
  )
}
