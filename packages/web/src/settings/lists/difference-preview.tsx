import { Button } from 'antd'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { useListName, useListText, WHATS } from './list-text.ts'
import { PartyDifference } from './party-difference.tsx'

const useText = texts('list-difference', {
  first: {
    zh: '首次启用：{{parties}} 个主体，{{names}} 个名称',
    en: 'The first of its kind: {{parties}} parties, {{names}} names',
  },
  against: { zh: '与现行第 {{n}} 版相比：', en: 'Held against version {{n}}:' },
  same: { zh: '与现行版本没有差异', en: 'Nothing differs from the version before' },
  more: { zh: '显示更多', en: 'Show more' },
})
type Compared = Answer<'screening-list.compare'>
type Props = {
  readonly pages: readonly Compared[]
  /** asks for the next page; there is none when absent */
  readonly onMore?: (() => void) | undefined
}

/** Before a list is adopted: what it adds, changes and removes. */
export function DifferencePreview({ pages, onMore }: Props) {
  const t = useText()
  const word = useListText()
  const name = useListName()
  const { number } = useFormats()
  const [head] = pages
  if (!head) return null
  const { difference } = head
  return (
    <section className="list-preview" aria-label={name(head.id)}>
      <h3>{name(head.id)}</h3>
      {difference === null ? (
        <p>{t('first', { parties: number(head.parties), names: number(head.names) })}</p>
      ) : (
        <>
          <p>
            {t('against', { n: head.over })}{' '}
            {WHATS.map((what) => word('count', { what: word(what), n: number(difference[what]) })).join(' · ')}
          </p>
          {WHATS.every((what) => difference[what] === 0) ? <p className="quiet">{t('same')}</p> : null}
          <ul className="list-changes">
            {pages
              .flatMap((page) => page.rows)
              .map((change) => (
                <li key={change.party}>
                  <span className={`list-what list-${change.what}`}>{word(change.what)}</span>
                  <div>
                    <strong>{(change.after ?? change.before)?.names[0]}</strong>
                    <PartyDifference of={change} />
                  </div>
                </li>
              ))}
          </ul>
          {onMore ? (
            <Button size="small" onClick={onMore}>
              {t('more')}
            </Button>
          ) : null}
        </>
      )}
    </section>
  )
}
