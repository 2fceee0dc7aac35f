const TICK_MS = 250

/** How many pages one process answers at a time: beyond, each of them would wait longer than people do. */
export const MAX_AT_ONCE = 200
/** How late the process may be, in milliseconds, before it answers nothing new. */
export const MAX_LATE_MS = 1000

/** How late a process is with what it has to do, in milliseconds, at its last tick. `now` gives milliseconds that only grow. */
export function createLateness(now: () => number) {
  let lastAt = now()
  let lateMs = 0
  return {
    tick() {
      lateMs = Math.max(0, now() - lastAt - TICK_MS)
      lastAt = now()
    },
    lateMs: () => lateMs,
  }
}

/** The lateness of this process, measured four times a second; it keeps no process alive. */
export function watchLateness(): () => number {
  const lateness = createLateness(() => performance.now())
  setInterval(lateness.tick, TICK_MS).unref()
  return lateness.lateMs
}

export type Admission = {
  /** Lets one more in and returns what to call once it is answered; null when too many are in, or the process is late. */
  enter(): (() => void) | null
}

/** Who may be let in, given how late the process is. */
export function createAdmission(
  lateMs: () => number,
  { maxAtOnce = MAX_AT_ONCE, maxLateMs = MAX_LATE_MS } = {},
): Admission {
  let inside = 0
  return {
    enter() {
      if (inside >= maxAtOnce || lateMs() > maxLateMs) return null
      inside++
      let isOut = false
      return () => {
        if (!isOut) inside--
        isOut = true
      }
    },
  }
}
