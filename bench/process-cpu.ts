// The processor time that processes have taken, as Linux counts it.
import { readdirSync, readFileSync } from 'node:fs'

/** `/proc` counts in hundredths of a second on every Linux (`USER_HZ`, proc_pid_stat(5)). */
const TICK_MS = 10

type Times = { parent: number; ownMs: number; endedChildrenMs: number }

function timesOf(pid: number): Times | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name before the last parenthesis may hold spaces; the state is the third field.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = (first: number) => Number(fields[first - 3]) + Number(fields[first - 2])
    return { parent: Number(fields[1]), ownMs: ticks(14) * TICK_MS, endedChildrenMs: ticks(16) * TICK_MS }
  } catch {
    return null
  }
}

/** What a process and all of its children, ended ones too, have taken, in milliseconds; 0 where there is no `/proc`. */
export function processorMs(pid: number): number {
  const own = timesOf(pid)
  if (!own) return 0
  const children = readdirSync('/proc').flatMap((name) => {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : null
    return times?.parent === pid ? [times.ownMs] : []
  })
  return children.reduce((sum, ms) => sum + ms, own.ownMs + own.endedChildrenMs)
}
