import { ReloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Verdict } from '../verify/verdict.tsx'

const useText = texts('replay-event', {
  run: { zh: '重演这项决定', en: 'Run this decision again' },
  same: { zh: '重演结果逐字节相同', en: 'It comes out the same, bit for bit' },
  other: { zh: '重演结果不同', en: 'It comes out otherwise' },
  'not-a-decision': { zh: '这是事实，无需重演', en: 'This is a fact; nothing is to be run' },
  from: {
    zh: '由此前 {{count}} 个事件与当时的规则重新得出',
    en: {
      one: 'From {{count}} event and the rules of its time',
      other: 'From {{count}} events and the rules of its time',
    },
  },
  asOf: { zh: '依据日 {{day}}', en: 'as of {{day}}' },
})

/** T2 · Runs a decision again from the facts before it, when asked to. */
export function ReplayEvent({ id }: { readonly id: number }) {
  const t = useText()
  const formats = useFormats()
  const [asked, setAsked] = useState(false)
  const again = useQuery({
    ...ask('event.replay', { event: String(id) } as never),
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!asked)
    return (
      <Button icon={<ReloadOutlined />} onClick={() => setAsked(true)} className="event-again">
        {t('run')}
      </Button>
    )
  return (
    <Asked of={again} lines={1}>
      {({ outcome, fault, events, asOf }) => (
        <Verdict state={outcome === 'other' ? 'fails' : 'holds'} title={t(outcome)}>
          <p>
            {t('from', { count: events })}
            {asOf === null ? null : ` · ${t('asOf', { day: formats.day(asOf) })}`}
          </p>
          {fault === null ? null : <code>{fault}</code>}
        </Verdict>
      )}
    </Asked>
  )
}
