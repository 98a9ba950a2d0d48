import type { Text } from '@haixuan/domain/kernel/errors'

/** Icons that antd has alone in a button: clearing a field, taking a chosen value away, showing a password. */
const ALONE: Readonly<Record<string, Text>> = {
  close: { zh: '移除', en: 'Remove' },
  'close-circle': { zh: '清除', en: 'Clear' },
  eye: { zh: '隐藏密码', en: 'Hide the password' },
  'eye-invisible': { zh: '显示密码', en: 'Show the password' },
}

/** What an icon says to whoever does not see it: what it was given to say, or nothing, where words stand beside it. */
export function saidOfIcon(icon: string, given: Readonly<Record<string, unknown>>): object {
  if (given['aria-label'] !== undefined) return { role: 'img' }
  const name = given['aria-hidden'] ? undefined : ALONE[icon]
  if (!name) return { 'aria-hidden': true }
  return { role: 'img', 'aria-label': document.documentElement.lang === 'en' ? name.en : name.zh }
}
