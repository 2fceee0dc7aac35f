import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The page of `docs/` that holds the criteria of the RGAA, as it is written. */
export const readRgaaTable = (): Promise<string> => readFile(path.resolve('docs/rgaa.md'), 'utf8')
