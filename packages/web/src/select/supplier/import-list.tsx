import { Button, Form, Upload } from 'antd'
import { useState } from 'react'
import { type Stored, storeFile } from '../../client/files.ts'
import { problemOf } from '../../client/problem.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { useTellProblem } from '../../ui/page/tell-problem.tsx'

const useText = texts('supplier-import', {
  title: { zh: '导入供应商清单', en: 'Import a list of suppliers' },
  about: {
    zh: '.csv 或 .xlsx，每行一家，列名如 供应商名称、国家、统一社会信用代码、联系人。已有档案的供应商不作改动。',
    en: '.csv or .xlsx, a supplier a row, with columns such as name, country, registration, contact. Those on record stay as they are.',
  },
  file: { zh: '清单文件', en: 'The list' },
  choose: { zh: '选择文件', en: 'Choose a file' },
  ok: { zh: '导入', en: 'Import' },
})

type Props = { readonly open: boolean; readonly onClose: () => void; readonly onDone: (task: string) => void }

/** I2 · Takes in a list of suppliers, row by row in the background. */
export function ImportList({ open, onClose, onDone }: Props) {
  const t = useText()
  const tell = useTellProblem()
  const [file, setFile] = useState<Stored>()
  const [storing, setStoring] = useState(false)
  const store = async (chosen: File) => {
    setStoring(true)
    await storeFile(chosen, chosen.name).then(setFile, (error) => tell(problemOf(error)))
    setStoring(false)
  }
  const close = () => {
    setFile(undefined)
    onClose()
  }
  return (
    <CommandForm<'supplier.import'>
      name="supplier.import"
      open={open}
      title={t('title')}
      ok={t('ok')}
      params={{}}
      inputOf={() => ({ sha256: file?.sha256 ?? '' })}
      ready={file !== undefined && !storing}
      onClose={close}
      onDone={({ task }) => onDone(task)}
    >
      <p className="quiet">{t('about')}</p>
      <Form.Item label={t('file')} required>
        <Upload
          accept=".csv,.tsv,.txt,.xlsx"
          showUploadList={false}
          beforeUpload={(chosen) => {
            void store(chosen)
            return false
          }}
        >
          <Button loading={storing}>{t('choose')}</Button>
        </Upload>{' '}
        {file ? <code>{file.name}</code> : null}
      </Form.Item>
    </CommandForm>
  )
}
