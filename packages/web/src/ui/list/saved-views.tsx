import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useCommand } from '../../client/command.ts'
import type { Answer } from '../../client/operations.ts'
import { texts } from '../../texts/texts.ts'
import { Popup } from '../dialog/popup.tsx'
import { useUndo } from '../undo/use-undo.tsx'
import type { ListAddress } from './list-address.ts'

const useText = texts('saved-views', {
  views: { zh: '视图', en: 'Views' },
  none: {
    zh: '把当前的筛选与排序存为视图，下次一键打开。',
    en: 'Keep these filters and this sort as a view, one click away.',
  },
  name: { zh: '视图名称', en: 'Name of the view' },
  save: { zh: '保存', en: 'Save' },
  shared: { zh: '与同事共享', en: 'Share with colleagues' },
  byOthers: { zh: '共享', en: 'shared' },
  removed: { zh: '已删除视图“{{name}}”', en: 'The view “{{name}}” is removed' },
  remove: { zh: '删除视图“{{name}}”', en: 'Remove the view “{{name}}”' },
})

type View = Answer<'view.list'>['rows'][number]
type Props = {
  readonly list: string
  readonly at: ListAddress
  /** what of the address belongs to the list */
  readonly keys: readonly string[]
  readonly change: (to: ListAddress) => void
}

/** Views of a list that a person keeps, or that colleagues share: what is shown, by name. */
export function SavedViews({ list, at, keys, change }: Props) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const { data } = useQuery({ ...ask('view.list', {}, { list }), enabled: open })
  const save = useCommand('view.save', { onDone: () => setName('') })
  const remove = useCommand('view.remove')
  const undoable = useUndo()
  const query = new URLSearchParams(keys.flatMap((key) => (at[key] ? [[key, at[key] as string]] : []))).toString()
  const show = (kept: string) => {
    const wanted = new URLSearchParams(kept)
    change(Object.fromEntries(keys.map((key) => [key, wanted.get(key) ?? undefined])))
    setOpen(false)
  }
  const keep = () => {
    if (name.trim()) void save.run({ params: {}, input: { list, name: name.trim(), query, shared } })
  }
  const drop = async ({ id, name, query, shared }: View) => {
    if (!(await remove.run({ params: { view: id }, input: {} }))) return
    undoable(t('removed', { name }), () => void save.run({ params: {}, input: { list, name, query, shared } }))
  }
  const rows = data?.rows ?? []
  const content = (
    <div className="saved-views">
      {rows.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul>
        {rows.map((view) => (
          <li key={view.id}>
            <button type="button" onClick={() => show(view.query)} aria-pressed={view.query === query}>
              {view.name} {view.shared ? <span className="quiet">{t('byOthers')}</span> : null}
            </button>
            {view.own ? (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('remove', { name: view.name })}
                onClick={() => void drop(view)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <div className="saved-views-new">
        <Input
          value={name}
          maxLength={60}
          placeholder={t('name')}
          aria-label={t('name')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={keep}
        />
        <Button type="primary" disabled={!name.trim()} loading={save.running} onClick={keep}>
          {t('save')}
        </Button>
      </div>
      <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
        {t('shared')}
      </Checkbox>
    </div>
  )
  return (
    <Popup label={t('views')} placement="bottomRight" open={open} onOpenChange={setOpen} content={content}>
      <Button icon={<StarOutlined />} aria-label={t('views')} title={t('views')} />
    </Popup>
  )
}
