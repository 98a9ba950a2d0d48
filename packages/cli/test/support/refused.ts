import { expect } from 'vitest'
import { haixuan, type Run } from './haixuan.ts'

/** Runs what must be refused: exit 2, no answer, one line on stderr. Gives that line without the program's name. */
export async function refused(args: readonly string[], input = ''): Promise<Run & { line: string }> {
  const run = await haixuan(args, input)
  expect(run.stderr).toMatch(/^haixuan: [^\n]+\n$/)
  expect(run.stdout).toBe('')
  expect(run.code).toBe(2)
  return { ...run, line: run.stderr.slice('haixuan: '.length, -1) }
}
