import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { AdoptList } from './adopt-list.tsx'
import { useListName, useListText } from './list-text.ts'
import { ScreeningProgress } from './screening-progress.tsx'
import '../settings.css'
import './lists.css'

const useText = texts('screening-lists', {
  title: { zh: '名单', en: 'Lists' },
  about: {
    zh: '供应商按这些名单筛查：制裁名单由发布方下载后上传，禁止合作名单由本组织自定。',
    en: 'Suppliers are screened against these: sanctions lists as their publishers give them, and a list of your own.',
  },
  inForce: { zh: '现行名单', en: 'In force' },
  past: { zh: '已停用', en: 'Withdrawn' },
  none: { zh: '还没有名单', en: 'No lists yet' },
  noneHow: {
    zh: '请上传 OFAC 的 SDN.CSV（可同时附 ALT.CSV）、联合国综合名单 XML，或按模板填写的禁止合作名单。',
    en: 'Upload SDN.CSV of OFAC, with ALT.CSV, the consolidated XML of the UN, or a list of your own made from the template.',
  },
  noneNow: { zh: '没有现行名单，供应商无从筛查', en: 'No list is in force: nobody is screened' },
  adopt: { zh: '更新名单', en: 'Adopt a list' },
  role: { zh: '由法务更新', en: 'Adopted by legal' },
  template: { zh: '下载禁止合作名单模板', en: 'Template for your own list' },
  of: {
    zh: '{{day}} 的名单 · {{parties}} 个主体 · {{names}} 个名称',
    en: 'List of {{day}} · {{parties}} parties · {{names}} names',
  },
  by: { zh: '{{by}} 启用于 {{at}}', en: 'adopted by {{by}}, {{at}}' },
  ended: { zh: '{{by}} 停用于 {{at}}：{{why}}', en: 'withdrawn by {{by}}, {{at}}: {{why}}' },
  search: { zh: '检索名称', en: 'Search its names' },
})
type Row = Answer<'screening-list.list'>['rows'][number]

/** I2 · The lists suppliers are screened against: sanctions lists, and the organisation's own. */
export function ListIndex() {
  const t = useText()
  const legal = useMay()('legal')
  const lists = useQuery(ask('screening-list.list', {}))
  const [adopting, setAdopting] = useState(false)
  const [task, setTask] = useState<string>()
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Button href="/api/v1/screening-lists/template.csv" download>
            {t('template')}
          </Button>
          <Button type="primary" disabled={!legal} onClick={() => setAdopting(true)}>
            {t('adopt')}
          </Button>
        </>
      }
      stops={legal ? undefined : t('role')}
    >
      <ScreeningProgress task={task} />
      <Asked of={lists}>
        {({ rows }) => {
          const now = rows.filter((row) => row.withdrawnAt === null)
          const past = rows.filter((row) => row.withdrawnAt !== null)
          return rows.length === 0 ? (
            <Empty title={t('none')}>
              <p>{t('noneHow')}</p>
            </Empty>
          ) : (
            <>
              <Section title={t('inForce')}>
                {now.length === 0 ? <p className="quiet">{t('noneNow')}</p> : <Rows of={now} />}
              </Section>
              {past.length > 0 ? (
                <Section title={t('past')}>
                  <Rows of={past} />
                </Section>
              ) : null}
            </>
          )
        }}
      </Asked>
      {adopting ? <AdoptList onClose={() => setAdopting(false)} onDone={setTask} /> : null}
    </Page>
  )
}

function Rows({ of }: { readonly of: readonly Row[] }) {
  const t = useText()
  const word = useListText()
  const name = useListName()
  const formats = useFormats()
  return (
    <ul className="settings-rows">
      {of.map((list) => (
        <li key={list.id} className="settings-row">
          <div>
            <Link to={'/settings/lists/$list' as string} params={{ list: list.id } as never} className="list-name">
              {name(list.id)}
            </Link>{' '}
            <span className="quiet">{word('version', { n: list.version })}</span>
            <p>
              {t('of', {
                day: formats.day(list.day),
                parties: formats.number(list.parties),
                names: formats.number(list.names),
              })}
            </p>
            <p className="quiet">
              {list.withdrawnAt
                ? t('ended', {
                    by: list.withdrawnBy ?? '',
                    at: formats.moment(list.withdrawnAt),
                    why: list.withdrawnWhy ?? '',
                  })
                : t('by', { by: list.adoptedBy, at: formats.moment(list.adoptedAt) })}
            </p>
          </div>
          <Link to={'/settings/lists/$list/parties' as string} params={{ list: list.id } as never}>
            {t('search')}
          </Link>
        </li>
      ))}
    </ul>
  )
}
