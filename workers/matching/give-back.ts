import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { logger } from '#app/system/logger.server.ts'

let collect: (() => void) | undefined

/**
 * Gives back at once the memory of what nobody holds any more, where the collector can be called. Memory shared by threads weighs nothing
 * in its eyes: left to itself, it may let a pool stand beside the one that replaces it.
 */
export function giveBack(): void {
  try {
    if (!collect) {
      setFlagsFromString('--expose-gc')
      collect = runInNewContext('gc') as () => void
    }
    collect()
  } catch (err) {
    logger.warn({ err }, 'matching: memory is given back later')
  }
}
