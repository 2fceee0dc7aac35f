// Compiles the core of the matching engine (workers/matching/core, AssemblyScript) to WebAssembly.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { sourcesFingerprint } from '#workers/matching/core/fingerprint.mjs'
import { root } from './root.mjs'

const require = createRequire(import.meta.url)
const folder = path.join(root, 'workers/matching/core')
const written = path.join(folder, 'generated/core.wasm')
const stamp = path.join(folder, 'generated/core.txt')
// The memory is the engine's own: shared between threads, up to 4 GB.
const options = [
  ['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ['--enable', 'threads', '--enable', 'simd', '--runtime', 'stub', '--use', 'abort=', '--noAssert', '-O3'],
].flat()

/** What the core is compiled of, a line each: its sources, the compiler, its options. */
const fingerprint = () =>
  [sourcesFingerprint(), require('assemblyscript/package.json').version, options.join(' ')].join('\n')

/** Writes core/generated/core.wasm unless it is there for the present sources; returns whether it wrote. */
export function buildCore() {
  const wanted = fingerprint()
  if (existsSync(written) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  mkdirSync(path.dirname(written), { recursive: true })
  const compiler = path.join(path.dirname(require.resolve('assemblyscript/package.json')), 'bin/asc.js')
  const fresh = `${written}.${process.pid}`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [compiler, 'core.ts', '--outFile', fresh, ...options],
    { cwd: folder, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The core of the matching engine does not compile:\n${stdout}${stderr}`)
  renameSync(fresh, written)
  writeFileSync(stamp, wanted)
  return true
}
