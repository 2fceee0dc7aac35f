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

/**
 * Lists a folder once and returns a function: address path and Accept-Encoding header in, the compressed twin out
 * (`{ file, encoding }`, `file` relative to the folder), or null. Only listed files are ever named.
 */
export function findCompressedFiles(folder: string) {
  let files: Set<string>
  try {
    files = new Set(
      readdirSync(folder, { recursive: true }).map((name) => `/${String(name).split(path.sep).join('/')}`),
    )
  } catch {
    files = new Set()
  }
  return (pathname: string, header: string | undefined): { file: string; encoding: Encoding } | null => {
    if (!files.has(pathname)) return null
    for (const encoding of acceptedEncodings(header)) {
      const file = pathname + extensions[encoding]
      if (files.has(file)) return { file, encoding }
    }
    return null
  }
}
