import { Input, type InputRef } from 'antd'
import { type Ref, useState } from 'react'
import { useCommand } from '../../client/command.ts'
import { texts, useSay } from '../../texts/texts.ts'
import type { ClaimShown, DeskShown, Spoken } from './desk-types.ts'
import { useListen } from './listen.ts'

const useText = texts('say-line', {
  label: { zh: '正在说的话', en: 'What is being said' },
  hint: { zh: '输入正在说的话，回车记录', en: 'Type what is being said; Enter records it' },
  fine: { zh: '可以这样说', en: 'May be said' },
  proven: { zh: '“{{words}}” 有依据', en: '“{{words}}” is proven' },
  banned: { zh: '不能说“{{words}}”', en: 'Do not say “{{words}}”' },
  unwanted: { zh: '本组织不说“{{words}}”', en: 'The house does not say “{{words}}”' },
  doubtful: { zh: '“{{words}}” 没有依据', en: '“{{words}}” is not proven' },
  instead: { zh: '改说：{{words}}', en: 'Say instead: {{words}}' },
  needs: { zh: '需要：{{what}}', en: 'Needs: {{what}}' },
})

const worst = (claims: readonly ClaimShown[]) => {
  const open = claims.filter((c) => !c.carried)
  return open.some((c) => c.severity === 'block') ? 'banned' : open.length > 0 ? 'doubtful' : 'fine'
}

type Props = {
  readonly project: string
  readonly desk: DeskShown
  readonly product: Spoken | null
  readonly inputRef: Ref<InputRef>
  readonly mayRecord: boolean
}

/** S3 · One line for what is being said: it turns amber or red as it is typed, with the words to use instead; Enter records it. */
export function SayLine({ project, desk, product, inputRef, mayRecord }: Props) {
  const t = useText()
  const say = useSay()
  const [text, setText] = useState('')
  const [sent, setSent] = useState<readonly ClaimShown[]>([])
  const listen = useListen(desk, product)
  const command = useCommand('live.say')
  const claims = text.trim() === '' ? sent : (listen?.(text) ?? [])
  const state = claims.length === 0 && text.trim() === '' ? 'idle' : worst(claims)
  const record = async () => {
    const said = text.trim()
    if (said === '' || !mayRecord) return
    const done = await command.run({
      params: { project },
      input: { text: said, recognised: false, ...(product ? { product: product.id } : {}) },
    })
    if (done) {
      setSent(done.claims)
      setText('')
    }
  }
  return (
    <section className={`say-line say-${state}`} aria-label={t('label')}>
      <Input
        ref={inputRef}
        size="large"
        value={text}
        maxLength={5000}
        placeholder={t('hint')}
        aria-label={t('label')}
        suffix={<kbd>/</kbd>}
        onChange={(event) => {
          setText(event.target.value)
          setSent([])
        }}
        onPressEnter={() => void record()}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <div className="say-told" aria-live="assertive">
        {state === 'fine' && claims.length === 0 && text.trim() !== '' && listen ? <p>{t('fine')}</p> : null}
        {claims.map((claim) => (
          <p key={`${claim.from}-${claim.kind}-${claim.words}`} className={claim.carried ? 'say-proven' : undefined}>
            <strong>
              {t(
                claim.carried
                  ? 'proven'
                  : claim.severity === 'block'
                    ? 'banned'
                    : claim.forbidden
                      ? 'unwanted'
                      : 'doubtful',
                {
                  words: claim.words,
                },
              )}
            </strong>
            {claim.carried ? null : (
              <>
                <span className="say-instead">
                  {claim.forbidden ? say(claim.needs) : t('instead', { words: claim.softer })}
                </span>
                <span className="quiet">
                  {claim.forbidden ? say(claim.forbidden) : t('needs', { what: say(claim.needs) })}
                </span>
              </>
            )}
          </p>
        ))}
      </div>
    </section>
  )
}
