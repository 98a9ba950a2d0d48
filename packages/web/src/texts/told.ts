import type { ProblemBody, Told } from '../client/problem.ts'
import { useFormats } from './formats.ts'
import { useSay } from './texts.ts'

/** A reason as a sentence of its own: rooms write it so that it can follow the name of a field. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a problem says to the reader: its title with the clause, and beneath it why and what to do. */
export function useTold(): (problem: ProblemBody) => { readonly title: string; readonly lines: readonly string[] } {
  const say = useSay()
  const { colon, moment } = useFormats()
  const why = ({ place, name, field, text }: Told): string => {
    const where = [place, name ? say(name) : field].filter(Boolean).join(' · ')
    return where ? `${where}${colon}${say(text)}` : sentence(say(text))
  }
  return ({ text, clause, reasons = [], changes = [], detail, remedy }) => ({
    title: clause ? `${say(text)} · ${clause}` : say(text),
    // a fault of the page itself has a line that the administrator asks for, and no reasons
    lines: [
      ...changes.map(({ text, actor, at }) => `${say(text)} · ${actor} · ${moment(at)}`),
      ...(reasons.length > 0 ? reasons.map(why) : detail ? [detail] : []),
      ...(remedy ? [say(remedy)] : []),
    ],
  })
}
