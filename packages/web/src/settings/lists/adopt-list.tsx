import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Form, Skeleton, Upload } from 'antd'
import { useState } from 'react'
import { askPages } from '../../client/ask.ts'
import { type Stored, storeFile } from '../../client/files.ts'
import type { Answer } from '../../client/operations.ts'
import { problemOf } from '../../client/problem.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { DayInput } from '../../ui/day/day-input.tsx'
import { ProblemNote } from '../../ui/page/problem-note.tsx'
import { useTellProblem } from '../../ui/page/tell-problem.tsx'
import { DifferencePreview } from './difference-preview.tsx'

const useText = texts('adopt-list', {
  title: { zh: '更新名单', en: 'Adopt a list' },
  about: {
    zh: '一次启用一份：OFAC 的 SDN.CSV（可附 ALT.CSV）、联合国综合名单 XML，或按模板填写的禁止合作名单。',
    en: 'One list at a time: SDN.CSV of OFAC (with ALT.CSV), the consolidated XML of the UN, or your own, made from the template.',
  },
  template: { zh: '下载模板', en: 'Download the template' },
  files: { zh: '名单文件', en: 'Files of the list' },
  choose: { zh: '选择文件', en: 'Choose files' },
  drop: { zh: '重选', en: 'Start over' },
  day: { zh: '名单日期', en: 'Day of the list' },
  dayHow: { zh: '文件未写明日期，请按发布页填写', en: 'The file does not name it: take it from the publisher’s page' },
  use: { zh: '启用并重新筛查', en: 'Adopt and screen again' },
})
type Props = {
  readonly onClose: () => void
  /** the task that screens all suppliers again */
  readonly onDone: (task: string) => void
}
type Compared = Answer<'screening-list.compare'>

/** I2 · Takes in the files of a list, shows what they change, and adopts them. */
export function AdoptList({ onClose, onDone }: Props) {
  const t = useText()
  const tell = useTellProblem()
  const [files, setFiles] = useState<readonly Stored[]>([])
  const [storing, setStoring] = useState(false)
  const [day, setDay] = useState<string>()
  const hashes = files.map((f) => f.sha256)
  const compared = useInfiniteQuery({
    ...askPages('screening-list.compare', {}, { files: hashes.join(','), limit: 20 }),
    enabled: files.length > 0 && !storing,
    retry: false,
  })
  const pages = (compared.data?.pages ?? []) as unknown as readonly Compared[]
  const [head] = pages
  const known = day ?? head?.day ?? undefined
  const store = async (file: File) => {
    setStoring(true)
    await storeFile(file, file.name).then(
      (stored) => setFiles((before) => [...before.filter((f) => f.sha256 !== stored.sha256), stored]),
      (error) => tell(problemOf(error)),
    )
    setStoring(false)
  }
  return (
    <CommandForm<'screening-list.adopt'>
      name="screening-list.adopt"
      title={t('title')}
      ok={t('use')}
      width={680}
      params={{}}
      inputOf={() => ({ files: hashes, over: (head as Compared).over, ...(known ? { day: known } : {}) })}
      ready={head !== undefined && known !== undefined && !compared.isError}
      onClose={onClose}
      onDone={({ task }) => onDone(task)}
    >
      <p className="quiet">
        {t('about')}{' '}
        <a href="/api/v1/screening-lists/template.csv" download>
          {t('template')}
        </a>
      </p>
      <Form.Item label={t('files')} required>
        <div className="adopt-files">
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
          {files.map((f) => (
            <code key={f.sha256}>{f.name}</code>
          ))}
          {files.length > 0 ? (
            <Button
              type="link"
              size="small"
              onClick={() => {
                setFiles([])
                setDay(undefined)
              }}
            >
              {t('drop')}
            </Button>
          ) : null}
        </div>
      </Form.Item>
      {head && !compared.isError ? (
        <Form.Item label={t('day')} required htmlFor="list-day" extra={head.day ? undefined : t('dayHow')}>
          <DayInput id="list-day" value={known} onChange={setDay} width={180} />
        </Form.Item>
      ) : null}
      <div aria-live="polite">
        {compared.error ? <ProblemNote problem={problemOf(compared.error)} /> : null}
        {files.length > 0 && compared.isPending ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null}
        {compared.isError ? null : (
          <DifferencePreview
            pages={pages}
            onMore={compared.hasNextPage ? () => void compared.fetchNextPage() : undefined}
          />
        )}
      </div>
    </CommandForm>
  )
}
