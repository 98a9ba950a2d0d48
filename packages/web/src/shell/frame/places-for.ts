import { useRouteContext } from '@tanstack/react-router'
import type { Answer } from '../../client/operations.ts'
import { PARTS, type Part, type Place } from '../place.ts'
import { useProjectAtHand } from '../project-at-hand.ts'

export type Me = Answer<'me'>

/** The rooms a person can go to, with the project at hand in their addresses; those of a project only when there is one. */
export function usePlaces(me: Me): Place[] {
  const { places } = useRouteContext({ from: '__root__' }) as { readonly places: readonly Place[] }
  const project = useProjectAtHand()
  const mine = (place: Place) =>
    me.supplier !== null
      ? place.roles?.includes('supplier')
      : !place.roles ||
        (place.roles.some((role) => role !== 'supplier') &&
          me.roles.some((role) => role === 'owner' || place.roles?.includes(role)))
  return places
    .filter((place) => mine(place) && (project !== undefined || !place.to.includes('$project')))
    .map(({ also, ...place }) => ({
      ...place,
      to: place.to.replace('$project', encodeURIComponent(project ?? '')),
      ...(also && project !== undefined ? { also: also.replace('$project', encodeURIComponent(project)) } : {}),
    }))
}

/** The room that an address belongs to: the one whose own address begins it, the longest first. */
export const placeAt = (path: string, all: readonly Place[]): Place | undefined =>
  all
    .flatMap((place) => [place.to, ...(place.also ? [place.also] : [])].map((at) => ({ at, place })))
    .sort((a, b) => b.at.length - a.at.length)
    .find(({ at }) => path === at || (at !== '/' && path.startsWith(`${at}/`)))?.place

/** The parts that have a room for this person, each with the room it leads to. */
export const partsOf = (all: readonly Place[]): { readonly part: Part; readonly to: string }[] =>
  PARTS.flatMap((part) => {
    const first = all.find((place) => place.part === part)
    return first ? [{ part, to: first.to }] : []
  })
