import { PaperClipOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { texts } from '../../texts/texts.ts'
import './profile/profile.css'
import { Popup } from '../../ui/dialog/popup.tsx'
import { Evidence } from '../../ui/evidence/evidence.tsx'

const useText = texts('evidence-button', {
  see: { zh: '查看凭证', en: 'See the evidence' },
  none: { zh: '未上传', en: 'no file' },
  named: { zh: '凭证：{{name}}', en: 'Evidence: {{name}}' },
})
const isStored = (name: string) => /^[0-9a-f]{64}$/.test(name)

/** The evidence of a record, one press away; a file that is named alone is told by its name. */
export function EvidenceButton({ of }: { readonly of: string | undefined }) {
  const t = useText()
  if (!of) return <span className="profile-warn profile-small">{t('none')}</span>
  if (!isStored(of)) return <span className="quiet profile-small">{t('named', { name: of })}</span>
  return (
    <Popup
      label={t('see')}
      placement="left"
      content={
        <div style={{ maxWidth: 360 }}>
          <Evidence sha256={of} />
        </div>
      }
    >
      <Button size="small" type="text" icon={<PaperClipOutlined />} aria-label={t('see')} title={t('see')} />
    </Popup>
  )
}
