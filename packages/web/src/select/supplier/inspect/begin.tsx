import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { texts, useSay } from '../../../texts/texts.ts'
import { today } from '../../../texts/today.ts'
import type { Supplier } from '../record.ts'
import { useSupplierWords } from '../words.ts'
import type { Draft, Template } from './draft.ts'

const useText = texts('inspect-begin', {
  title: { zh: '考察 {{name}}', en: 'Inspection of {{name}}' },
  template: { zh: '考察模板', en: 'Template' },
  items: { zh: '{{count}} 题', en: { one: '{{count}} question', other: '{{count}} questions' } },
  mode: { zh: '方式', en: 'How' },
  place: { zh: '地点', en: 'Place' },
  locate: { zh: '记录当前位置', en: 'Note where I am' },
  located: { zh: '已记录位置，误差约 {{metres}} 米', en: 'Position noted, within {{metres}} m' },
  notLocated: { zh: '无法取得位置，可不填', en: 'No position could be had; it may be left out' },
  begin: { zh: '开始', en: 'Begin' },
  offline: {
    zh: '开始后可离线作答，照片存于本机，联网后提交。',
    en: 'Once begun it works without a network; photos are kept on this device until it is sent.',
  },
})

type Props = {
  readonly supplier: Supplier['record']
  readonly templates: readonly Template[]
  readonly onBegin: (draft: Draft) => void
}

/** I1 · By which template, how and where. */
export function Begin({ supplier, templates, onBegin }: Props) {
  const t = useText()
  const say = useSay()
  const w = useSupplierWords()
  const fitting = [...templates].sort(
    (a, b) => Number(b.kinds.includes(supplier.kind)) - Number(a.kinds.includes(supplier.kind)),
  )
  const [id, setId] = useState(fitting[0]?.id)
  const template = fitting.find((x) => x.id === id)
  const [mode, setMode] = useState<Draft['mode']>()
  const [place, setPlace] = useState(supplier.address ?? '')
  const [position, setPosition] = useState<Draft['position']>()
  const [lost, setLost] = useState(false)
  const locate = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        setPosition({
          latitude: Math.round(coords.latitude * 1e5) / 1e5,
          longitude: Math.round(coords.longitude * 1e5) / 1e5,
          'accuracy-metres': Math.round(coords.accuracy),
        }),
      () => setLost(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  if (!template) return null
  const chosen = mode && template.modes.includes(mode) ? mode : (template.modes[0] as Draft['mode'])
  return (
    <>
      <header className="inspect-head">
        <h1>{t('title', { name: supplier.name })}</h1>
      </header>
      <div className="inspect-body">
        <h2>{t('template')}</h2>
        <Radio.Group
          className="inspect-choices"
          value={template.id}
          onChange={(e) => setId(e.target.value as string)}
          options={fitting.map((x) => ({
            value: x.id,
            label: (
              <>
                {say(x.name)} <span className="quiet">{t('items', { count: x.items.length })}</span>
              </>
            ),
          }))}
        />
        {template.modes.length > 1 ? (
          <>
            <h2>{t('mode')}</h2>
            <Radio.Group
              className="inspect-choices"
              value={chosen}
              onChange={(e) => setMode(e.target.value as Draft['mode'])}
              options={template.modes.map((value) => ({ value, label: w(value) }))}
            />
          </>
        ) : null}
        <h2>{t('place')}</h2>
        <Input.TextArea aria-label={t('place')} value={place} onChange={(e) => setPlace(e.target.value)} autoSize />
        <Button size="large" block onClick={locate}>
          {t('locate')}
        </Button>
        {position ? <p className="profile-good">{t('located', { metres: position['accuracy-metres'] })}</p> : null}
        {lost && !position ? <p className="quiet">{t('notLocated')}</p> : null}
        <p className="quiet">{t('offline')}</p>
      </div>
      <footer className="inspect-foot">
        <Button
          type="primary"
          size="large"
          block
          onClick={() =>
            onBegin({
              supplier: supplier.id,
              supplierName: supplier.name,
              template,
              mode: chosen,
              day: today(),
              place,
              ...(position ? { position } : {}),
              answers: {},
              at: 0,
            })
          }
        >
          {t('begin')}
        </Button>
      </footer>
    </>
  )
}
