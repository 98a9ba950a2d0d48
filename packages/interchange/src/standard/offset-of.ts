import { EVENT_ID, type Event, getScalarValue } from 'js-yaml'

/** Where the part under a path begins in the text: its key in a map, itself in a list; the nearest part above when it is missing. */
export function offsetOf(events: readonly Event[], text: string, path: readonly PropertyKey[]): number {
  let at = 1
  let offset = startOf(events[at])
  for (const step of path) {
    const node = events[at]
    if (node?.type !== EVENT_ID.MAPPING && node?.type !== EVENT_ID.SEQUENCE) return offset
    const pairs = node.type === EVENT_ID.MAPPING
    let child = at + 1
    let index = 0
    while (!isStep(events[child], pairs ? undefined : index, step, text)) {
      if (events[child] === undefined || events[child]?.type === EVENT_ID.POP) return offset
      child = after(events, child)
      if (pairs) child = after(events, child)
      index++
    }
    offset = startOf(events[child])
    at = pairs ? after(events, child) : child
  }
  return offset
}

/** Whether the child is the one a path's step names: by its place in a list, by its key in a map. */
function isStep(child: Event | undefined, index: number | undefined, step: PropertyKey, text: string): boolean {
  if (child === undefined || child.type === EVENT_ID.POP) return false
  if (index !== undefined) return index === step
  return child.type === EVENT_ID.SCALAR && getScalarValue(text, child) === String(step)
}

function startOf(event: Event | undefined): number {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart
  return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE ? event.start : 0
}

/** The place after the node that begins at `at`. */
function after(events: readonly Event[], at: number): number {
  let open = 0
  for (let i = at; i < events.length; i++) {
    const type = events[i]?.type
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) open++
    else if (type === EVENT_ID.POP) open--
    if (open <= 0) return i + 1
  }
  return events.length
}
