import { askForHugePages } from './huge-pages.ts'

/**
 * The memory of an engine, which its core reads (core/): arrays are laid one after the other in chunks of it. Several arenas may stand over
 * one memory: each thread has its own for its marks. What an array outgrows is given back with the whole memory alone.
 */
export type Arena = { memory: WebAssembly.Memory; at: number; end: number }

const PAGE_BYTES = 65_536
/** One under what an address can tell: where an array ends is an address too. */
const MOST_PAGES = 65_535
const LINE_BYTES = 64
/** From this length on an array is kept in huge pages: shorter ones would take more memory for little. */
const LARGE_BYTES = 32 * 2 ** 20

/** Chunks to come in this memory. */
export const arenaIn = (memory: WebAssembly.Memory): Arena => ({ memory, at: 0, end: 0 })

/** A memory of up to 4 GB, which several threads may read. It takes what is written in it, no more. */
export const createArena = (): Arena =>
  arenaIn(new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true }))

/** There is no room left in an engine's memory. What its arrays outgrew is given back by the next load. */
export class MemoryFull extends Error {}

function grow({ memory }: Arena, pages: number): number {
  try {
    return memory.grow(pages)
  } catch (cause) {
    throw new MemoryFull('the memory of the matching engine is full', { cause })
  }
}

/** Where so many bytes stand from now on, all zero. Throws `MemoryFull` beyond 4 GB. */
export function take(arena: Arena, bytes: number): number {
  const start = Math.ceil(arena.at / LINE_BYTES) * LINE_BYTES
  if (start + bytes <= arena.end) {
    arena.at = start + bytes
    return start
  }
  const pages = Math.ceil(bytes / PAGE_BYTES)
  const chunk = grow(arena, pages) * PAGE_BYTES
  // Another thread may have taken what lay behind the last chunk.
  const from = chunk === arena.end ? start : chunk
  arena.end = chunk + pages * PAGE_BYTES
  arena.at = from + bytes
  return from
}

function takeForArray(arena: Arena, bytes: number): number {
  const at = take(arena, bytes)
  const from = Math.ceil(at / PAGE_BYTES) * PAGE_BYTES
  if (bytes >= LARGE_BYTES) askForHugePages(arena.memory, from, at + bytes - from)
  return at
}

/** Whole numbers in the arena. */
export const int32In = (arena: Arena, length: number): Int32Array => {
  const at = takeForArray(arena, length * 4)
  return new Int32Array(arena.memory.buffer, at, length)
}

/** Numbers in the arena. */
export const float64In = (arena: Arena, length: number): Float64Array => {
  const at = takeForArray(arena, length * 8)
  return new Float64Array(arena.memory.buffer, at, length)
}

/** The length to give an array that has to hold so many: addresses are free until they are written. */
export const roomy = (needed: number): number => Math.ceil(needed * 1.5) + 64

/** The same array, or a longer one in the arena when it is shorter than needed. */
export function widenInt32In(arena: Arena, array: Int32Array, needed: number): Int32Array {
  if (needed <= array.length) return array
  const wider = int32In(arena, roomy(needed))
  wider.set(array)
  return wider
}

/** The same array, or a longer one in the arena when it is shorter than needed. */
export function widenFloat64In(arena: Arena, array: Float64Array, needed: number): Float64Array {
  if (needed <= array.length) return array
  const wider = float64In(arena, roomy(needed))
  wider.set(array)
  return wider
}
