import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { useFormats } from '../../texts/formats.ts'
import { type FieldOf, Picker } from './picker.tsx'

/** A project of the organisation, found by its name. */
export function ProjectPicker(field: FieldOf & { readonly clearable?: boolean }) {
  const { day } = useFormats()
  const [q, setQ] = useState(field.value ?? '')
  const found = useQuery(ask('project.list', {}, { ...(q ? { q } : {}), limit: 20 }))
  const choices = found.data?.rows.map((p) => ({ value: p.id, label: p.name, more: day(p.day) }))
  return <Picker {...field} choices={choices} onSearch={setQ} />
}
