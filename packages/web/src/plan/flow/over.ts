/** Whether a stream is over: from the day after its own. */
export const over = (day: string): boolean => day < new Date().toISOString().slice(0, 10)
