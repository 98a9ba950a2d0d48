import { texts } from '../../texts/texts.ts'
import type { ClaimShown, Spoken } from './desk-types.ts'

const useText = texts('live-script', {
  proven: { zh: '有依据', en: 'proven' },
  instead: { zh: '改说：{{words}}', en: 'say instead: {{words}}' },
  none: { zh: '没有话术。可讲有依据的卖点：', en: 'No script. These claims are proven:' },
  nothing: {
    zh: '没有话术，也没有已证实的卖点。请只讲产品本身。',
    en: 'No script and no proven claim: speak of the product itself.',
  },
})

/** A text with its claims marked: what is proven stands, what is not is struck out beside the words to use instead. */
function Marked({ text, claims }: { readonly text: string; readonly claims: readonly ClaimShown[] }) {
  const t = useText()
  const parts: React.ReactNode[] = []
  let at = 0
  for (const claim of [...claims].sort((a, b) => a.from - b.from)) {
    if (claim.from < at) continue
    parts.push(text.slice(at, claim.from))
    const words = text.slice(claim.from, claim.to)
    parts.push(
      claim.carried ? (
        <mark key={claim.from} className="claim-proven" title={t('proven')}>
          {words}
        </mark>
      ) : (
        <span key={claim.from}>
          <del className={claim.severity === 'block' ? 'claim-banned' : 'claim-doubtful'}>{words}</del>
          <ins>{t('instead', { words: claim.softer })}</ins>
        </span>
      ),
    )
    at = claim.to
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}

/** What the host says of a product: the scripts, or what is proven of it when there are none. */
export function Script({ product }: { readonly product: Spoken }) {
  const t = useText()
  if (product.scripts.length > 0)
    return (
      <div className="live-script">
        {product.scripts.map(({ language, text, claims }) => (
          <p key={language} lang={language}>
            <Marked text={text} claims={claims} />
          </p>
        ))}
      </div>
    )
  return (
    <div className="live-script">
      <p className="quiet">{product.mayClaim.length > 0 ? t('none') : t('nothing')}</p>
      <ul className="live-proven">
        {product.mayClaim.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  )
}
