import { Button } from 'antd'
import { useMay } from '../../../shell/session.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { useWords } from '../../../texts/words.ts'
import { GateMark } from '../../../ui/gate/gate-mark.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { useKinds } from '../forms/class-fields.tsx'
import { dialog, MAY } from '../forms/cure.tsx'
import { EvidenceLink } from '../forms/evidence-files.tsx'
import type { OfProduct } from '../of-product.ts'

const useText = texts('product-labels', {
  title: { zh: '标签与说明', en: 'Labels' },
  add: { zh: '登记标签', en: 'Add a label' },
  none: { zh: '目标市场对此品类没有标签要求。', en: 'No market asks for label statements for this class.' },
  in: { zh: '语言：{{languages}}', en: 'in {{languages}}' },
  recorded: { zh: '已登记的标签内容', en: 'Statements on record' },
})

/** I3 · Which statements the law of each market wants on product, package or listing, and which are there. */
export function Labels({ product, review, cure }: OfProduct) {
  const t = useText()
  const { colon, language, row } = useFormats()
  const say = useSay()
  const may = useMay()
  const { market } = useWords()
  const kinds = useKinds().data
  const adds = may(...MAY['add-label'])
  const markets = (review?.markets ?? []).filter((m) => m.labels.length > 0)
  const recorded = product.facts?.labels ?? []
  const nameOf = (id: string) => {
    const kind = kinds?.labels.find((l) => l.id === id)
    return kind ? say(kind.name) : id
  }
  return (
    <Section
      title={t('title')}
      id="labels"
      beside={
        adds ? (
          <Button size="small" onClick={() => cure(dialog('add-label'))}>
            {t('add')}
          </Button>
        ) : null
      }
    >
      {markets.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <div className="lines">
        {markets.map((m) => (
          <div key={m.market}>
            <h3 className="subhead">{market(m.market)}</h3>
            {m.labels.map((l) => (
              <div key={l.rule} className="lines" style={{ marginBottom: 8 }}>
                <span className="quiet" style={{ fontSize: 12 }}>
                  {say(l.title)} · {l.source}
                  {l.languages.length > 0 ? ` · ${t('in', { languages: row(l.languages.map(language)) })}` : ''}
                </span>
                <span className="chips">
                  {l.statements.map((s) => {
                    const state = s.held ? 'passed' : 'conditional'
                    return s.held || !adds ? (
                      <span key={s.id} className="chip">
                        <GateMark state={state} small of={say(s.name)} /> {say(s.name)}
                      </span>
                    ) : (
                      <Button
                        key={s.id}
                        size="small"
                        shape="round"
                        icon={<GateMark state={state} small of={say(s.name)} />}
                        onClick={() => cure(dialog('add-label', { statement: s.id, languages: l.languages }))}
                      >
                        {say(s.name)}
                      </Button>
                    )
                  })}
                </span>
              </div>
            ))}
          </div>
        ))}
      </div>
      {recorded.length > 0 ? (
        <>
          <h3 className="subhead">{t('recorded')}</h3>
          <ul className="lines">
            {recorded.map((l) => (
              <li key={`${l.statement} ${l.language}`}>
                {nameOf(l.statement)}
                {l.language ? <span className="quiet"> · {language(l.language)}</span> : null}
                {l.text ? (
                  <span className="quiet">
                    {colon}
                    {l.text}
                  </span>
                ) : null}{' '}
                <EvidenceLink of={l.evidence} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}
