import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../../ui/page/asked.tsx'
import { Verdict } from '../verify/verdict.tsx'
import { type Proven, proveEvent } from './prove.ts'

const useText = texts('event-proof', {
  title: { zh: '存在证明', en: 'Proof' },
  waiting: { zh: '尚未封存：约一秒内入日志', en: 'Not sealed yet: it enters the log within a second' },
  holds: { zh: '本浏览器已核验：在日志中', en: 'This browser verified it: it is in the log' },
  how: {
    zh: '重算本事件的哈希，经 {{steps}} 步到达含 {{size}} 个事件的根，根由下列公钥签署。',
    en: 'Its hash was computed here; {{steps}} steps lead to the root over {{size}} events, which this key signed.',
  },
  signature: { zh: '根的签名不成立', en: 'The signature on the root does not hold' },
  proof: { zh: '证明不成立：事件与日志不符', en: 'The proof does not hold: the event is not what the log has' },
  checkpoint: { zh: '检查点无法读取', en: 'The checkpoint cannot be read' },
  root: { zh: '根', en: 'Root' },
  key: { zh: '公钥', en: 'Key' },
  walk: { zh: '在树中查看', en: 'See it in the tree' },
})

/** T2 · What proves an event: green only after this browser has computed it. */
export function EventProof({ id, sealed }: { readonly id: number; readonly sealed: boolean }) {
  const t = useText()
  const formats = useFormats()
  const keys = useQuery({ ...ask('log.keys', {}), staleTime: Number.POSITIVE_INFINITY })
  const proof = useQuery({ ...ask('event.proof', { event: String(id) } as never), enabled: sealed })
  const proven = useMemo<Proven | undefined>(
    () =>
      proof.data && keys.data
        ? proveEvent(
            proof.data,
            keys.data.rows.map((k) => k.key),
          )
        : undefined,
    [proof.data, keys.data],
  )
  if (!sealed) return <Verdict state="waiting" title={t('waiting')} />
  return (
    <Asked of={proof} lines={2}>
      {({ index }) =>
        proven === undefined ? null : proven.holds ? (
          <Verdict state="holds" title={t('holds')}>
            <p>{t('how', { steps: proven.steps, size: formats.number(proven.size) })}</p>
            <dl className="proof-values">
              <dt>{t('root')}</dt>
              <dd>
                <code>{proven.root}</code>
              </dd>
              <dt>{t('key')}</dt>
              <dd>
                <code>{proven.key}</code>
              </dd>
            </dl>
            <Link to="/archive/log/tree" search={{ leaf: index } as never}>
              {t('walk')}
            </Link>
          </Verdict>
        ) : (
          <Verdict state="fails" title={t(proven.fault)} />
        )
      }
    </Asked>
  )
}
