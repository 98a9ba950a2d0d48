import { useQuery } from '@tanstack/react-query'
import { ask } from '../../client/ask.ts'
import { contentOf } from '../../client/files.ts'
import { problemOf } from '../../client/problem.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Asked } from '../page/asked.tsx'
import './evidence.css'

const useText = texts('evidence', {
  save: { zh: '下载', en: 'Download' },
  theirs: { zh: '文件由另一方保存，此处不显示', en: 'Kept by the other party; not shown here' },
  stored: { zh: '{{by}} 存于 {{at}}', en: 'Stored by {{by}}, {{at}}' },
})

/** A stored file beside what it proves: a picture is shown, anything else is named and can be saved. */
export function Evidence({ sha256 }: { readonly sha256: string }) {
  const t = useText()
  const formats = useFormats()
  const file = useQuery({ ...ask('file.get', { sha256 }), staleTime: Number.POSITIVE_INFINITY })
  // a supplier and the house each see their own files
  if (file.error && problemOf(file.error).code === 'not-found') return <p className="quiet">{t('theirs')}</p>
  return (
    <Asked of={file} lines={2}>
      {({ name, mediaType, size, storedBy, storedAt }) => (
        <figure className="evidence">
          {mediaType.startsWith('image/') ? <img src={contentOf(sha256)} alt={name} loading="lazy" /> : null}
          <figcaption>
            <strong>{name}</strong>
            <span className="quiet">
              {formats.bytes(size)} · {t('stored', { by: storedBy, at: formats.moment(storedAt) })}
            </span>
            <a href={contentOf(sha256, { inline: false })} download={name}>
              {t('save')}
            </a>
          </figcaption>
        </figure>
      )}
    </Asked>
  )
}
