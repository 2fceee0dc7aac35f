// Runs in the copy that holds the mutants: whole files of tests, each run anew for one mutant that its tests ask for and could
// not be run again in place for, as they are slow or can be run but once.
import { createMutantVitest } from './mutant-vitest.ts'

const vitest = await createMutantVitest()

/** The first test of a file that fails while a mutant is awake throughout (0: none); null when all pass. */
async function failureOf(file: string, id: number): Promise<string | null> {
  process.env.AWAKE = String(id)
  const { testModules } = await vitest.runTestSpecifications(await vitest.globTestSpecifications([file]))
  // The files of the runs before are told again.
  const own = testModules.find(({ moduleId }) => moduleId.endsWith(`/${file}`))
  if (own?.ok()) return null
  const [failed] = own?.children.allTests('failed') ?? []
  return `${file} > ${failed?.name ?? 'the file itself'}`
}

const caught = new Set<number>()
for (const [file, ids] of JSON.parse(process.env.FILES ?? '[]') as [string, number[]][]) {
  const left = ids.filter((id) => !caught.has(id))
  if (left.length === 0) continue
  const failure = await failureOf(file, 0)
  if (failure) console.log(`@ ${JSON.stringify({ id: 0, by: failure })}`)
  for (const id of failure ? [] : left) {
    const by = await failureOf(file, id)
    if (by) caught.add(id)
    if (by) console.log(`@ ${JSON.stringify({ id, by })}`)
  }
}
await vitest.close()
// Vitest has noted every mutant caught as a failure. What is written to a pipe is lost when the process ends before it is read.
process.stdout.write('', () => process.exit(0))
