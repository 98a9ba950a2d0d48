import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useSay } from '../../texts/texts.ts'
import type { Place } from '../place.ts'
import { type Me, placeAt, usePlaces } from './places-for.ts'
import { usePartText } from './rail.tsx'

/** The rooms of the part at hand: a tab for each, or for a group of them, whose rooms then stand in a second row. */
export function Tabs({ me }: { readonly me: Me }) {
  const t = usePartText()
  const say = useSay()
  const all = usePlaces(me)
  const path = useRouterState({ select: (s) => s.location.pathname })
  const at = placeAt(path, all)
  const rooms = all.filter((place) => place.part === at?.part)
  const row = useRef<HTMLElement>(null)
  // on a phone the row is wider than the window: the room at hand stands in sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes
  useEffect(() => {
    for (const here of row.current?.querySelectorAll('[aria-current]') ?? [])
      here.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [path])
  if (!at || rooms.length < 2) return null
  const tabs = [...Map.groupBy(rooms, (place) => place.group ?? place).values()]
  const own = tabs.find((tab) => tab.includes(at)) ?? []
  const link = ({ to }: Place, name: string, className: string, here: boolean) => (
    <Link
      key={to}
      to={to}
      className={className}
      aria-current={here ? (to === at.to ? 'page' : 'true') : undefined}
      activeOptions={{ exact: true }}
      activeProps={{}}
    >
      {name}
    </Link>
  )
  return (
    <nav ref={row} className="tabs no-print" aria-label={t(at.part)}>
      <div className="tabs-row">
        {tabs.map((tab) => {
          const first = tab[0] as Place
          return link(first, say(first.group ?? first.name), 'tabs-link', tab.includes(at))
        })}
      </div>
      {own.length > 1 ? (
        <div className="tabs-row tabs-within">
          {own.map((place) => link(place, say(place.name), 'tabs-room', place.to === at.to))}
        </div>
      ) : null}
    </nav>
  )
}
