import { defineConfig } from 'vitest/config'

// Remix's Vite plugin stays out of the tests: they call exported loaders and actions directly.
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Only the search contract asks a Meilisearch server: the application under test never does.
    env: { NODE_ENV: 'test', TZ: 'Europe/Paris', MEILI_URL: '', MEILI_KEY: '' },
    globalSetup: 'tests/setup/global-setup.ts',
    setupFiles: ['tests/setup/console.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 40_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
})
