// Generates the Prisma client when needed, then checks every type.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { generateClient } from './prisma.mjs'
import { root } from './root.mjs'

try {
  generateClient()
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  process.exitCode =
    spawnSync(process.execPath, [tsc, '--noEmit'], { cwd: root, stdio: 'inherit' }).status ?? 1
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
