import { defineConfig } from 'vitest/config'

const project = (name: string) => ({
  test: { name, root: `packages/${name}`, include: ['**/*.test.ts'], testTimeout: 60_000 },
})

export default defineConfig({
  test: { projects: ['domain', 'interchange', 'cli'].map(project) },
})
