import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Progress, Upload } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand, useTellProblem } from '../../client/command.ts'
import { type Stored, storeFile } from '../../client/files.ts'
import { problemOf } from '../../client/problem.ts'
import { useTask } from '../../client/task.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Empty } from '../../ui/page/empty.tsx'
import { Page, Section } from '../../ui/page/page.tsx'
import { ProblemNote } from '../../ui/page/problem-note.tsx'
import './screening-lists.css'

const useText = texts('screening-lists', {
  title: { zh: '制裁名单', en: 'Screening lists' },
  about: {
    zh: '名单由本组织从发布方下载后上传；启用后，全部供应商即重新筛查。',
    en: 'Lists are downloaded from their publishers and uploaded here; when one is adopted, every supplier is screened again.',
  },
  none: { zh: '还没有名单', en: 'No lists yet' },
  noneHow: {
    zh: '请上传 OFAC 的 SDN.CSV（可同时附 ALT.CSV），或联合国综合名单 XML。',
    en: 'Upload SDN.CSV of OFAC, with ALT.CSV, or the consolidated XML of the UN.',
  },
  adopt: { zh: '更新名单', en: 'Adopt a list' },
  choose: { zh: '选择名单文件', en: 'Choose the files of a list' },
  day: { zh: '名单日期', en: 'Day of the list' },
  dayHow: { zh: '文件自带日期时可不填', en: 'Not needed when the file names it' },
  use: { zh: '启用并重新筛查', en: 'Adopt and screen again' },
  of: {
    zh: '{{day}} 的名单，{{parties}} 个主体，{{names}} 个名称',
    en: 'List of {{day}}: {{parties}} parties, {{names}} names',
  },
  by: { zh: '{{by}} 启用于 {{at}}', en: 'adopted by {{by}}, {{at}}' },
  running: { zh: '正在重新筛查供应商：{{done}} / {{of}}', en: 'Screening suppliers again: {{done}} of {{of}}' },
  done: { zh: '重新筛查完成', en: 'All suppliers are screened again' },
})

/** I2 · The lists suppliers are screened against, each with its day and its files. */
export function ScreeningLists() {
  const t = useText()
  const formats = useFormats()
  const may = useMay()
  const lists = useQuery(ask('screening-list.list', {}))
  return (
    <Page title={t('title')} about={t('about')}>
      <Asked of={lists}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={t('none')}>
              <p>{t('noneHow')}</p>
            </Empty>
          ) : (
            rows.map((list) => (
              <Section key={list.id} title={list.id}>
                <p>
                  {t('of', {
                    day: formats.day(list.day),
                    parties: formats.number(list.parties),
                    names: formats.number(list.names),
                  })}
                </p>
                <p className="quiet">
                  {t('by', { by: list.adoptedBy, at: formats.moment(list.adoptedAt) })} ·{' '}
                  {formats.row(list.files.map((f) => f.name))}
                </p>
              </Section>
            ))
          )
        }
      </Asked>
      {may('legal') ? <Adopt /> : null}
    </Page>
  )
}

function Adopt() {
  const t = useText()
  const tell = useTellProblem()
  const [files, setFiles] = useState<readonly Stored[]>([])
  const formats = useFormats()
  const [storing, setStoring] = useState(false)
  const [day, setDay] = useState<string>()
  const [started, setStarted] = useState<string>()
  const task = useTask(started)
  const adopt = useCommand('screening-list.adopt', {
    quiet: true,
    onDone: (answer) => {
      setFiles([])
      setDay(undefined)
      setStarted(answer.task)
    },
  })
  const store = async (file: File) => {
    setStoring(true)
    await storeFile(file, file.name).then(
      (stored) => setFiles((before) => [...before.filter((f) => f.sha256 !== stored.sha256), stored]),
      (error) => tell(problemOf(error)),
    )
    setStoring(false)
  }
  return (
    <Section title={t('adopt')}>
      <div className="adopt-list">
        <Upload
          multiple
          accept=".csv,.xml,text/csv,application/xml"
          showUploadList={false}
          beforeUpload={(file) => {
            void store(file)
            return false
          }}
        >
          <Button loading={storing}>{t('choose')}</Button>
        </Upload>
        <span>{formats.row(files.map((f) => f.name))}</span>
        <DatePicker
          aria-label={t('day')}
          placeholder={t('day')}
          value={day ? dayjs(day) : null}
          onChange={(value) => setDay(value?.format('YYYY-MM-DD'))}
        />
        <span className="quiet">{t('dayHow')}</span>
        <Button
          type="primary"
          disabled={files.length === 0}
          loading={adopt.running}
          onClick={() => {
            setStarted(undefined)
            void adopt.run({ params: {}, input: { files: files.map((f) => f.sha256), ...(day ? { day } : {}) } })
          }}
        >
          {t('use')}
        </Button>
      </div>
      {adopt.problem ? <ProblemNote problem={adopt.problem} /> : null}
      {task ? (
        <div role="status">
          {task.state === 'done' ? (
            t('done')
          ) : (
            <>
              {t('running', { done: task.done, of: task.of ?? '…' })}
              <Progress percent={task.of ? Math.round((task.done / task.of) * 100) : 0} size="small" />
            </>
          )}
        </div>
      ) : null}
    </Section>
  )
}
