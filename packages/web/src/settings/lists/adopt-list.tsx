import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal, Skeleton, Upload } from 'antd'
import { useState } from 'react'
import { askPages } from '../../client/ask.ts'
import { useCommand, useTellProblem } from '../../client/command.ts'
import { type Stored, storeFile } from '../../client/files.ts'
import type { Answer } from '../../client/operations.ts'
import { problemOf } from '../../client/problem.ts'
import { texts } from '../../texts/texts.ts'
import { ProblemNote } from '../../ui/page/problem-note.tsx'
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
  cancel: { zh: '取消', en: 'Cancel' },
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
  const adopt = useCommand('screening-list.adopt', {
    quiet: true,
    onDone: ({ task }) => {
      onDone(task)
      onClose()
    },
  })
  const problem = adopt.problem ?? (compared.error ? problemOf(compared.error) : undefined)
  const known = day ?? head?.day ?? undefined
  const store = async (file: File) => {
    setStoring(true)
    adopt.forget()
    await storeFile(file, file.name).then(
      (stored) => setFiles((before) => [...before.filter((f) => f.sha256 !== stored.sha256), stored]),
      (error) => tell(problemOf(error)),
    )
    setStoring(false)
  }
  const send = () =>
    head && adopt.run({ params: {}, input: { files: hashes, over: head.over, ...(known ? { day: known } : {}) } })
  return (
    <Modal
      open
      title={t('title')}
      width={680}
      onCancel={onClose}
      cancelText={t('cancel')}
      okText={t('use')}
      okButtonProps={{ disabled: !head || !known || compared.isError }}
      confirmLoading={adopt.running}
      onOk={() => void send()}
    >
      <p className="quiet">
        {t('about')}{' '}
        <a href="/api/v1/screening-lists/template.csv" download>
          {t('template')}
        </a>
      </p>
      <Form layout="vertical">
        <Form.Item label={t('files')}>
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
                  adopt.forget()
                }}
              >
                {t('drop')}
              </Button>
            ) : null}
          </div>
        </Form.Item>
        {head && !compared.isError ? (
          <Form.Item label={t('day')} htmlFor="list-day" extra={head.day ? undefined : t('dayHow')}>
            <Input
              id="list-day"
              type="date"
              value={known ?? ''}
              onChange={({ target }) => setDay(target.value || undefined)}
              style={{ width: 180 }}
            />
          </Form.Item>
        ) : null}
      </Form>
      <div aria-live="polite">
        {problem ? <ProblemNote problem={problem} /> : null}
        {files.length > 0 && compared.isPending ? <Skeleton active title={false} paragraph={{ rows: 3 }} /> : null}
        {compared.isError ? null : (
          <DifferencePreview
            pages={pages}
            onMore={compared.hasNextPage ? () => void compared.fetchNextPage() : undefined}
          />
        )}
      </div>
    </Modal>
  )
}
