import { Button, Form, Input, Upload } from 'antd'
import { useState } from 'react'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { useNeeded } from '../../ui/command/fields.tsx'

const useText = texts('pack-upload', {
  title: { zh: '上传规则包', en: 'Upload a pack of rules' },
  next: { zh: '上传新版本', en: 'Upload a new version' },
  about: {
    zh: '写法与标准的市场规则相同，只能收紧，不能放宽。上传后由另一人启用。',
    en: 'Written as the rules of a market are; it may only tighten them. Another person adopts it.',
  },
  example: { zh: '下载示例文件', en: 'Download an example' },
  file: { zh: 'YAML 文件', en: 'YAML file' },
  choose: { zh: '选择文件', en: 'Choose a file' },
  id: { zh: '编号', en: 'Id' },
  idAbout: { zh: '各版本共用，例如 de-内控', en: 'The same for all versions, such as house-de' },
  name: { zh: '名称', en: 'Name' },
  nameAbout: { zh: '判定结果以此名称注明出处', en: 'Findings name it as their source' },
  reason: { zh: '为何需要', en: 'Why it is needed' },
  send: { zh: '上传并检查', en: 'Upload and check' },
  badId: { zh: '请用文字、数字、点或连字符', en: 'Use letters, digits, dots and hyphens' },
})
type Fields = { id: string; name: string; reason: string }
type Props = {
  readonly open: boolean
  /** the pack whose next version it is; a new pack when absent */
  readonly of?: { readonly id: string; readonly name: string }
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u

/** M3 · Takes in a file of rules; what is wrong with it is told with its line, its field and what to do. */
export function PackUpload({ open, of, onClose, onDone }: Props) {
  const t = useText()
  const [file, setFile] = useState<{ readonly name: string; readonly yaml: string }>()
  const [must] = useNeeded()
  const needed = { ...must, whitespace: true }
  return (
    <CommandForm<'rule-pack.propose', Fields>
      name="rule-pack.propose"
      open={open}
      title={t(of ? 'next' : 'title')}
      ok={t('send')}
      params={{}}
      initial={of ?? {}}
      inputOf={(fields) => ({ ...of, ...fields, file: file?.name ?? '', yaml: file?.yaml ?? '' })}
      ready={file !== undefined}
      onClose={onClose}
      onDone={({ id }) => onDone(id)}
    >
      <p className="quiet">
        {t('about')}{' '}
        <a href="/api/v1/rule-packs/example.yaml" download>
          {t('example')}
        </a>
      </p>
      <Form.Item label={t('file')} required>
        <Upload
          accept=".yaml,.yml,text/yaml"
          maxCount={1}
          showUploadList={false}
          beforeUpload={async (chosen) => {
            setFile({ name: chosen.name, yaml: await chosen.text() })
            return false
          }}
        >
          <Button>{t('choose')}</Button> {file ? <code>{file.name}</code> : null}
        </Upload>
      </Form.Item>
      <Form.Item
        name="id"
        label={t('id')}
        extra={of ? undefined : t('idAbout')}
        rules={[needed, { pattern: ID, message: t('badId') }]}
      >
        <Input maxLength={80} disabled={of !== undefined} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={t('name')} extra={t('nameAbout')} rules={[needed]}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[needed]}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </CommandForm>
  )
}
