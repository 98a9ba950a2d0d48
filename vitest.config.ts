import { defineConfig } from 'vitest/config'

const project = (name: string, more: { globalSetup?: string; setupFiles?: string } = {}) => ({
  test: {
    name,
    root: `packages/${name}`,
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    ...more,
  },
})

export default defineConfig({
  test: {
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
          fileParallelism: false,
          globalSetup: `${import.meta.dirname}/e2e/support/global-setup.ts`,
        },
      },
    ],
  },
})
