import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, ConfigProvider, type InputRef, Segmented, theme } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useCommand } from '../../client/command.ts'
import { antTheme } from '../../look/theme.ts'
import { keyOf, lastAnswer } from '../../offline/kept-answers.ts'
import { useOnline } from '../../offline/online.ts'
import { useMay } from '../../shell/session.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { Attending } from './attending.tsx'
import { Clock, Since } from './clock.tsx'
import type { DeskShown, Spoken } from './desk-types.ts'
import { IncidentForm } from './incident-form.tsx'
import { Log } from './log.tsx'
import { PullBar } from './pull-bar.tsx'
import { SayLine } from './say-line.tsx'
import { Script } from './script.tsx'
import { Slots } from './slots.tsx'
import { useAttending } from './use-attending.ts'
import './live.css'

const useText = texts('live-desk', {
  title: { zh: '直播台', en: 'Live desk' },
  control: { zh: '场控', en: 'Control' },
  host: { zh: '主播', en: 'Host' },
  view: { zh: '视图', en: 'View' },
  now: { zh: '正在讲', en: 'Now' },
  next: { zh: '下一个', en: 'Next' },
  slot: { zh: '{{slot}} 号坑位', en: 'Slot {{slot}}' },
  go: { zh: '切到下一个', en: 'Go on' },
  begin: { zh: '开始第一个', en: 'Begin' },
  pull: { zh: '撤下', en: 'Pull' },
  incident: { zh: '事件', en: 'Incident' },
  end: { zh: '结束直播', en: 'End the stream' },
  reallyEnd: { zh: '再按一次结束', en: 'Press again to end' },
  last: { zh: '没有下一个可上播的产品', en: 'No product is left that may go on air' },
  nobody: { zh: '还没有产品在讲', en: 'No product is on air' },
  over: { zh: '直播已结束', en: 'The stream is over' },
  offline: {
    zh: '离线 · 显示 {{at}} 的内容，联网后自动跟上',
    en: 'Offline · as of {{at}}; it catches up once there is a network',
  },
  results: { zh: '下一步：导入订单', en: 'Next: import the orders' },
  avoid: { zh: '不要说', en: 'Do not say' },
  instead: { zh: '改说 {{words}}', en: 'say {{words}}' },
})

/** When the desk was last told by the server, by the clock of this device. */
const lastSeen = (project: string): string => {
  const at = lastAnswer('live.desk', keyOf('live.desk', { project }, {}))?.at ?? Date.now()
  return new Date(at).toTimeString().slice(0, 5)
}

