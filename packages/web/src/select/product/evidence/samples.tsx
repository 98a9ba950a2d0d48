import { attributeName } from '@haixuan/domain/select/product/attribute-name'
import { nextStates, stateOf } from '@haixuan/domain/select/product/sample'
import { Button, Tag } from 'antd'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Section } from '../../../ui/page/page.tsx'
import { dialog, MAY } from '../forms/cure.tsx'
import { EvidenceLink } from '../forms/evidence-files.tsx'
import type { OfProduct } from '../of-product.ts'
import { useSampleState } from './sample-states.ts'

const useText = texts('product-samples', {
  title: { zh: '样品与保管', en: 'Samples and custody' },
  request: { zh: '索样', en: 'Request a sample' },
  none: {
    zh: '还没有样品。索样后，经收样、检验、封样，大货即以封样为准。',
    en: 'No sample yet. Once one is received, examined and sealed, bulk goods are measured by it.',
  },
  sample: { zh: '样品 {{id}}', en: 'Sample {{id}}' },
  next: { zh: '登记交接', en: 'Record a hand-over' },
  by: { zh: '{{by}} 经手', en: 'by {{by}}' },
  holder: { zh: '现由 {{holder}} 保管', en: 'held by {{holder}}' },
  seal: { zh: '封样编号 {{number}}', en: 'seal {{number}}' },
})

/** I4 · Every sample with its hand-overs: who gave it, who holds it, what was measured, under which seal. */
export function Samples({ product, cure }: OfProduct) {
  const t = useText()
  const say = useSay()
  const state = useSampleState()
  const may = useMay()
  const formats = useFormats()
  const samples = product.facts?.samples ?? []
  return (
    <Section
      title={t('title')}
      id="samples"
      beside={
        may(...MAY['request-sample']) ? (
          <Button size="small" onClick={() => cure(dialog('request-sample'))}>
            {t('request')}
          </Button>
        ) : null
      }
    >
      {samples.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      {samples.map((s) => {
        const goesOn = nextStates(s as never).length > 0
        return (
          <div key={s.id}>
            <div className="section-head" style={{ margin: '8px 0 2px' }}>
              <h3>
                {t('sample', { id: s.id })} <Tag>{state(stateOf(s as never))}</Tag>
              </h3>
              {goesOn && may(...MAY['hand-over-sample']) ? (
                <Button size="small" onClick={() => cure(dialog('hand-over-sample', { sample: s.id }))}>
                  {t('next')}
                </Button>
              ) : null}
            </div>
            <ol className="custody">
              {[...s.history].reverse().map((step) => (
                <li key={`${step.at} ${step.state}`}>
                  <b>{state(step.state)}</b>
                  {step['seal-number'] ? <> · {t('seal', { number: step['seal-number'] })}</> : null}
                  {step.holder ? <> · {t('holder', { holder: step.holder })}</> : null}
                  <div className="quiet">
                    {formats.moment(step.at)} · {t('by', { by: step.by })}
                    {step.remark ? ` · ${step.remark}` : ''}
                  </div>
                  {step.measured.length > 0 ? (
                    <span className="chips">
                      {step.measured.map((m) => (
                        <span key={m.attribute} className="chip">
                          {say(attributeName(m.attribute))} {m.value}
                          {m.unit ? ` ${m.unit}` : ''}
                        </span>
                      ))}
                    </span>
                  ) : null}
                  <span className="chips">
                    {step.photos.map((photo) => (
                      <EvidenceLink key={photo} of={photo} />
                    ))}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        )
      })}
    </Section>
  )
}
