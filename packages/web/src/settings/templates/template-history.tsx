import { Button } from 'antd'
import type { Answer } from '../../client/operations.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Section } from '../../ui/page/page.tsx'
import type { Texts } from './letter.ts'

const useText = texts('template-history', {
  title: { zh: '变更记录', en: 'Changes' },
  none: { zh: '尚未改动，使用标准文本', en: 'Never changed: the standard’s text is used' },
  version: { zh: '第 {{n}} 版', en: 'version {{n}}' },
  changed: { zh: '改写', en: 'rewritten' },
  reset: { zh: '恢复标准文本', en: 'back to the standard’s text' },
  take: { zh: '载入此版', en: 'Load this version' },
})
type Props = {
  readonly of: Answer<'template.get'>
  /** puts the texts of a former version into the fields */
  readonly onTake: ((texts: Texts) => void) | undefined
}

/** Who changed a letter when; a version before can be taken up again. */
export function TemplateHistory({ of, onTake }: Props) {
  const t = useText()
  const { moment } = useFormats()
  return (
    <Section title={t('title')}>
      {of.history.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ol className="template-rows">
        {of.history.map((change) => (
          <li key={change.version} className="template-change">
            <div>
              {t('version', { n: change.version })} · {t(change.texts ? 'changed' : 'reset')}
              <div className="quiet">
                {change.by} · {moment(change.at)}
              </div>
            </div>
            {onTake && change.version !== of.version ? (
              <Button size="small" onClick={() => onTake(change.texts ?? of.standard)}>
                {t('take')}
                <span className="heard">{` ${t('version', { n: change.version })}`}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}