/** S3 · The desk itself: dark whatever the workbench is, readable from afar, the same on every desk of the stream. */
export function Desk({ desk, project }: { readonly desk: DeskShown; readonly project: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [tokens, setTokens] = useState<ReturnType<typeof antTheme>>()
  useLayoutEffect(() => {
    if (box.current) setTokens(antTheme(box.current))
  }, [])
  return (
    <div ref={box} className="live" data-theme="dark">
      {tokens ? (
        <ConfigProvider theme={{ algorithm: theme.darkAlgorithm, token: tokens }}>
          <DeskBody desk={desk} project={project} />
        </ConfigProvider>
      ) : null}
    </div>
  )
}

function DeskBody({ desk, project }: { readonly desk: DeskShown; readonly project: string }) {
  const t = useText()
  const may = useMay()
  const search = useSearch({ strict: false }) as { view?: 'control' | 'host' }
  const navigate = useNavigate()
  const host = (search.view ?? (may('live-control') ? 'control' : may('host') ? 'host' : 'control')) === 'host'
  const there = useAttending(project, host ? 'host' : 'control')
  // the slot as it was when its product was to be pulled: what comes on air meanwhile is another's
  const [pulling, setPulling] = useState<DeskShown['slots'][number]>()
  const [recording, setRecording] = useState(false)
  const [ending, setEnding] = useState(false)
  const sayRef = useRef<InputRef>(null)
  const next = useCommand('live.next')
  const end = useCommand('live.end')
  const on = desk.state === 'on-air'
  const online = useOnline()
  const slot = desk.slots.find((s) => s.state === 'on-air')
  const mine = { next: may('live-control', 'host'), pull: may('live-control', 'host', 'quality', 'legal', 'selection') }
  const goOn = () => {
    // what every desk has to see is not done by one that nobody hears
    if (on && online && mine.next && (desk.next || desk.onAir) && !next.running)
      void next.run({ params: { project }, input: {}, version: desk.version })
  }
  useEffect(() => {
    document.title = `${t('title')} · ${desk.name} · 海选 Haixuan`
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement
      if (!on || !online || pulling || recording || event.ctrlKey || event.metaKey || event.altKey) return
      if (at.closest('input, textarea, [contenteditable]')) return
      const keys: Record<string, () => void> = {
        n: goOn,
        p: () => slot && mine.pull && setPulling(slot),
        i: () => setRecording(true),
        '/': () => sayRef.current?.focus(),
      }
      const act = keys[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
  return (
    <>
      <header className="live-head">
        <h1>{desk.name}</h1>
        <Segmented
          aria-label={t('view')}
          value={host ? 'host' : 'control'}
          options={[
            { value: 'control', label: t('control') },
            { value: 'host', label: t('host') },
          ]}
          onChange={(view) => void navigate({ to: '.', search: { view } as never, replace: true })}
        />
        <Clock clock={desk.clock} />
        {there.length > 0 ? <Attending there={there} /> : null}
        {online ? null : (
          <p className="live-offline" role="status">
            {t('offline', { at: lastSeen(project) })}
          </p>
        )}
      </header>
      <div className={host ? 'live-body live-host' : 'live-body'}>
        <section className="live-now" aria-label={t('now')} aria-live="polite">
          {pulling ? (
            <PullBar project={project} slot={pulling} desk={desk} onClose={() => setPulling(undefined)} />
          ) : null}
          {desk.onAir && slot ? (
            <Now key={desk.onAir.id} product={desk.onAir} slot={slot} now={desk.clock.now} />
          ) : (
            <p className="live-nobody">
              {on ? t('nobody') : t('over')}
              {on ? null : (
                <Link to={'/projects/$project/results' as never} params={{ project } as never}>
                  {t('results')}
                </Link>
              )}
            </p>
          )}
        </section>
        <aside className="live-side">
          {on ? (
            <section className="live-next" aria-label={t('next')}>
              <h2>{t('next')}</h2>
              {desk.next ? <NextUp product={desk.next} /> : <p className="quiet">{t('last')}</p>}
            </section>
          ) : null}
          {on ? (
            <div className="live-actions">
              {mine.next ? (
                <Button
                  type="primary"
                  size="large"
                  loading={next.running}
                  disabled={!online || (!desk.next && !desk.onAir)}
                  onClick={goOn}
                >
                  {t(desk.slots.some((s) => s.from) ? 'go' : 'begin')} <kbd>N</kbd>
                </Button>
              ) : null}
              {mine.pull ? (
                <Button danger size="large" disabled={!online || !slot} onClick={() => setPulling(slot)}>
                  {t('pull')} <kbd>P</kbd>
                </Button>
              ) : null}
              <Button size="large" disabled={!online} onClick={() => setRecording(true)}>
                {t('incident')} <kbd>I</kbd>
              </Button>
            </div>
          ) : null}
          {host ? null : <Slots slots={desk.slots} />}
          {host ? null : <Log desk={desk} />}
          {on && !host && may('live-control') ? (
            <Button
              danger={ending}
              type="text"
              loading={end.running}
              onBlur={() => setEnding(false)}
              onClick={() =>
                ending ? void end.run({ params: { project }, input: {}, version: desk.version }) : setEnding(true)
              }
            >
              {t(ending ? 'reallyEnd' : 'end')}
            </Button>
          ) : null}
        </aside>
      </div>
      {on ? (
        <SayLine
          project={project}
          desk={desk}
          product={desk.onAir}
          inputRef={sayRef}
          mayRecord={may('live-control', 'host', 'legal', 'quality', 'selection')}
        />
      ) : null}
      {recording ? <IncidentForm project={project} onClose={() => setRecording(false)} /> : null}
    </>
  )
}

function Now({
  product,
  slot,
  now,
}: {
  readonly product: Spoken
  readonly slot: DeskShown['slots'][number]
  readonly now: string
}) {
  const t = useText()
  const { money } = useFormats()
  const avoid = product.avoid.filter((claim, i, all) => all.findIndex((c) => c.words === claim.words) === i)
  return (
    <div className="live-product">
      <p className="live-kicker">
        <span className="live-dot" aria-hidden="true" /> {t('now')} · {t('slot', { slot: slot.slot })}
        {slot.from ? <Since from={slot.from} now={now} /> : null}
      </p>
      <p className="live-title">{product.title}</p>
      {product.price ? <p className="live-price">{money(product.price)}</p> : null}
      <Script product={product} />
      {avoid.length > 0 ? (
        <div className="live-avoid">
          <h2>{t('avoid')}</h2>
          <ul>
            {avoid.map((claim) => (
              <li key={claim.words}>
                <del>{claim.words}</del> <span>{t('instead', { words: claim.softer })}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

function NextUp({ product }: { readonly product: Spoken }) {
  const { money } = useFormats()
  return (
    <>
      <p className="live-next-title">{product.title}</p>
      {product.price ? <p className="live-next-price">{money(product.price)}</p> : null}
    </>
  )
}
