import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '../../client/problem.ts'
import { useTellProblem } from '../../ui/page/tell-problem.tsx'
import { useOnline } from '../online.ts'

type Sending = {
  /** it is done and waits for the network: it goes out by itself when there is one */
  readonly ready: boolean
  /** resolves to true when it was sent, to false when it was refused, which has been told */
  readonly work: () => Promise<boolean>
  /** it waits no longer: whoever wrote it is to look at it */
  readonly onRefused: () => void
}

/** Sends a draft once, and the one that waits when there is a network again. */
export function useSending({ ready, work, onRefused }: Sending) {
  const tell = useTellProblem()
  const online = useOnline()
  const [sending, setSending] = useState(false)
  const busy = useRef(false)
  const send = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    let sent = false
    try {
      sent = await work()
      if (!sent) onRefused()
    } catch (error) {
      // without a network it waits; anything else is told
      if (navigator.onLine) {
        tell(problemOf(error))
        onRefused()
      }
    } finally {
      // what was sent is not sent again while the page is still there
      busy.current = sent
      setSending(false)
    }
  }, [work, onRefused, tell])
  useEffect(() => {
    if (online && ready) void send()
  }, [online, ready, send])
  return { send, sending, online }
}
