import { Link, useRouterState } from '@tanstack/react-router'
import { useSay } from '../texts/texts.ts'
import { type Me, placeAt, usePlaces } from './places-for.ts'
import { usePartText } from './rail.tsx'

/** The rooms of the part at hand. */
export function Tabs({ me }: { readonly me: Me }) {
  const t = usePartText()
  const say = useSay()
  const all = usePlaces(me)
  const path = useRouterState({ select: (s) => s.location.pathname })
  const at = placeAt(path, all)
  const rooms = all.filter((place) => place.part === at?.part)
  if (!at || rooms.length < 2) return null
  return (
    <nav className="tabs no-print" aria-label={t(at.part)}>
      {rooms.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className="tabs-link"
          aria-current={place.to === at.to ? 'page' : undefined}
          activeOptions={{ exact: true }}
          activeProps={{}}
        >
          {say(place.name)}
        </Link>
      ))}
    </nav>
  )
}
