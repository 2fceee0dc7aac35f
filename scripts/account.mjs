// PostgreSQL refuses to run as root: find an unprivileged account and folders that it may enter.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'

export const isRoot = process.getuid?.() === 0

/** `{}` for an ordinary user, else `{ uid, gid }` for `spawn`: the owner of `dir` when it has one, else postgres or nobody. */
export function serverAccount(dir) {
  if (!isRoot) return {}
  try {
    const { uid, gid } = lstatSync(dir)
    if (uid !== 0) return { uid, gid }
  } catch {}
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {}
  throw new Error(
    'PostgreSQL cannot run as root, and this machine has neither a postgres nor a nobody account',
  )
}

/** Whether the account may execute a file or enter a folder. */
export function mayEnter(target, who) {
  return spawnSync('test', ['-x', target], { ...who, cwd: '/' }).status === 0
}

/**
 * A folder of this checkout alone, outside it: for root when the checkout lies under a folder closed to others.
 * Two checkouts never share one, and a folder prepared by somebody else is refused.
 */
export function outsideFolder() {
  const dir = `/var/tmp/actifs-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`
  mkdirSync(dir, { recursive: true })
  const found = lstatSync(dir)
  if (!found.isDirectory() || found.uid !== process.getuid?.())
    throw new Error(`${dir} belongs to somebody else: remove it, or set DATABASE_URL`)
  chmodSync(dir, 0o755)
  return path.resolve(dir)
}
