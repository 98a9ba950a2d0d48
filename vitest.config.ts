import { defineConfig } from 'vitest/config'

const project = (name: string, more: { globalSetup?: string } = {}) => ({
  test: { name, root: `packages/${name}`, include: ['**/*.test.ts'], testTimeout: 60_000, ...more },
})

export default defineConfig({
  test: {
    projects: [
      ...['domain', 'interchange', 'cli'].map((name) => project(name)),
      project('server', { globalSetup: `${import.meta.dirname}/packages/server/test/global-setup.ts` }),
    ],
  },
})
