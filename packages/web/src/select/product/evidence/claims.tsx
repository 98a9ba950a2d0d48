import type { Judged } from '@haixuan/domain/gate/gate'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Answer } from '../../../client/operations.ts'
import { useMay } from '../../../shell/session.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { markOf as findingMark } from '../../../ui/gate/finding-list.tsx'
import { GateMark, type Mark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { dialog, MAY } from '../forms/cure.tsx'
import { EvidenceLink } from '../forms/evidence-files.tsx'
import type { OfProduct } from '../of-product.ts'
import { ClaimText } from './claim-text.tsx'

const useText = texts('product-claims', {
  title: { zh: '宣称与依据', en: 'Claims and evidence' },
  edit: { zh: '修改文案', en: 'Edit the text' },
  none: { zh: '文案中没有需要依据的宣称。', en: 'The texts make no claim that needs evidence.' },
  noDescription: { zh: '没有描述。', en: 'There is no description.' },
  needs: { zh: '需要：{{what}}', en: 'Needs: {{what}}' },
  never: { zh: '没有依据能够支持，请改写', en: 'No evidence can carry it; say it otherwise' },
  softer: { zh: '建议措辞：{{words}}', en: 'Fair wording: {{words}}' },
  source: { zh: '依据：{{source}}', en: 'Source: {{source}}' },
  look: { zh: '请核对', en: 'to be looked at' },
  prove: { zh: '登记依据', en: 'Add evidence' },
  rewrite: { zh: '改写', en: 'Rewrite' },
  count: { zh: '{{count}} 处宣称，{{proven}} 处有据', en: '{{count}} claims, {{proven}} proven' },
  absolute: { zh: '绝对化用语', en: 'absolute' },
  health: { zh: '健康功效', en: 'health' },
  performance: { zh: '性能', en: 'performance' },
  origin: { zh: '产地', en: 'origin' },
  eco: { zh: '环保', en: 'environment' },
  price: { zh: '价格', en: 'price' },
  scarcity: { zh: '稀缺', en: 'scarcity' },
  endorsement: { zh: '背书', en: 'endorsement' },
})

type Claim = Answer<'product.review'>['claims'][number]

const WORST: readonly Mark[] = ['open', 'conditional', 'waived']

/** Proven, or the worst that is found on these words in any market; only to be looked at when nothing holds. */
function markOf(c: Claim, findings: readonly Judged[]): Mark | undefined {
  if (c.held === 'held') return 'passed'
  const here = findings.filter(
    (f) => f.span && f.span.field === c.field && f.span.from === c.from && f.span.to === c.to,
  )
  const marks = here.map(findingMark)
  return WORST.find((mark) => marks.includes(mark))
}

/** R3 · What the texts claim, each with what proves it or what to say instead: the words on the left, the proof beside them. */
export function Claims({ product, review, cure }: OfProduct) {
  const t = useText()
  const say = useSay()
  const may = useMay()
  const [chosen, setChosen] = useState<number>()
  const cards = useRef<HTMLDivElement>(null)
  const claims = review?.claims ?? []
  const recorded = product.facts?.['claim-evidence'] ?? []
  const choose = (place: number) => {
    setChosen(place)
    cards.current?.children[place]?.scrollIntoView({ block: 'nearest' })
  }
  const shown = claims.map((c) => ({ ...c, mark: markOf(c, product.findings as Judged[]) }))
  const proven = claims.filter((c) => c.held === 'held').length
  return (
    <Section
      title={t('title')}
      id="claims"
      beside={
        <span className="marks">
          {claims.length > 0 ? <span className="quiet">{t('count', { count: claims.length, proven })}</span> : null}
          {may(...MAY['edit-listing']) ? (
            <Button size="small" onClick={() => cure(dialog('edit-listing'))}>
              {t('edit')}
            </Button>
          ) : null}
        </span>
      }
    >
      <div className={claims.length > 0 ? 'claims' : undefined}>
        <div className="claims-text">
          <h3>
            <ClaimText text={product.listing.title} field="title" claims={shown} chosen={chosen} onChoose={choose} />
          </h3>
          {product.listing.description ? (
            <ClaimText
              text={product.listing.description}
              field="description"
              claims={shown}
              chosen={chosen}
              onChoose={choose}
            />
          ) : (
            <span className="quiet">{t('noDescription')}</span>
          )}
        </div>
        {claims.length > 0 ? (
          <div className="claim-cards" ref={cards}>
            {shown.map((c, place) => (
              <div
                key={`${c.field} ${c.from} ${c.id}`}
                className="claim-card"
                data-chosen={chosen === place || undefined}
              >
                <div className="claim-card-head">
                  <span>
                    <q>{c.words}</q> <span className="quiet">{t(c.kind)}</span>
                  </span>
                  {c.mark ? <GateMark state={c.mark} /> : <span className="quiet">{t('look')}</span>}
                </div>
                <p>{c.evidence ? t('needs', { what: say(c.evidence.name) }) : t('never')}</p>
                {c.softer ? <p className="quiet">{t('softer', { words: c.softer })}</p> : null}
                {recorded
                  .filter((e) => c.words.includes(e.words) || e.words.includes(c.words))
                  .map((e) => (
                    <p key={`${e.type} ${e.words}`}>
                      {e.says ?? e.type} <EvidenceLink of={e.evidence} />
                    </p>
                  ))}
                <p className="finding-source">
                  {t('source', { source: [c.source.act, c.source.article].filter(Boolean).join(', ') })}
                </p>
                {c.held === 'held' ? null : (
                  <div className="claim-card-actions">
                    {c.evidence && may(...MAY['prove-claim']) ? (
                      <Button
                        size="small"
                        onClick={() => cure(dialog('prove-claim', { span: c, type: c.evidence?.id }))}
                      >
                        {t('prove')}
                      </Button>
                    ) : null}
                    {may(...MAY['edit-listing']) ? (
                      <Button size="small" onClick={() => cure(dialog('edit-listing', { span: c, softer: c.softer }))}>
                        {t('rewrite')}
                      </Button>
                    ) : null}
                  </div>
                )}
              </div>
            ))}
          </div>
        ) : (
          <p className="quiet" style={{ marginTop: 10 }}>
            {t('none')}
          </p>
        )}
      </div>
    </Section>
  )
}
