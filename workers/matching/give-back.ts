import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | undefined

/**
 * Gives back at once the memory of what nobody holds any more. Memory shared by threads weighs nothing in the collector's eyes: left to itself,
 * it may let a pool stand beside the one that replaces it.
 */
export function giveBack(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
}
