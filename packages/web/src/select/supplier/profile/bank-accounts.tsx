import { Button } from 'antd'
import { useState } from 'react'
import { useMay, useMe } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { useLanguage } from '../../../texts/language.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Clause } from '../../../ui/gate/clause.tsx'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { EvidenceButton } from '../evidence-button.tsx'
import { AccountForm } from '../forms/account-form.tsx'
import { RejectAccountForm } from '../forms/reject-account-form.tsx'
import { VerifyForm } from '../forms/verify-form.tsx'
import type { Review, Supplier } from '../record.ts'
import { countryName, useSupplierWords } from '../words.ts'
import './bank-accounts.css'

const useText = texts('supplier-bank', {
  title: { zh: '收款账户', en: 'Payee account' },
  propose: { zh: '变更账户', en: 'Change the account' },
  first: { zh: '登记账户', en: 'Record an account' },
  none: { zh: '未登记收款账户', en: 'No payee account is on record' },
  proposed: { zh: '第一步：{{by}} 于 {{on}} 提出', en: 'Step 1: proposed by {{by}} on {{on}}' },
  someone: { zh: '登记人未注明', en: 'someone not named' },
  verified: { zh: '第二步：{{by}} 于 {{on}} 核实（{{how}}）', en: 'Step 2: verified by {{by}} on {{on}} ({{how}})' },
  wanted: {
    zh: '第二步：还需 {{count}} 名登记人以外的人核实',
    en: {
      one: 'Step 2: to be verified by {{count}} more person, other than its proposer',
      other: 'Step 2: to be verified by {{count}} more people, other than its proposer',
    },
  },
  verify: { zh: '核实', en: 'Verify' },
  reject: { zh: '驳回', en: 'Reject' },
  payable: { zh: '{{day}} 起可付款', en: 'May be paid to from {{day}}' },
  rejected: { zh: '{{by}} 驳回：{{reason}}', en: 'Rejected by {{by}}: {{reason}}' },
  replaced: { zh: '{{day}} 停用', en: 'Replaced on {{day}}' },
  former: { zh: '以往账户（{{count}}）', en: { one: '{{count}} former account', other: '{{count}} former accounts' } },
  own: { zh: '您已提出或核实过，还须另一人核实', en: 'You proposed or verified it: another person verifies it next' },
})

type Account = Supplier['record']['bank-accounts'][number]

/** R4 · The account money goes to: proposed by one, verified by others who called back, and the days it cools off. */
export function BankAccounts({ supplier, review }: { readonly supplier: Supplier; readonly review: Review }) {
  const t = useText()
  const say = useSay()
  const w = useSupplierWords()
  const may = useMay()
  const me = useMe().data
  const formats = useFormats()
  const language = useLanguage()
  const [open, setOpen] = useState<{ form: 'propose' | 'verify' | 'reject'; account?: Account }>()
  const accounts = supplier.record['bank-accounts']
  const isInUse = (a: Account) => !a['replaced-at'] && !a.rejected
  const inUse = accounts.filter(isInUse)
  const former = accounts.filter((a) => !isInUse(a))
  const close = () => setOpen(undefined)
  return (
    <Section
      title={t('title')}
      id="bank"
      beside={
        may('sourcing', 'finance', 'supplier') ? (
          <Button size="small" onClick={() => setOpen({ form: 'propose' })}>
            {t(inUse.length > 0 ? 'propose' : 'first')}
          </Button>
        ) : (
          <Clause id="R4" />
        )
      }
    >
      {inUse.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      {inUse.map((a) => {
        const by = a['verified-by'] ?? []
        const lacking = Math.max(0, review.bank.verifiers - by.length)
        const mine = me?.name !== undefined && (a['recorded-by'] === me.name || by.includes(me.name))
        return (
          <div key={a.account} className="account">
            <p className="account-number">
              {a.account} <EvidenceButton of={a.evidence} />
            </p>
            <p>
              {a.holder} <span className="quiet">· {[a.bank, countryName(a.country, language)].join(' · ')}</span>
            </p>
            {a['holder-explained'] ? <p className="quiet">{a['holder-explained']}</p> : null}
            <ol className="account-steps">
              <li>
                <GateMark state="passed" small />{' '}
                {t('proposed', { by: a['recorded-by'] ?? t('someone'), on: formats.day(a['recorded-at']) })}
              </li>
              {a.verifications?.map((v) => (
                <li key={v.by}>
                  <GateMark state="passed" small /> {t('verified', { by: v.by, on: formats.day(v.on), how: w(v.how) })}
                  {v.spoke ? <span className="quiet"> · {v.spoke}</span> : null}{' '}
                  {v.evidence ? <EvidenceButton of={v.evidence} /> : null}
                </li>
              ))}
              {!a.verifications && by.length > 0 && a['verified-at'] ? (
                <li>
                  <GateMark state="passed" small />{' '}
                  {t('verified', {
                    by: formats.list(by),
                    on: formats.day(a['verified-at']),
                    how: a['verified-how'] ? w(a['verified-how']) : '—',
                  })}
                </li>
              ) : null}
              {lacking > 0 ? (
                <li>
                  <GateMark state="conditional" small /> {t('wanted', { count: lacking })}
                </li>
              ) : null}
            </ol>
            {review.bank.faults.map((f) => (
              <p key={f.fault} className={f.state === 'wrong' ? 'profile-wrong' : 'profile-warn'}>
                <GateMark state={f.state === 'wrong' ? 'open' : 'conditional'} small /> {say(f.what)}
                <span className="quiet"> {say(f.remedy)}</span>
              </p>
            ))}
            {review.bank.payableFrom && review.bank.faults.length === 0 ? (
              <p className="profile-good">{t('payable', { day: formats.day(review.bank.payableFrom) })}</p>
            ) : null}
            {lacking > 0 && may('finance', 'legal') ? (
              mine ? (
                <p className="quiet profile-small">{t('own')}</p>
              ) : (
                <div className="command-foot account-act">
                  <Button size="small" danger onClick={() => setOpen({ form: 'reject', account: a })}>
                    {t('reject')}
                  </Button>
                  <Button size="small" type="primary" onClick={() => setOpen({ form: 'verify', account: a })}>
                    {t('verify')}
                  </Button>
                </div>
              )
            ) : null}
          </div>
        )
      })}
      {former.length > 0 ? (
        <details>
          <summary className="papers-all">{t('former', { count: former.length })}</summary>
          <ul className="profile-rows">
            {former.map((a) => (
              <li key={`${a.account} ${a['recorded-at']}`}>
                {a.account} <span className="quiet">{a.bank}</span>
                <p className="quiet profile-small">
                  {a.rejected
                    ? t('rejected', a.rejected)
                    : t('replaced', { day: a['replaced-at'] ? formats.day(a['replaced-at']) : '' })}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <AccountForm open={open?.form === 'propose'} onClose={close} supplier={supplier.record} />
      <VerifyForm
        account={open?.form === 'verify' ? open.account : undefined}
        how={review.bank.how}
        onClose={close}
        supplier={supplier.id}
      />
      <RejectAccountForm
        account={open?.form === 'reject' ? open.account : undefined}
        onClose={close}
        supplier={supplier.id}
      />
    </Section>
  )
}
