import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import { useTask } from '../../../client/task.ts'
import { useListName } from '../../../settings/lists/list-text.ts'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { HitForm } from '../forms/hit-form.tsx'
import type { Supplier } from '../record.ts'
import { Hit } from './hit.tsx'
import './screenings.css'

const useText = texts('supplier-screenings', {
  title: { zh: '名单筛查', en: 'Screening' },
  screen: { zh: '立即筛查', en: 'Screen now' },
  running: { zh: '正在筛查', en: 'Screening' },
  none: { zh: '尚未筛查', en: 'Not screened yet' },
  adopt: { zh: '启用名单', en: 'Adopt a list' },
  noLists: {
    zh: '本组织没有现行名单，须由法务先启用',
    en: 'The organisation has no list in force: legal adopts one first',
  },
  clear: { zh: '无命中', en: 'No hit' },
  open: {
    zh: '{{count}} 个疑似命中待判定',
    en: { one: '{{count}} possible hit to decide', other: '{{count}} possible hits to decide' },
  },
  'not-the-same': { zh: '非同一主体', en: 'Not the same party' },
  'the-same': { zh: '确为同一主体', en: 'The same party' },
  of: { zh: '名单日 {{day}}，筛查于 {{on}}', en: 'List of {{day}}, screened {{on}}' },
  decided: { zh: '{{by}} 判定', en: 'decided by {{by}}' },
  decide: { zh: '判定命中', en: 'Decide the hits' },
  withdrawn: {
    zh: '{{by}} 停用该名单，筛查作废：{{why}}',
    en: '{{by}} withdrew the list, so this decides no more: {{why}}',
  },
  names: { zh: '筛查名称：{{names}}', en: 'Names screened: {{names}}' },
})

type Screening = Supplier['record']['screenings'][number]

/** I2 · Each list the supplier was screened against last: hits word by word, and what legal decided of them. */
export function Screenings({ supplier }: { readonly supplier: Supplier }) {
  const t = useText()
  const may = useMay()
  const formats = useFormats()
  const nameOf = useListName()
  const [deciding, setDeciding] = useState<Screening>()
  const [task, setTask] = useState<string>()
  const screen = useCommand('supplier.screen', { onDone: (answer) => setTask(answer.task) })
  const told = useTask(task)
  const working = task !== undefined && !told?.finishedAt
  // nothing can be screened against before legal has adopted a list
  const lists = useQuery(ask('screening-list.list', {}))
  const unlisted = lists.data?.rows.every((row) => row.withdrawnAt !== null)
  const latest = new Map<string, Screening>()
  for (const s of supplier.record.screenings) if (s.on >= (latest.get(s.list)?.on ?? '')) latest.set(s.list, s)
  return (
    <Section
      title={t('title')}
      id="screenings"
      beside={
        may('legal', 'sourcing') && !unlisted ? (
          <Button
            size="small"
            loading={screen.running || working}
            onClick={() => void screen.run({ params: { supplier: supplier.id }, input: {} })}
          >
            {t(working ? 'running' : 'screen')}
          </Button>
        ) : undefined
      }
    >
      {unlisted ? (
        <p className="profile-warn">
          {t('noLists')} {may('legal') ? <Link to={'/settings/lists' as string}>{t('adopt')}</Link> : null}
        </p>
      ) : latest.size === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : null}
      <ul className="profile-rows">
        {[...latest.values()].map((s) => {
          const open = !s.withdrawn && s.hits.length > 0 && (s.decision === undefined || s.decision === 'clear')
          return (
            <li key={s.list}>
              <div className="profile-row-head">
                <strong>{nameOf(s.list)}</strong>
                <span>
                  {s.withdrawn ? null : (
                    <GateMark state={open ? 'conditional' : s.decision === 'the-same' ? 'open' : 'passed'} small />
                  )}{' '}
                  {open
                    ? t('open', { count: s.hits.length })
                    : s.hits.length === 0
                      ? t('clear')
                      : t(s.decision as 'the-same')}
                </span>
              </div>
              <p className="quiet profile-small">
                {t('of', { day: formats.day(s['list-date']), on: formats.day(s.on) })}
                {s['decided-by'] ? ` · ${t('decided', { by: s['decided-by'] })}` : ''}
              </p>
              {s.reason ? <p>{s.reason}</p> : null}
              {s.withdrawn ? <p>{t('withdrawn', { by: s.withdrawn.by, why: s.withdrawn.reason })}</p> : null}
              {s.hits.map((hit) => (
                <Hit key={`${hit.entry} ${hit.name}`} hit={hit} />
              ))}
              {s.names && s.hits.length > 0 ? (
                <p className="quiet profile-small">{t('names', { names: formats.list(s.names) })}</p>
              ) : null}
              {open && may('legal') ? (
                <Button size="small" type="primary" onClick={() => setDeciding(s)}>
                  {t('decide')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      <HitForm screening={deciding} supplier={supplier.id} onClose={() => setDeciding(undefined)} />
    </Section>
  )
}
