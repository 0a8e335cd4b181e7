import { defineConfig } from 'vitest/config';

/** Unit tests sit beside their subject; browser tests run from `npm test`, against the built site. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    exclude: ['src/tests/browser/**'],
    environment: 'node',
    testTimeout: 60_000,
  },
});
