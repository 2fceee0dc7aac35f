import type { EnqueuedTaskPromise } from 'meilisearch'

/** Waits, within the client's limit, for the server to have done what it was asked; rejects when it could not. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, uid, type, error } = await task.waitTask()
  if (status === 'succeeded') return
  throw new Error(`Meilisearch task ${uid} (${type}) is ${status}: ${error?.code ?? 'no reason given'}`)
}
