// The sources of the core as one number: what was compiled of others would read memory wrongly, and no exception would tell.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('./', import.meta.url)

/** The SHA-256 of the sources that stand beside this file. */
export function sourcesFingerprint() {
  const hash = createHash('sha256')
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  for (const name of names.sort()) hash.update(name).update(readFileSync(new URL(name, folder)))
  return hash.digest('hex')
}
