import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createArena, int32In } from '#workers/matching/arena.ts'
import { askForHugePages } from '#workers/matching/huge-pages.ts'

const KB = 1024
const MB = 2 ** 20
const PAGE_BYTES = 65_536
const hasKoffi = await import('koffi').then(
  () => true,
  () => false,
)
const canAsk = hasKoffi && existsSync('/sys/kernel/mm/transparent_hugepage/enabled')

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

test.runIf(canAsk)('a large array asks for huge pages, a short one does not', () => {
  const arena = createArena()
  const before = advisedBytes()
  int32In(arena, MB / 4)
  expect(advisedBytes()).toBe(before)
  const array = int32In(arena, (40 * MB) / 4)
  expect(advisedBytes() - before).toBeGreaterThan(39 * MB)
  expect(advisedBytes() - before).toBeLessThanOrEqual(41 * MB)
  array.fill(7)
  expect(array.every((value) => value === 7)).toBe(true)
})

test.runIf(canAsk)('what the system grants is said, and what it does not', () => {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true })
  expect(askForHugePages(memory, PAGE_BYTES, PAGE_BYTES)).toBe(true)
  expect(askForHugePages(memory, PAGE_BYTES + 1, 1000)).toBe(false)
})

test.runIf(!hasKoffi || process.platform !== 'linux')('where nobody can be asked, nothing is granted', () => {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true })
  expect(askForHugePages(memory, PAGE_BYTES, PAGE_BYTES)).toBe(false)
})
