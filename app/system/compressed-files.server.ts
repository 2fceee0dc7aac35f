import { readdirSync } from 'node:fs'
import path from 'node:path'

type Encoding = 'br' | 'gzip'
const extensions = { br: '.br', gzip: '.gz' } as const

/** Reads an Accept-Encoding header; Brotli before gzip, `q=0` refuses. */
export function acceptedEncodings(header: string | undefined): Encoding[] {
  const accepted = new Set<string>()
  for (const part of (header ?? '').split(',')) {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    if (!parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter))) accepted.add(name.trim())
  }
  return (['br', 'gzip'] as const).filter((encoding) => accepted.has(encoding))
}

/** The files of a folder and of those under it, each as an address names it. A folder that is not there holds none. */
export function listFiles(folder: string): ReadonlySet<string> {
  try {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    return new Set(
      names
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(path.relative(folder, entry.parentPath), entry.name))
        .map((name) => `/${name.split(path.sep).join('/')}`),
    )
  } catch {
    return new Set()
  }
}

/** The compressed twin of a file among these, for an Accept-Encoding header; null when there is none. */
export function findTwin(
  files: ReadonlySet<string>,
  { pathname, accepted }: { pathname: string; accepted: string | undefined },
): { file: string; encoding: Encoding } | null {
  if (!files.has(pathname)) return null
  for (const encoding of acceptedEncodings(accepted)) {
    const file = pathname + extensions[encoding]
    if (files.has(file)) return { file, encoding }
  }
  return null
}
