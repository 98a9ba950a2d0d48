import { PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { contentOf, storeFile } from '../../../client/files.ts'
import { problemOf } from '../../../client/problem.ts'
import { texts } from '../../../texts/texts.ts'
import { useTellProblem } from '../../../ui/page/tell-problem.tsx'

const useText = texts('evidence-files', {
  upload: { zh: '上传照片', en: 'Upload photos' },
  more: { zh: '再加一张', en: 'Add another' },
  stored: { zh: '{{name}} 已存入', en: '{{name}} is stored' },
  open: { zh: '查看凭证', en: 'Open evidence' },
  remove: { zh: '移除', en: 'Remove' },
})

const ACCEPTED = 'image/*,application/pdf'
const SHA = /^[0-9a-f]{64}$/

/** Several files of evidence, such as photos of a sample. */
export function EvidenceFiles({
  value = [],
  onChange,
}: {
  readonly value?: readonly string[]
  readonly onChange?: (value: string[]) => void
}) {
  const t = useText()
  const tell = useTellProblem()
  const { message } = App.useApp()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const take = async (files: FileList | null) => {
    setBusy(true)
    try {
      const added: string[] = []
      for (const file of files ?? []) {
        added.push((await storeFile(file, file.name)).sha256)
        void message.success(t('stored', { name: file.name }))
      }
      onChange?.([...value, ...added])
    } catch (error) {
      tell(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="evidence-files">
      {value.map((each) => (
        <span key={each} className="evidence-file">
          <EvidenceLink of={each} />
          <Button type="text" size="small" onClick={() => onChange?.(value.filter((v) => v !== each))}>
            {t('remove')}
          </Button>
        </span>
      ))}
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        multiple
        onChange={(event) => void take(event.target.files)}
      />
      <Button icon={<UploadOutlined />} loading={busy} onClick={() => input.current?.click()}>
        {value.length > 0 ? t('more') : t('upload')}
      </Button>
    </div>
  )
}

/** Evidence that is stored opens in a window of its own; what was only named is shown as it was written. */
export function EvidenceLink({ of }: { readonly of: string | undefined }) {
  const t = useText()
  if (!of) return null
  if (!SHA.test(of)) return <span className="quiet">{of}</span>
  return (
    <a href={contentOf(of)} target="_blank" rel="noreferrer" title={of}>
      <PaperClipOutlined aria-hidden /> {t('open')} <code>{of.slice(0, 8)}</code>
    </a>
  )
}
