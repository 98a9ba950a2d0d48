import type { ThemeConfig } from 'antd'
import { useSyncExternalStore } from 'react'
import { token } from './token.ts'

/** What a person chose; `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark'
const KEPT = 'haixuan.theme'
const machine = matchMedia('(prefers-color-scheme: dark)')
const followers = new Set<() => void>()

export const chosenTheme = (): Theme => (localStorage.getItem(KEPT) as Theme | null) ?? 'system'
const isDark = () => document.documentElement.dataset.theme === 'dark'

function draw(): void {
  const theme = chosenTheme()
  const dark = theme === 'dark' || (theme === 'system' && machine.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  for (const follow of followers) follow()
}
machine.addEventListener('change', draw)

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEPT, theme)
  draw()
}

const follow = (on: () => void) => {
  followers.add(on)
  return () => followers.delete(on)
}

/** Whether the workbench is dark now. */
export const useDark = (): boolean => useSyncExternalStore(follow, isDark)

/** Ant Design in the colours of tokens.css, as they stand at an element. */
export const antTheme = (at?: Element): ThemeConfig['token'] => ({
  colorPrimary: token('accent', at),
  colorInfo: token('accent', at),
  colorLink: token('accent', at),
  // not the lighter one Ant Design mixes, which is hard to read under a pointer
  colorLinkHover: token('accent', at),
  colorLinkActive: token('accent', at),
  colorSuccess: token('passed', at),
  colorWarning: token('conditional', at),
  colorError: token('open', at),
  // the grounds of what is said, not those Ant Design mixes from the colours of its words
  colorPrimaryBg: token('accent-ground', at),
  colorInfoBg: token('accent-ground', at),
  colorSuccessBg: token('passed-ground', at),
  colorWarningBg: token('conditional-ground', at),
  colorErrorBg: token('open-ground', at),
  colorBgBase: token('surface', at),
  colorTextBase: token('text', at),
  colorBgLayout: token('ground', at),
  colorBgContainer: token('surface', at),
  colorBgElevated: token('raised', at),
  colorText: token('text', at),
  colorTextSecondary: token('text-quiet', at),
  colorTextTertiary: token('text-quiet', at),
  colorTextDescription: token('text-quiet', at),
  colorTextPlaceholder: token('text-quiet', at),
  colorBorder: token('line-strong', at),
  colorBorderSecondary: token('line', at),
  colorTextLightSolid: token('on-accent', at),
  borderRadius: 6,
  fontSize: 14,
  fontFamily: token('font', at),
  // nothing slides or fades in: what is asked for is there at once
  motion: false,
})

/** Colours that Ant Design would dim by its own algorithm, kept as they are where small words stand on their ground. */
export const componentTheme = (): ThemeConfig['components'] => ({
  Tag: {
    colorSuccess: token('passed'),
    colorSuccessBg: token('passed-ground'),
    colorWarning: token('conditional'),
    colorWarningBg: token('conditional-ground'),
    colorError: token('open'),
    colorErrorBg: token('open-ground'),
    colorInfo: token('accent'),
    colorInfoBg: token('accent-ground'),
  },
})
