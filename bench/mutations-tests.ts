// Runs in the copy that holds the mutants: each test, and each again for the mutants that it asks for (mutant-runner.ts).
import { existsSync, readFileSync } from 'node:fs'
import { createVitest } from 'vitest/node'

const { FILES = '[]', MUTANTS_SAID = '' } = process.env
process.env.NODE_ENV = 'test'
const vitest = await createVitest('test', {
  watch: false,
  reporters: [{}],
  runner: './bench/mutant-runner.ts',
  passWithNoTests: true,
})
const files = JSON.parse(FILES) as string[]
await vitest.runTestSpecifications(await vitest.globTestSpecifications(files))
await vitest.close()
const said = existsSync(MUTANTS_SAID) ? readFileSync(MUTANTS_SAID, 'utf8').split('\n').filter(Boolean) : []
for (const line of said) console.log(`@ ${line}`)
// Vitest has noted every mutant caught as a failure.
process.exit(0)
