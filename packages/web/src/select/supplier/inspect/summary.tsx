import { Button } from 'antd'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { useSupplierWords } from '../words.ts'
import type { Draft } from './draft.ts'
import { lacksOf, scoreOf } from './scored.ts'

const useText = texts('inspect-summary', {
  title: { zh: '提交前核对', en: 'Before it is sent' },
  score: { zh: '得分 {{score}}', en: 'Score {{score}}' },
  unscored: {
    zh: '未评分 {{count}} 题，按 0 分计',
    en: {
      one: '{{count}} question without a score counts as 0',
      other: '{{count}} questions without a score count as 0',
    },
  },
  critical: { zh: '关键项不合格', en: 'Critical items that fail' },
  lacks: { zh: '请补充说明或期限', en: 'A remark or a day is missing' },
  photos: { zh: '照片 {{count}} 张', en: { one: '{{count}} photo', other: '{{count}} photos' } },
  actions: {
    zh: '整改要求 {{count}} 项',
    en: { one: '{{count}} corrective action', other: '{{count}} corrective actions' },
  },
  send: { zh: '提交考察', en: 'Record the inspection' },
  later: { zh: '联网后提交', en: 'Send once online' },
  waits: {
    zh: '已完成，联网后自动提交，请留在本页',
    en: 'Done; stay on this page, and it is sent once there is a network',
  },
  back: { zh: '返回修改', en: 'Back' },
  drop: { zh: '放弃草稿', en: 'Discard the draft' },
  dropSure: { zh: '本机的答案与照片将被删除', en: 'The answers and photos on this device are deleted' },
})
const MARK = { pass: 'passed', conditional: 'conditional', fail: 'open' } as const

type Props = {
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly online: boolean
  readonly sending: boolean
  /** it is done, and goes out once there is a network */
  readonly waits: boolean
  readonly onSend: () => void
  readonly onDrop: () => void
}

/** I1 · How the inspection comes out, by the same calculation as the server's, and what is left open. */
export function Summary({ draft, change, online, sending, waits, onSend, onDrop }: Props) {
  const t = useText()
  const say = useSay()
  const w = useSupplierWords()
  const { percent } = useFormats()
  const { items } = draft.template
  const scored = scoreOf(draft)
  const lacks = lacksOf(draft)
  const answers = Object.values(draft.answers)
  const list = (title: string, ids: readonly string[]) =>
    ids.length === 0 ? null : (
      <div>
        <h3>{title}</h3>
        <ul className="inspect-links">
          {ids.map((id) => {
            const at = items.findIndex((i) => i.id === id)
            const item = items[at]
            return item ? (
              <li key={id}>
                <Button type="link" onClick={() => change({ ...draft, at, ready: undefined })}>
                  {at + 1}. {say(item.text)}
                </Button>
              </li>
            ) : null
          })}
        </ul>
      </div>
    )
  return (
    <>
      <div className="inspect-body">
        <h2>{t('title')}</h2>
        {'fault' in scored ? null : (
          <>
            <p className="decision-result">
              <GateMark state={MARK[scored.result]} of={w(scored.result)} small /> {w(scored.result)} ·{' '}
              {t('score', { score: percent(scored.score) })}
            </p>
            {list(t('critical'), scored.critical)}
            {scored.unscored.length > 0
              ? list(t('unscored', { count: scored.unscored.length }), scored.unscored)
              : null}
          </>
        )}
        {list(t('lacks'), lacks)}
        <p>
          {t('photos', { count: answers.reduce((n, a) => n + (a.photos?.length ?? 0), 0) })} ·{' '}
          {t('actions', { count: answers.filter((a) => a.action?.trim() && a.due).length })}
        </p>
        {waits && !online ? <p className="inspect-offline">{t('waits')}</p> : null}
        <Confirm about={t('dropSure')} ok={t('drop')} onOk={onDrop}>
          <Button type="text" danger>
            {t('drop')}
          </Button>
        </Confirm>
      </div>
      <footer className="inspect-foot">
        <Button size="large" onClick={() => change({ ...draft, at: items.length - 1, ready: undefined })}>
          {t('back')}
        </Button>
        <Button
          size="large"
          type="primary"
          loading={sending}
          disabled={lacks.length > 0 || answers.length === 0 || (waits && !online)}
          onClick={onSend}
        >
          {t(online ? 'send' : 'later')}
        </Button>
      </footer>
    </>
  )
}
