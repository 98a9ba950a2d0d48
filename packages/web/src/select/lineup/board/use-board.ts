import { judgeBoard } from '@haixuan/domain/select/lineup/board/judge-board'
import { type Put, putInto, putsBetween, type Seat } from '@haixuan/domain/select/lineup/board/put'
import { planStored } from '@haixuan/domain/select/lineup/board/stored-plan'
import type { Candidate } from '@haixuan/domain/select/lineup/candidate'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useCommand } from '../../../client/command.ts'
import type { Answer } from '../../../client/operations.ts'

export type Lineup = Answer<'lineup.get'>

/** The slots of an answer as they are arranged. */
export const seatsIn = (lineup: Lineup): Seat[] =>
  lineup.slots.map(({ slot, product, role, minutes, locked }) => ({
    slot,
    product: product?.id ?? null,
    role,
    locked,
    ...(minutes === null ? {} : { minutes }),
  }))

/**
 * The arrangement on the board: judged here in the frame it changes, and sent to the server behind it, one change after
 * another. Each change can be undone; one that is refused goes back by itself.
 */
export function useBoard(project: string, lineup: Lineup) {
  const server = useMemo(() => seatsIn(lineup), [lineup])
  const [draft, setDraft] = useState<readonly Seat[]>()
  const [preview, setPreview] = useState<readonly Seat[]>()
  const [done, setDone] = useState<readonly (readonly Seat[])[]>([])
  const [undone, setUndone] = useState<readonly (readonly Seat[])[]>([])
  const [more, setMore] = useState<ReadonlyMap<string, Candidate>>(new Map())
  const seats = draft ?? server
  const shown = preview ?? seats
  const { run } = useCommand('lineup.put')
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)
  const version = useRef(lineup.version)
  const newest = useRef(lineup.version)
  newest.current = lineup.version
  useEffect(() => {
    // an answer on its way from before the last change is not shown: what was moved would jump back
    if (waiting.current === 0 && lineup.version >= version.current) {
      version.current = lineup.version
      setDraft(undefined)
    }
  }, [lineup])

  const board = lineup.board
  const candidates = useMemo(
    () => new Map([...more, ...((board?.candidates ?? []) as Candidate[]).map((c) => [c.id, c] as const)]),
    [board, more],
  )
  const rules = useMemo(
    () =>
      board && {
        plan: planStored(
          board.plan as Parameters<typeof planStored>[0],
          server.flatMap((s) => (s.locked && s.product ? [{ slot: s.slot, product: s.product }] : [])),
        ),
        roles: board.roles as Parameters<typeof judgeBoard>[2]['roles'],
        certified: board.certified,
      },
    [board, server],
  )
  const judged = useMemo(() => (rules ? judgeBoard(shown, candidates, rules) : undefined), [shown, candidates, rules])

  const send = useCallback(
    (from: readonly Seat[], to: readonly Seat[]) => {
      const puts = putsBetween(from, to)
      if (puts.length === 0) return
      setDraft(to)
      waiting.current += 1
      queue.current = queue.current.then(async () => {
        const answer = await run({ params: { project }, input: { puts }, version: version.current } as never)
        waiting.current -= 1
        if (answer) version.current = answer.version
        else setDone([])
        if (!answer || (waiting.current === 0 && newest.current >= version.current)) setDraft(undefined)
      })
    },
    [project, run],
  )

  /** Shows what a change would be, while a card is held; nothing puts it back. */
  const look = useCallback(
    (puts?: readonly Put[]) => setPreview(puts && puts.length > 0 ? tried(seats, puts) : undefined),
    [seats],
  )
  const put = useCallback(
    (puts: readonly Put[], entering?: Candidate) => {
      setPreview(undefined)
      if (entering) setMore((known) => new Map(known).set(entering.id, entering))
      const after = tried(seats, puts)
      if (!after) return
      setDone((all) => [...all, seats])
      setUndone([])
      send(seats, after)
    },
    [seats, send],
  )
  const undo = useCallback(() => {
    const before = done.at(-1)
    if (!before) return
    setDone(done.slice(0, -1))
    setUndone((all) => [...all, seats])
    send(seats, before)
  }, [done, seats, send])
  const redo = useCallback(() => {
    const after = undone.at(-1)
    if (!after) return
    setUndone(undone.slice(0, -1))
    setDone((all) => [...all, seats])
    send(seats, after)
  }, [undone, seats, send])

  return {
    seats,
    shown,
    judged,
    candidates,
    rules,
    put,
    look,
    undo: done.length > 0 ? undo : undefined,
    redo: undone.length > 0 ? redo : undefined,
    saving: draft !== undefined,
  }
}
export type Board = ReturnType<typeof useBoard>

/** A change that may not be, such as one of a locked slot, leaves all as it is. */
function tried(seats: readonly Seat[], puts: readonly Put[]): readonly Seat[] | undefined {
  try {
    return putInto(seats, puts)
  } catch {
    return undefined
  }
}
