import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../client/ask.ts'
import { type FieldOf, Picker } from './picker.tsx'

/** A supplier of the organisation, found by its name or number. */
export function SupplierPicker(field: FieldOf & { readonly clearable?: boolean }) {
  const [q, setQ] = useState(field.value ?? '')
  const found = useQuery(ask('supplier.list', {}, { ...(q ? { q } : {}), limit: 20 }))
  const choices = found.data?.rows.map(({ id, name }) => ({ value: id, label: name ?? id, more: id }))
  return <Picker {...field} choices={choices} onSearch={setQ} />
}
