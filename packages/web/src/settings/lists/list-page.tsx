import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import { contentOf } from '../../client/files.ts'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { useNeeded } from '../../ui/command/fields.tsx'
import { Asked } from '../../ui/page/asked.tsx'
import { Fact, Facts, Page, Section } from '../../ui/page/page.tsx'
import { WithdrawalAsked } from '../withdrawal-asked.tsx'
import { AdoptList } from './adopt-list.tsx'
import { useListName, useListText } from './list-text.ts'
import { ListVersions } from './list-versions.tsx'
import { ScreeningProgress } from './screening-progress.tsx'
import './lists.css'

const useText = texts('list-page', {
  withdraw: { zh: '提请停用', en: 'Ask to withdraw' },
  keep: { zh: '不予停用', en: 'Turn the withdrawal down' },
  keepReason: { zh: '不予停用的理由', en: 'Why it stays' },
  confirmRole: { zh: '由另一位法务或所有者确认', en: 'Confirmed by another of legal, or an owner' },
  withdrawAbout: {
    zh: '另一人确认后，按此名单所作的筛查作废，涉及的供应商重新判定；记录保留。',
    en: 'Once another person confirms it, screenings against it decide no more and the suppliers are decided again; the record is kept.',
  },
  reason: { zh: '停用理由', en: 'Why it is withdrawn' },
  next: { zh: '更新名单', en: 'Adopt a newer file' },
  role: { zh: '由法务更新或停用', en: 'Adopted and withdrawn by legal' },
  inForce: { zh: '现行', en: 'in force' },
  ended: { zh: '已停用', en: 'withdrawn' },
  now: { zh: '现行内容', en: 'As it stands' },
  last: { zh: '停用时的内容', en: 'As it was last' },
  day: { zh: '名单日期', en: 'Day of the list' },
  parties: { zh: '主体', en: 'Parties' },
  names: { zh: '名称', en: 'Names' },
  adopted: { zh: '启用', en: 'Adopted' },
  withdrawn: { zh: '停用', en: 'Withdrawn' },
  why: { zh: '停用理由', en: 'Why' },
  files: { zh: '文件', en: 'Files' },
  search: { zh: '检索 {{n}} 个主体的名称', en: 'Search the names of {{n}} parties' },
  versions: { zh: '全部版本', en: 'All versions' },
})
type Of = Answer<'screening-list.get'>

/** I2 · One list: as it stands, and what became of it version by version. */
export function ListPage() {
  const { list } = useParams({ strict: false }) as { list: string }
  const of = useQuery(ask('screening-list.get', { screeningList: list }))
  return <Asked of={of}>{(data) => <Shown of={data} />}</Asked>
}

function Shown({ of }: { readonly of: Of }) {
  const t = useText()
  const word = useListText()
  const name = useListName()
  const formats = useFormats()
  const legal = useMay()('legal')
  const needed = useNeeded()
  const [doing, setDoing] = useState<'adopt' | 'withdraw' | 'keep'>()
  const withdraw = useCommand('screening-list.withdraw', { onDone: (answer) => setTask(answer.task) })
  const confirms = useMay()('legal', 'owner')
  const [task, setTask] = useState<string>()
  const close = () => setDoing(undefined)
  const ended = of.withdrawnAt !== null
  return (
    <Page
      title={name(of.id)}
      beside={
        <span className="quiet">{`${word('version', { n: of.version })} · ${t(ended ? 'ended' : 'inForce')}`}</span>
      }
      actions={
        <>
          {legal && !ended && of.endingBy === null ? (
            <Button onClick={() => setDoing('withdraw')}>{t('withdraw')}</Button>
          ) : null}
          <Button type="primary" disabled={!legal} onClick={() => setDoing('adopt')}>
            {t('next')}
          </Button>
        </>
      }
      stops={legal ? undefined : t('role')}
    >
      <ScreeningProgress task={task} />
      {of.endingBy && of.endingAt && !ended ? (
        <WithdrawalAsked
          by={of.endingBy}
          at={of.endingAt}
          why={of.endingWhy ?? ''}
          mine={of.endingMine}
          may={confirms}
          role={t('confirmRole')}
          confirming={withdraw.running}
          onConfirm={() => void withdraw.run({ params: { screeningList: of.id }, input: {}, version: of.version })}
          onKeep={() => setDoing('keep')}
        />
      ) : null}
      <Section
        title={t(ended ? 'last' : 'now')}
        beside={
          <Link to={'/settings/lists/$list/parties' as string} params={{ list: of.id } as never}>
            {t('search', { n: formats.number(of.parties) })}
          </Link>
        }
      >
        <Facts>
          <Fact name={t('day')}>{formats.day(of.day)}</Fact>
          <Fact name={t('parties')}>{formats.number(of.parties)}</Fact>
          <Fact name={t('names')}>{formats.number(of.names)}</Fact>
          <Fact name={t('adopted')}>{`${of.adoptedBy} · ${formats.moment(of.adoptedAt)}`}</Fact>
          {of.withdrawnAt ? (
            <>
              <Fact name={t('withdrawn')}>{`${of.withdrawnBy} · ${formats.moment(of.withdrawnAt)}`}</Fact>
              <Fact name={t('why')}>{of.withdrawnWhy}</Fact>
            </>
          ) : null}
          <Fact name={t('files')}>
            <span className="list-files">
              {of.files.map((file) => (
                <a key={file.sha256} href={contentOf(file.sha256, { inline: false })} download={file.name}>
                  {file.name}
                </a>
              ))}
            </span>
          </Fact>
        </Facts>
      </Section>
      <Section title={t('versions')}>
        <ListVersions list={of.id} versions={of.versions} />
      </Section>
      {doing === 'adopt' ? <AdoptList onClose={close} onDone={setTask} /> : null}
      <CommandForm
        title={t('withdraw')}
        name="screening-list.propose-withdrawal"
        params={{ screeningList: of.id }}
        version={of.version}
        ok={t('withdraw')}
        open={doing === 'withdraw'}
        onClose={close}
      >
        <p className="quiet">{t('withdrawAbout')}</p>
        <Form.Item name="reason" label={t('reason')} rules={needed}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </CommandForm>
      <CommandForm
        title={t('keep')}
        name="screening-list.keep"
        params={{ screeningList: of.id }}
        version={of.version}
        ok={t('keep')}
        open={doing === 'keep'}
        onClose={close}
      >
        <Form.Item name="reason" label={t('keepReason')} rules={needed}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </CommandForm>
    </Page>
  )
}
