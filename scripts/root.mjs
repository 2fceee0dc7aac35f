// The project's folder and its cache: scripts run from anywhere.
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
export const cache = path.join(root, '.cache')

/** True when `meta` belongs to the file given to node on the command line. */
export const isMain = (meta) =>
  process.argv[1] !== undefined &&
  existsSync(process.argv[1]) &&
  fileURLToPath(meta.url) === realpathSync(process.argv[1])

/** Reads `.env` into `process.env`; what is already set there wins. */
export function readEnvFile() {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
