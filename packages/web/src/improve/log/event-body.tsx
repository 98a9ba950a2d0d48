import { Button } from 'antd'
import { useState } from 'react'
import { texts } from '../../texts/texts.ts'

const useText = texts('event-body', {
  more: { zh: '再显示 {{count}} 项', en: { one: '{{count}} more', other: '{{count}} more' } },
  empty: { zh: '无', en: 'nothing' },
})
const FIRST = 12

/** What an event says, field by field; long lists and inner records open on demand. */
export function EventBody({ body }: { readonly body: unknown }) {
  const t = useText()
  const [all, setAll] = useState(false)
  if (body === null || typeof body !== 'object') return <code className="event-value">{String(body)}</code>
  const entries = Object.entries(body)
  if (entries.length === 0) return <span className="quiet">{t('empty')}</span>
  const shown = all ? entries : entries.slice(0, FIRST)
  return (
    <dl className="event-body">
      {shown.map(([key, value]) => (
        <div key={key}>
          <dt>{Array.isArray(body) ? Number(key) + 1 : <code>{key}</code>}</dt>
          <dd>{isInner(value) ? <Inner value={value} /> : <code className="event-value">{String(value)}</code>}</dd>
        </div>
      ))}
      {entries.length > shown.length ? (
        <Button type="link" size="small" className="more-link" onClick={() => setAll(true)}>
          {t('more', { count: entries.length - shown.length })}
        </Button>
      ) : null}
    </dl>
  )
}

const isInner = (value: unknown): value is object => typeof value === 'object' && value !== null

function Inner({ value }: { readonly value: object }) {
  const [open, setOpen] = useState(false)
  const size = Object.keys(value).length
  const hint = Array.isArray(value)
    ? `[ ${size} ]`
    : `{ ${Object.keys(value).slice(0, 4).join(', ')}${size > 4 ? ' …' : ''} }`
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code>{hint}</code>
      </summary>
      {open ? <EventBody body={value} /> : null}
    </details>
  )
}
