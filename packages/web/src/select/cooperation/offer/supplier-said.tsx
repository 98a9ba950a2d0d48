import type { Answer } from '../../../client/operations.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'

const useText = texts('supplier-said', {
  house: {
    zh: '条件由本方登记；供应商未在门户答复',
    en: 'The terms stand as recorded on our side; the supplier has not answered in its portal',
  },
  agreed: { zh: '供应商 {{by}} 于 {{at}} 在门户同意', en: 'Agreed by {{by}} of the supplier in its portal, {{at}}' },
  declined: {
    zh: '供应商 {{by}} 于 {{at}} 不同意：{{note}}',
    en: 'Declined by {{by}} of the supplier, {{at}}: {{note}}',
  },
  earlier: { zh: '（此后条件已变更，待其重新答复）', en: ' (to earlier terms; asked again since they changed)' },
})

/** I6–I8 · Whether the terms are agreed to by the supplier itself, or stand as the house recorded them. */
export function SupplierSaid({ answer }: { readonly answer: Answer<'offer.get'>['answer'] }) {
  const t = useText()
  const { moment } = useFormats()
  if (!answer) return <p className="quiet">{t('house')}</p>
  const { agrees, by, at, note, stands } = answer
  const said = t(agrees ? 'agreed' : 'declined', { by, at: moment(at), note: note ?? '' })
  return (
    <p className={stands ? undefined : 'quiet'}>
      {stands ? <GateMark state={agrees ? 'passed' : 'open'} small /> : null} {said}
      {stands ? '' : t('earlier')}
    </p>
  )
}
