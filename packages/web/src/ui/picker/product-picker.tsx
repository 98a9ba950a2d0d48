import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { type FieldOf, Picker } from './picker.tsx'

/** A product of a project, found by its title or number. */
export function ProductPicker({
  project,
  disabled = false,
  ...field
}: FieldOf & { readonly project: string | undefined; readonly clearable?: boolean }) {
  const [q, setQ] = useState(field.value ?? '')
  const found = useQuery({
    ...ask('product.list', { project: project ?? '' }, { ...(q ? { q } : {}), limit: 20 }),
    enabled: project !== undefined,
  })
  const choices = found.data?.rows.map(({ id, title }) => ({ value: id, label: title, more: id }))
  return <Picker {...field} disabled={disabled || project === undefined} choices={choices} onSearch={setQ} />
}
