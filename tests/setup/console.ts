import { format } from 'node:util'
import { afterEach, beforeEach } from 'vitest'

type State = { unexpected: string[]; expected: RegExp[] }

// Kept on the global object: test files and vitest's own loading of this file see the same list.
const key = Symbol.for('actifs.console')
const holder = globalThis as unknown as Record<symbol, State | undefined>
holder[key] ??= { unexpected: [], expected: [] }
const state = holder[key]
const original = console.error

beforeEach(() => {
  state.unexpected = []
  state.expected = []
  console.error = (...parts: unknown[]) => {
    const text = format(...parts)
    if (state.expected.some((pattern) => pattern.test(text))) return
    state.unexpected.push(text)
    original(...parts)
  }
})

afterEach(() => {
  console.error = original
  if (state.unexpected.length > 0)
    throw new Error(`console.error was called unexpectedly:\n${state.unexpected.join('\n')}`)
})

/** Lets the present test write this to console.error; anything else still fails it. */
export function expectConsoleError(pattern: RegExp) {
  state.expected.push(pattern)
}
