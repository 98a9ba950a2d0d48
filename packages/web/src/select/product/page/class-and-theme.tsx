import { Button } from 'antd'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Section } from '../../../ui/page/page.tsx'
import { useKinds } from '../forms/class-fields.tsx'
import { dialog, MAY } from '../forms/cure.tsx'
import type { OfProduct } from '../of-product.ts'

const useText = texts('product-class', {
  title: { zh: '品类与主题', en: 'Class and theme' },
  fix: { zh: '确定品类', en: 'Fix the class' },
  change: { zh: '更正', en: 'Change' },
  unsure: { zh: '品类待人工确定', en: 'The class is to be fixed by a person' },
  sure: { zh: '把握 {{share}}', en: '{{share}} sure' },
  fixed: { zh: '由人确定', en: 'fixed by a person' },
  traits: { zh: '特征', en: 'Traits' },
  fit: { zh: '主题契合 {{share}}', en: 'Theme fit {{share}}' },
  signals: { zh: '提示信号', en: 'Signals' },
})

/** I3, P1 · Which class and how sure, why, and why it suits the theme or not. */
export function ClassAndTheme({ product, review, cure }: OfProduct) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const formats = useFormats()
  const kinds = useKinds().data
  const traitName = (id: string) => {
    const kind = kinds?.traits.find((k) => k.id === id)
    return kind ? say(kind.name) : id
  }
  const cls = review?.class
  return (
    <Section
      title={t('title')}
      id="class"
      beside={
        may(...MAY['fix-class']) ? (
          <Button size="small" onClick={() => cure(dialog('fix-class'))}>
            {product.class ? t('change') : t('fix')}
          </Button>
        ) : null
      }
    >
      {cls ? (
        <div className="lines">
          <b>{cls.name ? say(cls.name) : t('unsure')}</b>
          <span className="quiet">
            {cls.fixed ? t('fixed') : `${t('sure', { share: formats.percent(cls.confidence) })} · ${say(cls.reason)}`}
          </span>
          {product.traits.length > 0 ? (
            <span className="chips">
              <span className="quiet">{t('traits')}</span>
              {product.traits.map((trait) => (
                <span key={trait} className="chip">
                  {traitName(trait)}
                </span>
              ))}
            </span>
          ) : null}
          <b style={{ marginTop: 8 }}>{t('fit', { share: formats.percent(review.themeFit.score) })}</b>
          <ul className="lines">
            {review.themeFit.reasons.map((reason) => (
              <li key={reason.en} className="quiet">
                {say(reason)}
              </li>
            ))}
          </ul>
          {review.signals.length > 0 ? (
            <>
              <b style={{ marginTop: 8 }}>{t('signals')}</b>
              <ul className="lines">
                {review.signals.map((s) => (
                  <li key={s.id}>
                    {say(s.what)}
                    <div className="quiet">{say(s.remedy)}</div>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      ) : null}
    </Section>
  )
}
