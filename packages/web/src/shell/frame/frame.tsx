import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useLive } from '../../client/live.ts'
import { texts } from '../../texts/texts.ts'
import { countDaysIn } from '../../texts/today.ts'
import { useKeptPreferences } from '../kept-preferences.ts'
import { useMe } from '../session.ts'
import { Tour } from '../tour/tour.tsx'
import { CommandPalette } from './command-palette.tsx'
import { Head } from './head.tsx'
import { NoSession } from './no-session.tsx'
import { Rail } from './rail.tsx'
import { Tabs } from './tabs.tsx'
import './frame.css'

const useText = texts('frame', { skip: { zh: '跳到内容', en: 'Skip to content' } })

/** The frame around every page: rail, head, the rooms of the part at hand, and the command palette. */
export function Frame() {
  const t = useText()
  const me = useMe()
  const [palette, setPalette] = useState(false)
  const path = useRouterState({ select: (s) => s.location.pathname })
  const main = useRef<HTMLElement>(null)
  useLive()
  useKeptPreferences()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setPalette((open) => !open)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  // a new page begins at its top
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes
  useEffect(() => {
    // newer browsers answer with a promise, which no effect may give back
    void main.current?.scrollTo(0, 0)
  }, [path])
  if (me.error && !me.data) return <NoSession error={me.error} />
  if (!me.data) return null
  // before any page says what is over or due
  countDaysIn(me.data.zone)
  return (
    <div className="frame">
      <a className="frame-skip" href="#main">
        {t('skip')}
      </a>
      <Rail me={me.data} />
      <Head me={me.data} onPalette={() => setPalette(true)} />
      <Tabs me={me.data} />
      <main id="main" ref={main} className="frame-main" tabIndex={-1}>
        <Outlet />
      </main>
      {me.data.supplier === null ? <Tour /> : null}
      <CommandPalette me={me.data} open={palette} onClose={() => setPalette(false)} />
    </div>
  )
}
