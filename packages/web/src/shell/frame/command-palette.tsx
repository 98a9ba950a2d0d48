import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { type KeyboardEvent, useDeferredValue, useState } from 'react'
import { ask } from '../../client/ask.ts'
import { texts, useSay } from '../../texts/texts.ts'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { addressOfRecord } from '../../ui/record/record-address.ts'
import { type Me, usePlaces } from './places-for.ts'
import { usePartText } from './rail.tsx'
import './command-palette.css'

const useText = texts('palette', {
  title: { zh: '搜索或跳转', en: 'Search or go to' },
  hint: { zh: '页面、产品、供应商、案件、规则……', en: 'A page, product, supplier, case, rule …' },
  project: { zh: '项目', en: 'Project' },
  product: { zh: '产品', en: 'Product' },
  supplier: { zh: '供应商', en: 'Supplier' },
  case: { zh: '售后案件', en: 'Case' },
  file: { zh: '文件', en: 'File' },
  'management-rule': { zh: '管理制度', en: 'Management rule' },
  rule: { zh: '规则', en: 'Rule' },
  recall: { zh: '召回', en: 'Recall' },
  member: { zh: '成员', en: 'Member' },
  none: { zh: '没有符合的结果', en: 'Nothing matches' },
})

type Props = { readonly me: Me; readonly open: boolean; readonly onClose: () => void }
type Choice = { readonly key: string; readonly kind: string; readonly label: string; readonly to: string }

/** ⌘K: everywhere one can go, by typing a part of its name. */
export function CommandPalette(props: Props) {
  const t = useText()
  return (
    <Dialog open={props.open} title={t('title')} onClose={props.onClose} width={620}>
      <Choices {...props} />
    </Dialog>
  )
}

function Choices({ me, onClose }: Props) {
  const t = useText()
  const say = useSay()
  const part = usePartText()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const places = usePlaces(me)
  const sounds = useSounds()
  const words = typed.trim().toLowerCase()
  const sought = useDeferredValue(words)
  const found = useQuery({
    ...ask('search.everything', {}, { q: sought, limit: 5 }),
    enabled: sought !== '',
    placeholderData: (before) => before,
  }).data
  const all: Choice[] = [
    ...places
      .map((place) => ({
        key: place.to,
        kind: part(place.part),
        label: say(place.name),
        to: place.to,
        name: place.name,
      }))
      .filter(({ name }) => `${name.zh} ${name.en}`.toLowerCase().includes(words) || sounds(name.zh, words)),
    ...(words === '' ? [] : (found?.groups ?? [])).flatMap(({ kind, rows }) =>
      rows.map(({ id, project, title, hint }) => ({
        key: `${kind} ${project ?? ''} ${id}`,
        kind: [t(kind), hint && kind !== 'member' && kind !== 'case' ? hint : undefined].filter(Boolean).join(' · '),
        label: title,
        to: addressOfRecord({ kind, id, project }),
      })),
    ),
  ]
  const go = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    void navigate({ to: choice.to as never })
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive((all.length + active + step) % Math.max(1, all.length))
    } else if (event.key === 'Enter') go(all[active])
  }
  return (
    <div className="palette">
      <Input
        autoFocus
        value={typed}
        placeholder={t('hint')}
        aria-label={t('title')}
        role="combobox"
        aria-expanded
        aria-controls="palette-choices"
        aria-activedescendant={`palette-${active}`}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKey}
      />
      <div id="palette-choices" role="listbox" aria-label={t('title')} className="palette-choices">
        {all.map((choice, index) => (
          <div
            key={choice.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === active}
            className="palette-choice"
          >
            <button type="button" tabIndex={-1} onClick={() => go(choice)} onMouseMove={() => setActive(index)}>
              <span>{choice.label}</span>
              <span className="quiet">{choice.kind}</span>
            </button>
          </div>
        ))}
      </div>
      {all.length === 0 ? <p className="quiet">{t('none')}</p> : null}
    </div>
  )
}

/** How names of rooms are read comes once the palette is open: the table of characters is large. */
function useSounds(): (text: string, letters: string) => boolean {
  const pinyin = useQuery({
    queryKey: ['pinyin'],
    queryFn: () => import('@haixuan/domain/kernel/pinyin'),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  }).data
  return pinyin?.soundsLike ?? (() => false)
}
