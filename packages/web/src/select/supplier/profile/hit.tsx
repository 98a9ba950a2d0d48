import { useFormats } from '../../../texts/formats.ts'
import { texts } from '../../../texts/texts.ts'
import type { Supplier } from '../record.ts'
import './screenings.css'

const useText = texts('screening-hit', {
  reason: { zh: '列入原因：{{why}}', en: 'Listed because: {{why}}' },
  score: { zh: '相似度', en: 'Likeness' },
  same: { zh: '相同', en: 'same' },
  spelling: {
    zh: '拼写相近，差 {{count}} 个字符',
    en: { one: 'spelt alike, {{count}} letter off', other: 'spelt alike, {{count}} letters off' },
  },
  initial: { zh: '首字母相符', en: 'initial' },
  joined: { zh: '连写相符', en: 'joined up' },
  'only-screened': { zh: '仅供应商有', en: 'supplier alone' },
  'only-listed': { zh: '仅名单有', en: 'list alone' },
})

type Screening = Supplier['record']['screenings'][number]

/** A listed party whose name is near: the two names above one another, word under word. */
export function Hit({ hit }: { readonly hit: Screening['hits'][number] }) {
  const t = useText()
  const { percent } = useFormats()
  return (
    <div className="hit">
      <div className="profile-row-head">
        <span>
          {hit.name} <span className="quiet">≈</span> <strong>{hit.listed ?? hit.entry}</strong>
        </span>
        <span className="quiet profile-small">
          {[hit.listed && hit.entry !== hit.listed ? hit.entry : undefined, hit.kind, hit.programme, hit.country]
            .filter(Boolean)
            .join(' · ')}
          {hit.score === undefined ? '' : ` · ${t('score')} ${percent(hit.score)}`}
        </span>
      </div>
      {hit.reason ? <p className="profile-small">{t('reason', { why: hit.reason })}</p> : null}
      {hit.words ? (
        <ul className="hit-words">
          {hit.words.map((word) => (
            <li key={`${word.screened} ${word.listed} ${word.how}`} className={`hit-word hit-${word.how}`}>
              <span>{word.screened || '—'}</span>
              <span>{word.listed || '—'}</span>
              <small>{t(word.how, { count: word.slips })}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
