// How Node is called for a service: the web, or a worker.

/**
 * The arguments of Node that start this file as a service; `npm run start:web` and `start:worker` say the same. Young objects get room
 * for 32 MB: most of them are gone before it is full, so that collecting them stops the process less often.
 * @param {string} file
 */
export const serviceArgs = (file) => ['--max-semi-space-size=32', '--import', 'tsx', file]
