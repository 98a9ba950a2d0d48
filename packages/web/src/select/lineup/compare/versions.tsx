import { putsBetween, type Seat } from '@haixuan/domain/select/lineup/board/put'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Select, Tag } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import type { Board } from '../board/use-board.ts'

const useText = texts('lineup-versions', {
  title: { zh: '对比版本', en: 'Compare versions' },
  with: { zh: '与此版本对比', en: 'Compare with' },
  proposal: { zh: '最近一次智能排品', en: 'The newest proposal' },
  decided: { zh: '智能排品', en: 'proposed' },
  edited: { zh: '手动调整', en: 'edited' },
  released: { zh: '放行', en: 'released' },
  before: { zh: '该版本', en: 'That version' },
  now: { zh: '现在', en: 'Now' },
  objective: { zh: '得分', en: 'Points' },
  margin: { zh: '预期毛利', en: 'Expected margin' },
  filled: { zh: '已排', en: 'Filled' },
  passed: { zh: '已放行', en: 'Released' },
  notKept: { zh: '未遵守的限制', en: 'Limits not kept' },
  same: { zh: '两个版本完全相同', en: 'The two are the same' },
  in: { zh: '新入', en: 'in' },
  out: { zh: '移出', en: 'out' },
  moved: { zh: '移位', en: 'moved' },
  role: { zh: '改作用', en: 'role' },
  minutes: { zh: '改时长', en: 'minutes' },
  back: { zh: '恢复到该版本', en: 'Go back to that version' },
})

type Props = {
  readonly project: string
  readonly board: Board
  readonly mayEdit: boolean
  readonly open: boolean
  readonly onClose: () => void
}

/** Two lineups side by side: what came in, went out, moved, and what that does to points and margin. */
export function Versions({ project, board, mayEdit, open, onClose }: Props) {
  const t = useText()
  const formats = useFormats()
  const [from, setFrom] = useState<number | 'proposal'>('proposal')
  const versions = useQuery({ ...ask('lineup.versions', { project }), enabled: open })
  const compared = useQuery({
    ...ask('lineup.compare', { project }, from === 'proposal' ? {} : { from }),
    enabled: open,
  })
  const { number, money, moment } = formats
  return (
    <Drawer title={t('title')} open={open} onClose={onClose} size={520}>
      <div className="versions-from">
        <span>{t('with')}</span>
        <Select<number | 'proposal'>
          aria-label={t('with')}
          value={from}
          onChange={setFrom}
          options={[
            { value: 'proposal' as const, label: t('proposal') },
            ...(versions.data?.rows ?? []).map((v) => ({
              value: v.event,
              label: `${moment(v.at)} · ${t(v.kind)} · ${v.by}`,
            })),
          ]}
        />
      </div>
      <Asked of={compared}>
        {(c) => (
          <>
            <table className="versions-figures">
              <thead>
                <tr>
                  <th aria-label={t('title')} />
                  <th>{t('before')}</th>
                  <th>{t('now')}</th>
                </tr>
              </thead>
              <tbody>
                {(
                  [
                    ['objective', (f: typeof c.from) => (f.objective === null ? '—' : number(f.objective))],
                    ['margin', (f: typeof c.from) => (f.margin ? money(f.margin) : '—')],
                    ['filled', (f: typeof c.from) => number(f.filled)],
                    ['passed', (f: typeof c.from) => number(f.released)],
                    ['notKept', (f: typeof c.from) => number(f.notKept)],
                  ] as const
                ).map(([key, show]) => (
                  <tr key={key}>
                    <th>{t(key)}</th>
                    <td>{show(c.from)}</td>
                    <td>{show(c.to)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {c.differences.length === 0 ? (
              <p className="quiet">{t('same')}</p>
            ) : (
              <ul className="versions-list">
                {c.differences.map((d) => (
                  <li key={d.product}>
                    <Tag>{t(d.change)}</Tag>
                    <span>{d.title}</span>
                    <span className="quiet">
                      {d.from ?? '—'} → {d.to ?? '—'}
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {mayEdit && c.differences.length > 0 ? (
              <Button
                onClick={() => {
                  const seats = c.seats.map(({ minutes, ...s }) => ({
                    ...s,
                    ...(minutes === null ? {} : { minutes }),
                  })) as Seat[]
                  board.put(putsBetween(board.seats, seats))
                  onClose()
                }}
              >
                {t('back')}
              </Button>
            ) : null}
          </>
        )}
      </Asked>
    </Drawer>
  )
}
