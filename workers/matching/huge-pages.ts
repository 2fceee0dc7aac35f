/** `MADV_HUGEPAGE` of Linux (madvise(2)). */
const ADVICE = 14

type Madvise = (from: Uint8Array, bytes: number, advice: number) => number

async function find(): Promise<Madvise | null> {
  if (process.platform !== 'linux') return null
  try {
    const { default: koffi } = await import('koffi')
    return koffi.load(null).func('int madvise(void *from, size_t bytes, int advice)')
  } catch {
    return null
  }
}

const madvise = await find()

/**
 * Asks the system to keep so many bytes of a memory, from the address `at` (in whole pages of WebAssembly), in pages of 2 MB rather than
 * 4 kB: the core reads here and there in more memory than the processor knows the small pages of. Is it granted? Where it is not
 * (another system, no prebuilt koffi), everything works, slower. Source: https://docs.kernel.org/admin-guide/mm/transhuge.html
 */
export const askForHugePages = ({ buffer }: WebAssembly.Memory, at: number, bytes: number): boolean =>
  madvise?.(new Uint8Array(buffer, at), bytes, ADVICE) === 0
