import { eventWord } from '@haixuan/domain/kernel/event-words'
import { useSay } from '../../texts/texts.ts'

/** Says the type of an event in the reader's language. */
export function useEventWords(): (type: string) => string {
  const say = useSay()
  return (type) => say(eventWord(type))
}
