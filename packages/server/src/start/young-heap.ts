import { setFlagsFromString } from 'node:v8'

/** V8's own. */
const USUAL_GROWTH = 2

/**
 * Keeps the part of the heap for what is new from growing while a program is read: it never shrinks again, and what a
 * start leaves behind would cost a server at rest a third of its memory. Call it before all else is imported.
 */
export const keepYoungHeapSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1')

/** Lets it grow with the load from now on; it is one setting of all threads. */
export const letYoungHeapGrow = (): void => setFlagsFromString(`--semi-space-growth-factor=${USUAL_GROWTH}`)
