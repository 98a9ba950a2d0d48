/** Whether a day is over, of a stream or for what is due on it: from the day after. */
export const over = (day: string): boolean => day < new Date().toISOString().slice(0, 10)
