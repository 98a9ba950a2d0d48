import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { useNarrow } from '../../look/narrow.ts'
import { steppedTime, typedTime } from './typed-time.ts'

/** A time of day as HH:MM; a form gives it value, change and id. */
type Props = {
  readonly value?: string | null | undefined
  readonly onChange?: (time: string | undefined) => void
  readonly id?: string
  readonly 'aria-required'?: boolean | 'true' | 'false'
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean | 'true' | 'false'
}

/** A time, typed; ↑ and ↓ move it. As with days, a phone has the wheels of the system and a desk the reader's language. */
export function TimeInput(props: Props) {
  return useNarrow() ? <SystemField {...props} /> : <TypedField {...props} />
}

function SystemField({ value, onChange, ...field }: Props) {
  return (
    <Input
      {...field}
      type="time"
      value={value ?? ''}
      onChange={({ target }) => onChange?.(target.value || undefined)}
    />
  )
}

function TypedField({ value, onChange, ...field }: Props) {
  const [typed, setTyped] = useState<string>()
  const give = (next: string | undefined) => {
    setTyped(undefined)
    if (next !== (value ?? undefined)) onChange?.(next)
  }
  const type = (text: string) => {
    setTyped(text)
    // given as soon as it is written out: nothing that is kept as it is written waits for the next field
    if (typedTime(text) === text && text !== value) onChange?.(text)
  }
  const settle = () => {
    // what is no time is given as it stands: the form tells what is wrong with it
    if (typed !== undefined) give(typed.trim() === '' ? undefined : (typedTime(typed) ?? typed.trim()))
  }
  const onKey = (event: KeyboardEvent) => {
    const at = typedTime(typed ?? value ?? '')
    const to = at && steppedTime(at, event.key)
    if (event.key === 'Enter') settle()
    if (!to) return
    event.preventDefault()
    give(to)
  }
  return (
    <Input
      {...field}
      value={typed ?? value ?? ''}
      placeholder="HH:MM"
      autoComplete="off"
      onChange={({ target }) => type(target.value)}
      onBlur={settle}
      onKeyDown={onKey}
    />
  )
}
