import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../bin/haixuan.mjs', import.meta.url))
const PEAK = fileURLToPath(new URL('peak-memory.mjs', import.meta.url))

/** What a run of the program left: exit code, its two streams, and the most memory it held, in MiB. */
export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string; readonly peak: number }

/** A folder for the tests of one file, removed after them. */
export function testFolder(): {
  readonly path: string
  readonly file: (name: string, content: string | Uint8Array) => string
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'haixuan-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    path: folder,
    file: (name, content) => {
      const at = path.join(folder, name)
      writeFileSync(at, content)
      return at
    },
  }
}

const home = testFolder()
let runs = 0

/** Runs `haixuan` as a person would, as a process of its own with a home of its own. */
export function haixuan(args: readonly string[], input = ''): Promise<Run> {
  runs += 1
  const peakFile = path.join(home.path, `peak-${process.pid}-${runs}`)
  const child = spawn(process.execPath, ['--import', PEAK, PROGRAM, ...args], {
    cwd: home.path,
    env: { ...process.env, HOME: home.path, XDG_CONFIG_HOME: home.path, PEAK_MEMORY_FILE: peakFile, NO_COLOR: '1' },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  child.stdin.on('error', () => {}) // a command that refuses its arguments reads no input
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      // a process that was killed writes none
      const peak = existsSync(peakFile) ? Number(readFileSync(peakFile, 'utf8')) : Number.NaN
      resolve({ code: code ?? -1, stdout, stderr, peak })
    })
  })
}

/** The JSON that a command answers. */
export async function answerOf<T = Record<string, unknown>>(
  args: readonly string[],
  input = '',
): Promise<Run & { json: T }> {
  const run = await haixuan([...args, '--json'], input)
  if (run.stdout === '') throw new Error(`no answer: ${run.stderr}`)
  return { ...run, json: JSON.parse(run.stdout) as T }
}
