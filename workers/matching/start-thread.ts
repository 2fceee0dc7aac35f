import { Worker } from 'node:worker_threads'

// A thread does not inherit the loader that reads TypeScript: it registers its own before anything else.
const BOOT = `const { workerData } = require('node:worker_threads')
import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.module) })`

/** Starts a TypeScript module in a thread of its own. The module reads `workerData.task`. */
export const startThread = (module: URL, task: unknown): Worker =>
  new Worker(BOOT, { eval: true, workerData: { module: module.href, task } })
