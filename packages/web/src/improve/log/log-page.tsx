import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Clause } from '../../ui/gate/clause.tsx'
import { List } from '../../ui/list/list.tsx'
import { useListAddress } from '../../ui/list/list-address.ts'
import { Empty } from '../../ui/page/empty.tsx'
import { Page } from '../../ui/page/page.tsx'
import { EventDetail } from './event-detail.tsx'
import { EventSubject } from './event-subject.tsx'
import { useEventWords } from './event-words.ts'

const useText = texts('log-page', {
  title: { zh: '日志', en: 'Log' },
  about: {
    zh: '每项命令与决定都在此，只增不改；任一事件都可在浏览器中自行核验',
    en: 'Every command and decision, only ever added to; this browser can check any of them itself',
  },
  at: { zh: '时间', en: 'When' },
  type: { zh: '事件', en: 'Event' },
  subject: { zh: '对象', en: 'Subject' },
  actor: { zh: '操作人', en: 'By' },
  clause: { zh: '条款', en: 'Clause' },
  project: { zh: '项目', en: 'Project' },
  seq: { zh: '序号', en: 'Place' },
  waiting: { zh: '待封存', en: 'not sealed yet' },
  from: { zh: '自（日）', en: 'From' },
  to: { zh: '至（日）', en: 'To' },
  empty: { zh: '日志还是空的', en: 'The log is empty' },
  why: { zh: '第一项命令完成后，事件会出现在这里。', en: 'Events appear here with the first command.' },
})

/** T2 · The log of the organisation, and beside it one event with its proof. */
export function LogPage() {
  const t = useText()
  const formats = useFormats()
  const word = useEventWords()
  const { at } = useListAddress()
  const kinds = useQuery({ ...ask('event.kinds', {}), staleTime: 60_000 }).data
  const projects = useQuery(ask('project.list', {}, { limit: 200 })).data
  const nameOf = (id: string | null) => projects?.rows.find((p) => p.id === id)?.name ?? id ?? '—'
  return (
    <Page title={t('title')} about={t('about')} filled>
      <List
        name="event.list"
        label={t('title')}
        params={{}}
        idOf={(row) => String(row.id)}
        open={(row) => ({ to: '.', search: (before: object) => ({ ...before, event: row.id }) as never })}
        filters={[
          {
            key: 'type',
            title: t('type'),
            options: (kinds?.types ?? []).map(({ type }) => ({ value: type, label: word(type) })),
            nameOf: word,
          },
          {
            key: 'clause',
            title: t('clause'),
            options: (kinds?.clauses ?? []).map(({ clause }) => ({ value: clause, label: clause })),
          },
          {
            key: 'actor',
            title: t('actor'),
            options: (kinds?.actors ?? []).map(({ actor }) => ({ value: actor, label: actor })),
          },
          {
            key: 'project',
            title: t('project'),
            options: (projects?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
          { key: 'subject', title: t('subject') },
          { key: 'from', title: t('from'), kind: 'day' },
          { key: 'to', title: t('to'), kind: 'day' },
        ]}
        columns={[
          { key: 'at', title: t('at'), width: '190px', sort: 'id', cell: (row) => formats.moment(row.at) },
          {
            key: 'type',
            title: t('type'),
            width: 'minmax(130px, 1.4fr)',
            phone: 'title',
            cell: (row) => word(row.type),
          },
          {
            key: 'clause',
            title: t('clause'),
            width: '64px',
            phone: 'beside',
            cell: (row) => <Clause id={row.clause} />,
          },
          {
            key: 'subject',
            title: t('subject'),
            width: 'minmax(140px, 1.8fr)',
            cell: (row) => <EventSubject of={row} />,
          },
          { key: 'actor', title: t('actor'), width: '110px', cell: (row) => row.actor },
          {
            key: 'project',
            title: t('project'),
            width: 'minmax(120px, 1.2fr)',
            phone: 'left-out',
            cell: (row) => nameOf(row.project),
          },
          {
            key: 'seq',
            title: t('seq'),
            width: '96px',
            align: 'end',
            cell: (row) => (row.seq === null ? t('waiting') : formats.number(row.seq)),
          },
        ]}
        beside={at.event === undefined ? undefined : <EventDetail id={Number(at.event)} />}
        empty={<Empty title={t('empty')}>{t('why')}</Empty>}
      />
    </Page>
  )
}
