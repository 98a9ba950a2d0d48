import { InboxOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { storeFile } from '../../client/files.ts'
import { problemOf } from '../../client/problem.ts'
import { texts } from '../../texts/texts.ts'
import { useTellProblem } from '../page/tell-problem.tsx'
import { Evidence } from './evidence.tsx'

const useText = texts('evidence-field', {
  drop: { zh: '拖入文件或点击上传', en: 'Drop a file here, or choose one' },
  other: { zh: '换一个文件', en: 'Another file' },
})

type Props = {
  /** the SHA-256 of the file that is there */
  readonly value?: string | undefined
  readonly onChange?: (sha256: string | undefined) => void
  /** media types to choose from, such as `image/*`; a phone opens its camera for pictures */
  readonly accept?: string
  readonly id?: string
}

/** A field of a form that holds one file: it is stored at once, and shown where it was chosen. */
export function EvidenceField({ value, onChange, accept, id }: Props) {
  const t = useText()
  const tell = useTellProblem()
  const [storing, setStoring] = useState(false)
  const store = async (file: File) => {
    setStoring(true)
    await storeFile(file, file.name)
      .then(({ sha256 }) => onChange?.(sha256))
      .catch((error) => tell(problemOf(error)))
    setStoring(false)
  }
  const common = {
    showUploadList: false,
    ...(accept ? { accept } : {}),
    ...(id ? { id } : {}),
    beforeUpload: (file: File) => {
      void store(file)
      return false
    },
  }
  if (value)
    return (
      <div>
        <Evidence sha256={value} />
        <Upload {...common}>
          <Button size="small" loading={storing}>
            {t('other')}
          </Button>
        </Upload>
      </div>
    )
  return (
    <Upload.Dragger {...common} disabled={storing}>
      <p>
        <InboxOutlined aria-hidden /> {t('drop')}
      </p>
    </Upload.Dragger>
  )
}
