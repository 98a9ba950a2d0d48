import { useCallback, useMemo, useState } from 'react'
import { useMe } from '../../shell/session.ts'

type Kept = { readonly version?: number; readonly values: object }

type Options = {
  /** of the record that is written over */
  readonly version?: number | undefined
  /** fields that are not kept */
  readonly without?: readonly string[] | undefined
  /** how often the form was opened: each time it is read anew */
  readonly opening?: number
}

/**
 * What a person has written in a form and not sent yet, kept in this browser under their name; nothing is kept when
 * `of` is absent. What was written over a record that has changed since is not brought back: it would undo the change.
 */
export function useDraft<T extends object>(of: string | undefined, { version, without = [], opening }: Options = {}) {
  const me = useMe().data
  const key = of && me ? `haixuan.draft.${me.organisation}.${me.user}.${of}` : undefined
  const [discarded, setDiscarded] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew as it is opened, and once it was discarded
  const found = useMemo(
    () => (key ? read(key, version) : undefined) as Partial<T> | undefined,
    [key, version, opening, discarded],
  )
  const left = without.join(' ')
  const keep = useCallback(
    (values: object) => {
      if (!key) return
      const said = Object.entries(values).filter(([field]) => !left.split(' ').includes(field))
      const kept = { ...(version === undefined ? {} : { version }), values: Object.fromEntries(said) }
      localStorage.setItem(key, JSON.stringify(kept satisfies Kept))
    },
    [key, version, left],
  )
  const drop = useCallback(() => {
    if (key) localStorage.removeItem(key)
  }, [key])
  const discard = useCallback(() => {
    drop()
    setDiscarded((n) => n + 1)
  }, [drop])
  return { found, keep, drop, discard, discarded }
}

function read(key: string, version: number | undefined): object | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    return kept !== null && kept.version === version ? kept.values : undefined
  } catch {
    return undefined
  }
}
