import { Form, Input, Select } from 'antd'
import { texts } from '../../../texts/texts.ts'
import { CommandForm } from '../../../ui/command/command-form.tsx'
import type { OfProduct } from '../of-product.ts'
import { useRoleOptions } from '../role-options.ts'
import { CertificateForm } from './certificate-form.tsx'
import { ClaimForm } from './claim-form.tsx'
import { ClassFields } from './class-fields.tsx'
import type { Cure } from './cure.tsx'
import { useCureName } from './cure.tsx'
import { DescribeForm } from './describe-form.tsx'
import { EditListingForm } from './edit-listing-form.tsx'
import { HandOverForm } from './hand-over-form.tsx'
import { LabelForm } from './label-form.tsx'

const useText = texts('cure-form', {
  save: { zh: '保存', en: 'Save' },
  pickRole: { zh: '请选择作用', en: 'Choose a role' },
  role: { zh: '作用', en: 'Role' },
  reason: { zh: '原因', en: 'Reason' },
  missing: { zh: '请填写原因', en: 'Say why' },
  remark: { zh: '给供应商的说明', en: 'Note to the supplier' },
  lift: {
    zh: '解除后，各关口随即重新审定。须由冻结人以外的人解除。',
    en: 'Its gates are decided again at once. It is lifted by someone other than who set it.',
  },
})

type Props = Omit<OfProduct, 'cure'> & {
  readonly curing: Cure
  readonly onClose: () => void
}

/** The form of one command on a product. */
export function CureForm(props: Props) {
  const { curing, project, product, review, onClose } = props
  const t = useText()
  const nameOf = useCureName()
  const roles = useRoleOptions()
  if (!('dialog' in curing)) return null
  const params = { project, product: product.id }
  const shared = { params, version: product.version, title: nameOf(curing), ok: t('save'), onClose }
  const more = curing.with ?? {}
  switch (curing.dialog) {
    case 'fix-class':
      return (
        <CommandForm
          {...shared}
          name="product.fix-class"
          initial={{ class: product.class ?? review?.class.read, traits: product.facts?.traits }}
        >
          <ClassFields />
        </CommandForm>
      )
    case 'fix-role':
      return (
        <CommandForm
          {...shared}
          name="product.fix-role"
          initial={{ role: more.role ?? product.role }}
          inputOf={(values) => values as never}
        >
          <Form.Item name="role" label={t('role')} rules={[{ required: true, message: t('pickRole') }]}>
            <Select options={roles} />
          </Form.Item>
        </CommandForm>
      )
    case 'request-sample':
      return (
        <CommandForm {...shared} name="product.request-sample">
          <Form.Item name="remark" label={t('remark')}>
            <Input.TextArea rows={3} maxLength={500} autoFocus />
          </Form.Item>
        </CommandForm>
      )
    case 'hold':
      return (
        <CommandForm {...shared} name="product.hold" inputOf={(values) => values as never}>
          <Form.Item name="reason" label={t('reason')} rules={[{ required: true, message: t('missing') }]}>
            <Input.TextArea rows={3} autoFocus />
          </Form.Item>
        </CommandForm>
      )
    case 'lift-hold':
      return (
        <CommandForm
          {...shared}
          name="project.lift-hold"
          params={{ project }}
          inputOf={() => ({ product: product.id })}
        >
          <p>{t('lift')}</p>
        </CommandForm>
      )
    case 'add-certificate':
      return <CertificateForm {...shared} review={review} product={product} more={more} />
    case 'add-label':
      return <LabelForm {...shared} more={more} />
    case 'prove-claim':
      return <ClaimForm {...shared} more={more} />
    case 'describe':
      return <DescribeForm {...shared} product={product} markets={Object.keys(product.markets)} />
    case 'edit-listing':
      return <EditListingForm {...shared} product={product} more={more} />
    case 'hand-over-sample':
      return <HandOverForm {...shared} product={product} more={more} />
  }
}
