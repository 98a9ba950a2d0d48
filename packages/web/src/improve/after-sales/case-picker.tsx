import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { type FieldOf, Picker } from '../../ui/picker/picker.tsx'
import { useCaseState, useKind } from './case-words.ts'

/** A case of a buyer, found by its product. */
export function CasePicker(field: FieldOf & { readonly clearable?: boolean }) {
  const kind = useKind()
  const state = useCaseState()
  const { moment } = useFormats()
  const [q, setQ] = useState('')
  const found = useQuery(ask('case.list', {}, { ...(q ? { q } : {}), limit: 20 }))
  const choices = found.data?.rows.map((c) => ({
    value: c.id,
    label: [kind(c.kind), c.title].filter(Boolean).join(' · '),
    more: `${moment(c.created)} · ${state(c.state)}`,
  }))
  return <Picker {...field} choices={choices} onSearch={setQ} />
}
