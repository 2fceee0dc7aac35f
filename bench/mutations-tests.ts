// Runs in the copy that holds the mutants: each test, and each again for the mutants that it asks for (mutant-runner.ts).
import { existsSync, readFileSync } from 'node:fs'
import { createMutantVitest } from './mutant-vitest.ts'

const { FILES = '[]', MUTANTS_SAID = '' } = process.env

const vitest = await createMutantVitest()
const files = JSON.parse(FILES) as string[]
await vitest.runTestSpecifications(await vitest.globTestSpecifications(files))
await vitest.close()
const said = existsSync(MUTANTS_SAID) ? readFileSync(MUTANTS_SAID, 'utf8').split('\n').filter(Boolean) : []
// Vitest has noted every mutant caught as a failure. What is written to a pipe is lost when the process ends before it is read.
process.stdout.write(said.map((line) => `@ ${line}\n`).join(''), () => process.exit(0))
