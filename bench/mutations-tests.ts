// Runs in the copy that holds the mutants: each test, and each again for the mutants that it asks for (mutant-runner.ts).
import { existsSync, readFileSync } from 'node:fs'
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node'

const { FILES = '[]', MUTANTS_SAID = '' } = process.env
process.env.NODE_ENV = 'test'

/** The quickest first: what they catch is not asked of the others. */
const QUICKEST = ['domain', 'system', 'http', 'db', 'use-cases', 'routes', 'attacks']

class Quickest extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = QUICKEST.findIndex((folder) => moduleId.includes(`/tests/${folder}/`))
      return at < 0 ? QUICKEST.length : at
    }
    return [...files].sort((one, other) => rank(one) - rank(other))
  }
}

const vitest = await createVitest('test', {
  watch: false,
  reporters: [{}],
  runner: './bench/mutant-runner.ts',
  passWithNoTests: true,
  sequence: { sequencer: Quickest },
})
const files = JSON.parse(FILES) as string[]
await vitest.runTestSpecifications(await vitest.globTestSpecifications(files))
await vitest.close()
const said = existsSync(MUTANTS_SAID) ? readFileSync(MUTANTS_SAID, 'utf8').split('\n').filter(Boolean) : []
for (const line of said) console.log(`@ ${line}`)
// Vitest has noted every mutant caught as a failure.
process.exit(0)
