import { EyeOutlined, LockOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Form, Radio } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../client/operations.ts'
import { useMay } from '../../shell/session.ts'
import { texts } from '../../texts/texts.ts'
import { CommandForm } from '../../ui/command/command-form.tsx'
import { Clause } from '../../ui/gate/clause.tsx'
import { Fact, Facts, Section } from '../../ui/page/page.tsx'

const useText = texts('case-buyer', {
  title: { zh: '买家资料', en: 'The buyer' },
  sealed: { zh: '已加密保存，不入日志', en: 'Sealed, and never logged' },
  hidden: { zh: '您的角色无需查看买家资料。', en: 'Your role does not need the buyer’s data.' },
  erased: {
    zh: '买家资料已删除，不可恢复；日志仍可核验。',
    en: 'The buyer’s data is erased for good; the log still verifies.',
  },
  show: { zh: '显示', en: 'Show' },
  hide: { zh: '隐藏', en: 'Hide' },
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'E-mail' },
  phone: { zh: '电话', en: 'Phone' },
  address: { zh: '地址', en: 'Address' },
  order: { zh: '订单号', en: 'Order' },
  reason: { zh: '买家说明', en: 'In the buyer’s words' },
  other: { zh: '此买家的其他案件', en: 'Other cases of this buyer' },
  save: { zh: '导出其全部资料', en: 'Export all that is held' },
  erase: { zh: '删除个人资料', en: 'Erase personal data' },
  eraseWhat: {
    zh: '将销毁此人的密钥：其在所有案件中的资料不可再读，日志仍可核验。此操作不能撤销。',
    en: 'Destroys this person’s key: their data in every case can never be read again, and the log still verifies. This cannot be undone.',
  },
  why: { zh: '原因', en: 'Why' },
  'asked-by-person': { zh: '本人要求', en: 'They asked for it' },
  'no-longer-needed': { zh: '不再需要', en: 'No longer needed' },
  unlawful: { zh: '处理无合法依据', en: 'Held without a ground' },
})
const FIELDS = ['name', 'email', 'phone', 'address', 'order', 'reason'] as const

/** R4, G2 · The buyer's data: sealed, shown to roles that need it, erased when it must go. */
export function Buyer({ of: { buyer, person } }: { readonly of: Answer<'case.get'> }) {
  const t = useText()
  const may = useMay()
  const [shown, setShown] = useState(false)
  const [erasing, setErasing] = useState(false)
  return (
    <Section
      title={t('title')}
      beside={
        <span className="quiet">
          <LockOutlined aria-hidden /> {t('sealed')} · <Clause id="G2" />
        </span>
      }
    >
      {buyer.known !== 'shown' ? (
        <p className="quiet">{t(buyer.known)}</p>
      ) : (
        <>
          <Facts>
            {FIELDS.filter((field) => buyer[field] !== undefined).map((field) => (
              <Fact key={field} name={t(field)}>
                {shown ? buyer[field] : <span aria-hidden>••••••</span>}
              </Fact>
            ))}
          </Facts>
          <div className="case-buttons">
            <Button
              size="small"
              icon={<EyeOutlined aria-hidden />}
              aria-expanded={shown}
              onClick={() => setShown(!shown)}
            >
              {t(shown ? 'hide' : 'show')}
            </Button>
            {person === null ? null : (
              <>
                <Link to="/cases" search={{ person } as never}>
                  {t('other')}
                </Link>
                {may('legal', 'service') ? (
                  <a href={`/api/v1/people/${encodeURIComponent(person)}/export`} download={`${person}.json`}>
                    {t('save')}
                  </a>
                ) : null}
                {may('legal') ? (
                  <Button size="small" danger onClick={() => setErasing(true)}>
                    {t('erase')}
                  </Button>
                ) : null}
              </>
            )}
          </div>
        </>
      )}
      {erasing && person !== null ? <Erase person={person} onClose={() => setErasing(false)} /> : null}
    </Section>
  )
}

const REASONS = ['asked-by-person', 'no-longer-needed', 'unlawful'] as const

function Erase({ person, onClose }: { readonly person: string; readonly onClose: () => void }) {
  const t = useText()
  return (
    <CommandForm
      name="person.erase"
      title={t('erase')}
      ok={t('erase')}
      danger
      params={{ person }}
      initial={{ reason: REASONS[0] }}
      onClose={onClose}
    >
      <p>{t('eraseWhat')}</p>
      <Form.Item name="reason" label={t('why')} required>
        <Radio.Group options={REASONS.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
    </CommandForm>
  )
}
