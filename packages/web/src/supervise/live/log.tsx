import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import type { DeskShown } from './desk-types.ts'
import { useIncidentText } from './incident-form.tsx'

const useText = texts('live-log', {
  title: { zh: '直播日志', en: 'Log' },
  started: { zh: '开播', en: 'On air' },
  moved: { zh: '切到 {{title}}', en: 'On to {{title}}' },
  stopped: { zh: '没有产品在讲', en: 'No product is on air' },
  pulled: { zh: '撤下 {{title}}：{{reason}}', en: '{{title}} pulled: {{reason}}' },
  replaced: {
    zh: '撤下 {{title}}：{{reason}}，由 {{next}} 顶上',
    en: '{{title}} pulled: {{reason}}; {{next}} takes its place',
  },
  said: { zh: '口播：{{text}}', en: 'Said: {{text}}' },
  incident: { zh: '事件（{{kind}} · {{severity}}）：{{what}}', en: 'Incident ({{kind}} · {{severity}}): {{what}}' },
  ended: { zh: '结束', en: 'Over' },
})

type Entry = DeskShown['log'][number]

/** What happened on air, newest first. */
export function Log({ desk }: { readonly desk: DeskShown }) {
  const t = useText()
  const i = useIncidentText()
  const formats = useFormats()
  const titles = new Map(desk.slots.map((s) => [s.product, s.title]))
  const name = (id: unknown) => titles.get(String(id)) ?? String(id)
  const told = ({ kind, product, title, body }: Entry): string => {
    const b = body as Record<string, unknown>
    switch (kind) {
      case 'started':
        return t('started')
      case 'moved':
        return product ? t('moved', { title: title ?? name(product) }) : t('stopped')
      case 'pulled':
        return b['replaced-by']
          ? t('replaced', { title: title ?? name(product), reason: String(b.reason), next: name(b['replaced-by']) })
          : t('pulled', { title: title ?? name(product), reason: String(b.reason) })
      case 'said':
        return t('said', { text: String(b.text) })
      case 'incident':
        return t('incident', { kind: i(b.kind as 'price'), severity: i(b.severity as 'minor'), what: String(b.what) })
      default:
        return t('ended')
    }
  }
  const loud = ({ kind, body }: Entry) =>
    kind === 'pulled' ||
    kind === 'incident' ||
    (kind === 'said' && (body as { 'may-be-said'?: boolean })['may-be-said'] === false)
  return (
    <section className="live-log" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too */}
      <ol tabIndex={0} aria-label={t('title')}>
        {desk.log.map((entry) => (
          <li key={entry.id} className={loud(entry) ? 'live-log-loud' : undefined}>
            <time dateTime={entry.at}>
              {formats.moment(entry.at, desk.clock.zone).replace(/^.*?(\d{2}:\d{2}).*$/, '$1')}
            </time>
            <span>{told(entry)}</span>
            <span className="quiet">{String((entry.body as { by?: string }).by ?? '')}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
