import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A lineup that was on air may no longer be changed: of the files that share a server, the one that airs it comes last. */
class AirLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const shared = ({ project }: TestSpecification) => project.name === 'e2e'
    const airs = ({ moduleId }: TestSpecification) => moduleId.endsWith('/lineup.test.ts')
    const order = sorted.filter(shared).sort((a, b) => Number(airs(a)) - Number(airs(b)))
    return sorted.map((file) => (shared(file) ? (order.shift() as TestSpecification) : file))
  }
}

/** On a machine that does much else what is waited for takes longer than a second. */
const poll = { timeout: 10_000 }

const project = (name: string, more: { globalSetup?: string; setupFiles?: string } = {}) => ({
  test: {
    name,
    root: `packages/${name}`,
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll },
    ...more,
  },
})

export default defineConfig({
  test: {
    sequence: { sequencer: AirLast },
    projects: [
      ...['domain', 'interchange', 'cli'].map((name) => project(name)),
      project('server', {
        globalSetup: `${import.meta.dirname}/packages/server/test/support/global-setup.ts`,
        setupFiles: `${import.meta.dirname}/packages/server/test/support/after-file.ts`,
      }),
      // one server with one set of records stands before them: one file after the other
      {
        test: {
          name: 'e2e',
          root: 'e2e',
          include: ['**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          expect: { poll },
          fileParallelism: false,
          globalSetup: `${import.meta.dirname}/e2e/support/global-setup.ts`,
        },
      },
    ],
  },
})
