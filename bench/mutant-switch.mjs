// Imported by every file that holds sleeping mutants: wakes the one of MUTANT, and writes down under MUTANTS_SEEN which were
// asked for by which test file.
import { appendFileSync } from 'node:fs'

const { MUTANT, MUTANTS_SEEN } = process.env
const seen = new Set()

globalThis.isMutant ??= (id) => {
  if (MUTANTS_SEEN && !seen.has(id)) {
    seen.add(id)
    appendFileSync(MUTANTS_SEEN, `${id} ${globalThis.__vitest_worker__?.filepath ?? ''}\n`)
  }
  return String(id) === MUTANT
}
