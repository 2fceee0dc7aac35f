import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createArena, take } from '#workers/matching/arena.ts'
import { askForHugePages } from '#workers/matching/huge-pages.ts'

const KB = 1024
const GB = 2 ** 30
const offersHugePages = existsSync('/sys/kernel/mm/transparent_hugepage/enabled')

/** Bytes of addresses that Linux may keep in huge pages because this process asked for it (`hg`, proc_pid_smaps(5)). */
function advisedBytes(): number {
  const mappings = readFileSync('/proc/self/smaps', 'utf8').split(/^VmFlags:/m)
  let bytes = 0
  for (const [at, after] of mappings.entries()) {
    const flags = after.slice(0, after.indexOf('\n')).split(' ')
    const sizes = mappings[at - 1]?.match(/^Size:\s+(\d+) kB/m)
    if (flags.includes('hg') && sizes) bytes += Number(sizes[1]) * KB
  }
  return bytes
}

test.runIf(offersHugePages)('an arena asks for huge pages, for what it will grow to as well', () => {
  const before = advisedBytes()
  const arena = createArena()
  take(arena, 64 * 2 ** 20)
  expect(advisedBytes() - before).toBeGreaterThan(3.9 * GB)
})

test.runIf(offersHugePages)('what the system grants is said', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true })
  expect(askForHugePages(memory, 65_536)).toBe(true)
})

test.runIf(process.platform !== 'linux')('where nobody is asked, nothing is granted', () => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true })
  expect(askForHugePages(memory, 65_536)).toBe(false)
})
