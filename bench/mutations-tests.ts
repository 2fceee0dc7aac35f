// Runs in the copy that holds the mutants: the tests once without any, then for each mutant those that ask for it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createVitest, type TestModule } from 'vitest/node'

const SAID = '@ '
/** How many test files are run for a mutant: those named like its file first, then the quickest that ask for it. */
const MOST = 6
const say = (line: unknown) => console.log(SAID + JSON.stringify(line))

const { FILES = '[]', MUTANTS_SEEN = '' } = process.env
process.env.NODE_ENV = 'test'

const vitest = await createVitest('test', { watch: false, reporters: [{}], bail: 1, passWithNoTests: true })

async function run(files: readonly string[]): Promise<{ modules: TestModule[]; isPassed: boolean }> {
  const specifications = await vitest.globTestSpecifications([...files])
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  const isPassed = unhandledErrors.length === 0 && testModules.every((one) => one.ok())
  return { modules: testModules, isPassed }
}

const { modules, isPassed } = await run(JSON.parse(FILES) as string[])
const failed = modules.filter((one) => !one.ok()).map(({ relativeModuleId }) => relativeModuleId)
if (!isPassed) throw new Error(`without any mutant these fail: ${failed.join(', ')}`)
delete process.env.MUTANTS_SEEN

const lasts = new Map(modules.map((one) => [one.moduleId, one.diagnostic().duration]))
const asking = new Map<number, Set<string>>()
for (const line of readFileSync(MUTANTS_SEEN, 'utf8').split('\n')) {
  const [id, file] = line.split(' ')
  if (file) asking.set(Number(id), (asking.get(Number(id)) ?? new Set()).add(file))
}
say({ tests: modules.length, asked: asking.size })

for (const { id, noun } of JSON.parse(process.env.MUTANTS ?? '[]') as { id: number; noun: string }[]) {
  process.env.MUTANT = String(id)
  const costOf = (file: string) => (path.basename(file).startsWith(noun) ? 0 : (lasts.get(file) ?? 0))
  const files = [...(asking.get(id) ?? [])].sort((a, b) => costOf(a) - costOf(b))
  let by: string | null = null
  for (const file of files.slice(0, MOST)) {
    const ran = await run([file])
    if (ran.isPassed) continue
    by = ran.modules.find((one) => !one.ok())?.relativeModuleId ?? 'an error outside every test'
    break
  }
  say({ id, asked: files.length, by })
}
await vitest.close()
// Vitest has noted every mutant caught as a failure.
process.exit(0)
