// How Node is called for a service: the web, or a worker.

/**
 * The arguments of Node that start this file as a service; `npm run start:web` and `start:worker` say the same. Young objects get room
 * for 32 MB: most of them are gone before it is full, so that collecting them stops the process less often. None is made among the old
 * ones at once: whatever a dead one there holds stays until the next full collection
 * (docs/decisions/2026-11-23-young-objects-stay-young.md).
 * @param {string} file
 */
export const serviceArgs = (file) => [
  '--max-semi-space-size=32',
  '--no-allocation-site-pretenuring',
  '--import',
  'tsx',
  file,
]
