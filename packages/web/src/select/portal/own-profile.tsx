import { texts } from '../../texts/texts.ts'
import { Page } from '../../ui/page/page.tsx'
import { DecisionMark } from '../supplier/decision-mark.tsx'
import { BankAccounts } from '../supplier/profile/bank-accounts.tsx'
import { Chains } from '../supplier/profile/chains.tsx'
import { Identity } from '../supplier/profile/identity.tsx'
import { Inspections } from '../supplier/profile/inspections.tsx'
import { Owners } from '../supplier/profile/owners.tsx'
import { Papers } from '../supplier/profile/papers.tsx'
import '../supplier/profile/profile.css'
import { OwnSupplier } from './own-supplier.tsx'

const useText = texts('own-profile', {
  title: { zh: '企业资料', en: 'Our profile' },
})

/** What a supplier's account says and proves of itself, each part with its form. */
export function OwnProfile() {
  const t = useText()
  return (
    <OwnSupplier>
      {(supplier, review) => (
        <Page
          title={t('title')}
          about={supplier.record.name}
          beside={
            <DecisionMark
              result={supplier.record.decision?.result ?? null}
              lapses={supplier.record.decision?.lapses ?? null}
            />
          }
        >
          <div className="profile-grid">
            <div className="profile-column">
              <Papers supplier={supplier} review={review} />
              <Identity supplier={supplier} review={review} />
              <Chains supplier={supplier} review={review} />
            </div>
            <div className="profile-column">
              <BankAccounts supplier={supplier} review={review} />
              <Owners supplier={supplier} />
              <Inspections supplier={supplier} review={review} />
            </div>
          </div>
        </Page>
      )}
    </OwnSupplier>
  )
}
