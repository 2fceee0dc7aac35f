import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '#scripts/root.mjs'
import { type Mutant, withMutants } from './mutants.ts'

/** These items by what `keyOf` tells of each, in their order. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** The project's files, those not committed yet included. */
export const listFiles = () =>
  String(execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root }))
    .split('\0')
    .filter(Boolean)

/** A copy of the project in a new folder, with the packages of this one, and every mutant asleep in it. */
export function copyProject(
  files: readonly string[],
  sources: ReadonlyMap<string, string>,
  mutants: Mutant[],
): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'actifs-mutations-'))
  for (const file of [...files, 'app/db/generated']) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    cpSync(path.join(root, file), path.join(copy, file), { recursive: true })
  }
  for (const [file, own] of groupBy(mutants, (mutant) => mutant.file)) {
    const written = withMutants(sources.get(file) ?? '', own, (id) => `globalThis.isMutant(${id})`)
    writeFileSync(path.join(copy, file), `import '#bench/mutant-switch.mjs'; ${written}`)
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  return copy
}
