import { CalendarOutlined } from '@ant-design/icons'
import { type Day, isDay } from '@haixuan/domain/kernel/day'
import { Button, DatePicker, Input, type InputRef } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/en-gb'
import 'dayjs/locale/zh-cn'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useNarrow } from '../../look/narrow.ts'
import { texts } from '../../texts/texts.ts'
import { steppedDay, typedDay } from './typed-day.ts'
import './day-input.css'

const useText = texts('day-input', { calendar: { zh: '打开日历', en: 'Open the calendar' } })

/** A day as YYYY-MM-DD; a form gives it value, change and id. */
type Props = {
  readonly value?: string | null | undefined
  readonly onChange?: (day: string | undefined) => void
  readonly id?: string
  readonly 'aria-label'?: string
  readonly 'aria-required'?: boolean | 'true' | 'false'
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean | 'true' | 'false'
  /** the first and the last day that can be chosen */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly width?: number
  /** true where a rule tells what is no day: what was typed is given as it stands; else it is dropped */
  readonly loose?: boolean
}
const ISO = 'YYYY-MM-DD'

/**
 * A day, typed or picked; ↑ and ↓ move it. On a phone it is the field of the system, whose wheels a thumb turns best;
 * on a desk that field would speak the browser's language instead of the reader's, so there it is ours.
 */
export function DayInput(props: Props) {
  return useNarrow() ? <SystemField {...props} /> : <TypedField {...props} />
}

function SystemField({ value, onChange, width, loose: _, ...field }: Props) {
  return (
    <Input
      {...field}
      type="date"
      value={value ?? ''}
      onChange={({ target }) => onChange?.(target.value || undefined)}
      style={{ width: width ?? '100%' }}
    />
  )
}

function TypedField({ value, onChange, min, max, width, loose = false, ...field }: Props) {
  const t = useText()
  const [typed, setTyped] = useState<string>()
  const [open, setOpen] = useState(false)
  const input = useRef<InputRef>(null)
  const day = value && isDay(value) ? value : undefined
  const give = (next: string | undefined) => {
    setTyped(undefined)
    if (next !== (value ?? undefined)) onChange?.(next)
  }
  const type = (text: string) => {
    setTyped(text)
    // a day is given as soon as it is one: nothing that is kept as it is written waits for the next field
    const next = typedDay(text)
    if ((next ?? '') === text.trim() && next !== day) onChange?.(next)
  }
  const settle = () => {
    if (typed === undefined) return
    const text = typed.trim()
    give(text === '' ? undefined : (typedDay(text) ?? (loose ? text : day)))
  }
  const onKey = (event: KeyboardEvent) => {
    const at = typed === undefined ? day : typedDay(typed)
    const to = at && steppedDay(at as Day, event.key)
    if (event.key === 'Enter') settle()
    if (!to) return
    event.preventDefault()
    give(to)
  }
  return (
    <span className="day-input" style={{ width: width ?? '100%' }}>
      <Input
        {...field}
        ref={input}
        value={typed ?? value ?? ''}
        placeholder={ISO}
        autoComplete="off"
        onChange={({ target }) => type(target.value)}
        onBlur={settle}
        onKeyDown={onKey}
        suffix={
          // a key types the day: the calendar is for the mouse
          <Button
            type="text"
            size="small"
            tabIndex={-1}
            icon={<CalendarOutlined />}
            aria-label={t('calendar')}
            title={t('calendar')}
            onClick={() => setOpen(!open)}
          />
        }
      />
      <DatePicker
        className="day-input-calendar"
        open={open}
        onOpenChange={setOpen}
        value={day ? dayjs(day) : null}
        {...(min ? { minDate: dayjs(min) } : {})}
        {...(max ? { maxDate: dayjs(max) } : {})}
        onChange={(picked) => {
          setOpen(false)
          input.current?.focus()
          give(picked?.format(ISO))
        }}
        tabIndex={-1}
        aria-hidden
        inputReadOnly
        allowClear={false}
      />
    </span>
  )
}
