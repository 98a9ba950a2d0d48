import { InboxOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Upload } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { storeFile } from '../../../client/files.ts'
import { type ProblemBody, problemOf } from '../../../client/problem.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { Section } from '../../../ui/page/page.tsx'
import { ProblemNote } from '../../../ui/page/problem-note.tsx'
import type { Step } from './step.ts'

const useText = texts('choose-file', {
  drop: { zh: '将清单拖到此处，或点击选择', en: 'Drop the list here, or click to choose it' },
  kinds: {
    zh: '.csv 或 .xlsx，先预览，确认后才登记',
    en: '.csv or .xlsx. It is previewed first; nothing is recorded until you confirm',
  },
  storing: { zh: '正在存入…', en: 'Storing …' },
  before: { zh: '最近的导入', en: 'Latest imports' },
  waiting: { zh: '等待中', en: 'waiting' },
  running: { zh: '进行中', en: 'running' },
  done: { zh: '已完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  rows: { zh: '{{done}} 行', en: '{{done}} rows' },
})

/** The list is stored as it is chosen; the imports before stand below. */
export function ChooseFile({ project, go }: { readonly project: string; readonly go: (to: Step) => void }) {
  const t = useText()
  const formats = useFormats()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemBody>()
  const tasks = useQuery(ask('task.list', {}, { project, kind: 'product.import', limit: 5 } as never)).data?.rows ?? []
  const take = async (file: File) => {
    setBusy(true)
    setProblem(undefined)
    try {
      go({ file: (await storeFile(file, file.name)).sha256 })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void take(file)
          return false
        }}
        className="import-drop"
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{busy ? t('storing') : t('drop')}</p>
        <p className="ant-upload-hint">{t('kinds')}</p>
      </Upload.Dragger>
      {tasks.length > 0 ? (
        <Section title={t('before')}>
          <ul className="lines">
            {tasks.map((task) => (
              <li key={task.id}>
                <Link to="/projects/$project/import" params={{ project }} search={{ task: task.id } as never}>
                  {formats.moment(task.createdAt)}
                </Link>{' '}
                <span className="quiet">
                  · {task.startedBy} · {t(task.state)} · {t('rows', { done: formats.number(task.done) })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
