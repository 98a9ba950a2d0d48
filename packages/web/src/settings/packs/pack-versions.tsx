import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { usePackText, type Version } from './pack-text.ts'
import '../settings.css'

const useText = texts('pack-versions', {
  added: { zh: '新增', en: 'added' },
  changed: { zh: '修改', en: 'changed' },
  gone: { zh: '删去', en: 'taken out' },
  file: { zh: '下载第 {{n}} 版原文件', en: 'Download version {{n}}' },
  proposed: { zh: '{{who}} 上传于 {{at}}：{{why}}', en: 'Uploaded by {{who}}, {{at}}: {{why}}' },
  decided: { zh: '{{who}} 决定于 {{at}}', en: 'Decided by {{who}}, {{at}}' },
  withdrawn: { zh: '{{who}} 停用于 {{at}}：{{why}}', en: 'Withdrawn by {{who}}, {{at}}: {{why}}' },
})
type Props = {
  readonly pack: string
  readonly versions: readonly Version[]
  readonly period: (version: Version) => string
}

/** Every version of a pack, what each changed, and who decided what about it. */
export function PackVersions({ pack, versions, period }: Props) {
  const t = useText()
  const word = usePackText()
  const { moment, list, colon } = useFormats()
  return (
    <ul className="settings-rows">
      {versions.map((v) => (
        <li key={v.version} className="settings-row">
          <div>
            <strong>{word('version', { n: v.version })}</strong> {word(v.standing)} · {period(v)}
            {(['added', 'changed', 'gone'] as const).map((kind) =>
              v[kind].length > 0 ? (
                <div key={kind}>
                  {t(kind)} <code>{list(v[kind])}</code>
                </div>
              ) : null,
            )}
            <div className="quiet">{t('proposed', { who: v.proposedBy, at: moment(v.proposedAt), why: v.reason })}</div>
            {v.decidedBy && v.decidedAt ? (
              <div className="quiet">
                {t('decided', { who: v.decidedBy, at: moment(v.decidedAt) })}
                {v.decidedWhy ? `${colon}${v.decidedWhy}` : ''}
              </div>
            ) : null}
            {v.withdrawnBy && v.withdrawnAt ? (
              <div className="quiet">
                {t('withdrawn', { who: v.withdrawnBy, at: moment(v.withdrawnAt), why: v.withdrawnWhy ?? '' })}
              </div>
            ) : null}
          </div>
          <a href={`/api/v1/rule-packs/${encodeURIComponent(pack)}/versions/${v.version}/pack.yaml`} download>
            {t('file', { n: v.version })}
          </a>
        </li>
      ))}
    </ul>
  )
}
