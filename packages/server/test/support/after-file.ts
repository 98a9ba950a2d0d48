import { afterAll } from 'vitest'

const closings: (() => unknown)[] = []

/** Closes what a test file opened once its last test is done, whatever was opened last first; afterAll itself is not heard within a hook. */
export const afterFile = (close: () => unknown): void => {
  closings.push(close)
}

afterAll(async () => {
  for (const close of closings.reverse()) await close()
})
