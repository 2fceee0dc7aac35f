// Vitest's runner, for the copy that holds the mutants: each test runs as ever, then again for every mutant that it asks for.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { VitestTestRunner } from 'vitest/runners'
import { getFn, getHooks, type VitestRunner } from 'vitest/suite'

type Test = Parameters<NonNullable<VitestRunner['runTask']>>[0]
type Suite = NonNullable<Test['suite']>

/** A test that takes longer is not run again. */
const SLOW_MS = 10_000
/** How long the tests of one file are run for a mutant, in milliseconds. */
const LONGEST_MS = 8000

const { MUTANTS = '[]', MUTANTS_SAID = '' } = process.env
const wanted = new Set(JSON.parse(MUTANTS) as number[])
const spentMs = new Map<number, number>()

let awake = 0
let asked = new Set<number>()
Object.assign(globalThis, {
  isMutant: (id: number) => {
    asked.add(id)
    return id === awake
  },
})

const say = (line: { id: number; by: string }) => appendFileSync(MUTANTS_SAID, `${JSON.stringify(line)}\n`)

/** Those that another file, or a test before, has caught. */
const caughtSoFar = () =>
  existsSync(MUTANTS_SAID)
    ? readFileSync(MUTANTS_SAID, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { id: number }).id)
    : []

async function prepare(test: Test, suite: Suite | undefined) {
  if (!suite) return
  await prepare(test, suite.suite ?? (suite === suite.file ? undefined : suite.file))
  for (const hook of getHooks(suite).beforeEach) await hook(test.context, suite)
}

async function passes(test: Test): Promise<boolean> {
  try {
    await prepare(test, test.suite ?? test.file)
    await getFn(test)()
    return true
  } catch {
    return false
  }
}

/** Caught: it fails with the mutant awake, and passes again once it sleeps. */
async function judge(test: Test, ids: readonly number[]) {
  if (!(await passes(test))) return
  for (const id of ids) {
    const startedAt = performance.now()
    awake = id
    const isPassed = await passes(test)
    awake = 0
    spentMs.set(id, (spentMs.get(id) ?? 0) + performance.now() - startedAt)
    if (isPassed) continue
    if (!(await passes(test))) return
    wanted.delete(id)
    say({ id, by: `${test.file.name} > ${test.name}` })
  }
}

export default class MutantRunner extends VitestTestRunner {
  async runTask(test: Test): Promise<void> {
    asked = new Set()
    const startedAt = performance.now()
    try {
      await getFn(test)()
    } catch (error) {
      say({ id: 0, by: `${test.file.name} > ${test.name}` })
      throw error
    }
    if (performance.now() - startedAt > SLOW_MS) return
    for (const id of caughtSoFar()) wanted.delete(id)
    await judge(
      test,
      [...asked].filter((id) => wanted.has(id) && (spentMs.get(id) ?? 0) < LONGEST_MS),
    )
  }
}
