import { Button, Input } from 'antd'
import { texts, useSay } from '../../../texts/texts.ts'
import { DayInput } from '../../../ui/day/day-input.tsx'
import { Photos } from '../../../ui/photos/photos.tsx'
import type { Draft, ItemAnswer, Template } from './draft.ts'

const useText = texts('inspect-question', {
  critical: { zh: '关键项', en: 'critical' },
  score: { zh: '评分', en: 'Score' },
  of: { zh: '{{score}} 分，满分 {{max}}', en: '{{score}} of {{max}}' },
  na: { zh: '不适用', en: 'Not applicable' },
  remark: { zh: '说明', en: 'Remark' },
  naRemark: { zh: '请说明为何不适用', en: 'Please say why it does not apply' },
  action: { zh: '要求整改（可选）', en: 'What is to be mended, if anything' },
  due: { zh: '整改期限', en: 'By when' },
  back: { zh: '上一题', en: 'Back' },
  next: { zh: '下一题', en: 'Next' },
})
/** Below this share of the maximum something is likely to be mended. */
const WEAK = 0.8

type Item = Template['items'][number]
type Props = { readonly draft: Draft; readonly item: Item; readonly change: (draft: Draft) => void }

/** I1 · One question: a photo first, then the score, then words where the score asks for them. */
export function Question({ draft, item, change }: Props) {
  const t = useText()
  const say = useSay()
  const answer = draft.answers[item.id] ?? {}
  const set = (more: Partial<ItemAnswer>) =>
    change({ ...draft, answers: { ...draft.answers, [item.id]: { ...answer, ...more } } })
  const go = (at: number) => change({ ...draft, at })
  const { score } = answer
  const weak = typeof score === 'number' && score / item.max < WEAK
  return (
    <>
      <div className="inspect-body">
        <p className="quiet">
          {say(item.section)}
          {item.critical ? <span className="inspect-critical">{t('critical')}</span> : null}
        </p>
        <h2 className="inspect-question">{say(item.text)}</h2>
        <Photos photos={answer.photos ?? []} onChange={(photos) => set({ photos })} />
        <div className="inspect-scores" role="radiogroup" aria-label={t('score')}>
          {Array.from({ length: item.max + 1 }, (_, n) => n).map((n) => (
            <button
              key={n}
              type="button"
              role="radio"
              aria-checked={score === n}
              aria-label={t('of', { score: n, max: item.max })}
              onClick={() => set({ score: n })}
            >
              {n}
            </button>
          ))}
        </div>
        <Button
          size="large"
          block
          type={score === 'n/a' ? 'primary' : 'default'}
          ghost={score === 'n/a'}
          aria-pressed={score === 'n/a'}
          onClick={() => set({ score: 'n/a' })}
        >
          {t('na')}
        </Button>
        <Input.TextArea
          aria-label={t('remark')}
          placeholder={t(score === 'n/a' ? 'naRemark' : 'remark')}
          value={answer.remark ?? ''}
          onChange={(e) => set({ remark: e.target.value })}
          autoSize={{ minRows: 2 }}
          {...(score === 'n/a' && !answer.remark?.trim() ? { status: 'warning' as const } : {})}
        />
        {weak || answer.action ? (
          <div className="inspect-action">
            <Input.TextArea
              aria-label={t('action')}
              placeholder={t('action')}
              value={answer.action ?? ''}
              onChange={(e) => set({ action: e.target.value })}
              autoSize={{ minRows: 1 }}
            />
            {answer.action?.trim() ? (
              <div>
                <label htmlFor="inspect-due">{t('due')}</label>
                <DayInput id="inspect-due" min={draft.day} value={answer.due} onChange={(due = '') => set({ due })} />
              </div>
            ) : null}
          </div>
        ) : null}
      </div>
      <footer className="inspect-foot">
        <Button size="large" disabled={draft.at === 0} onClick={() => go(draft.at - 1)}>
          {t('back')}
        </Button>
        <Button size="large" type="primary" onClick={() => go(draft.at + 1)}>
          {t('next')}
        </Button>
      </footer>
    </>
  )
}
