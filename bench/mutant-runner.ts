// Vitest's runner, for the copy that holds the mutants: each test runs as ever, then again for every mutant that it asks for.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { VitestTestRunner } from 'vitest/runners'
import { getFn, getHooks, type VitestRunner } from 'vitest/suite'
import type { Said } from './mutations-said.ts'

type Test = Parameters<NonNullable<VitestRunner['runTask']>>[0]
type Suite = NonNullable<Test['suite']>

/** A test that takes longer is not run again in place. */
const SLOW_MS = 10_000
/** How long the tests of one file are run for a mutant, in milliseconds. */
const LONGEST_MS = 8000

const { MUTANTS = '[]', MUTANTS_SAID = '', AWAKE = '0' } = process.env
const wanted = new Set(JSON.parse(MUTANTS) as number[])
const spentMs = new Map<number, number>()

/** The mutant that a whole file is run for, or 0. */
let awake = Number(AWAKE)
let asked = new Set<number>()
Object.assign(globalThis, {
  isMutant: (id: number) => {
    asked.add(id)
    return id === awake
  },
})

const say = (line: Said) => appendFileSync(MUTANTS_SAID, `${JSON.stringify(line)}\n`)
const nameOf = (test: Test) => `${test.file.name} > ${test.name}`

/** Those that another file, or a test before, has caught. */
const caughtSoFar = () =>
  existsSync(MUTANTS_SAID)
    ? readFileSync(MUTANTS_SAID, 'utf8')
        .split('\n')
        .filter(Boolean)
        .flatMap((line) => {
          const said = JSON.parse(line) as Said
          return 'by' in said ? [said.id] : []
        })
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

/** Caught: it fails with the mutant awake, and passes again once it sleeps. Returns those that it could not judge. */
async function judge(test: Test, ids: readonly number[]): Promise<readonly number[]> {
  if (ids.length === 0) return []
  if (!(await passes(test))) return ids
  const unjudged: number[] = []
  for (const [at, id] of ids.entries()) {
    if ((spentMs.get(id) ?? 0) > LONGEST_MS) {
      unjudged.push(id)
      continue
    }
    const startedAt = performance.now()
    awake = id
    const isPassed = await passes(test)
    awake = 0
    spentMs.set(id, (spentMs.get(id) ?? 0) + performance.now() - startedAt)
    if (isPassed) continue
    if (!(await passes(test))) return [...unjudged, ...ids.slice(at)]
    wanted.delete(id)
    say({ id, by: nameOf(test) })
  }
  return unjudged
}

export default class MutantRunner extends VitestTestRunner {
  async runTask(test: Test): Promise<void> {
    asked = new Set()
    const startedAt = performance.now()
    try {
      await getFn(test)()
    } catch (error) {
      if (wanted.size > 0) say({ id: 0, by: nameOf(test) })
      throw error
    }
    if (wanted.size === 0) return
    for (const id of caughtSoFar()) wanted.delete(id)
    const ids = [...asked].filter((id) => wanted.has(id))
    const isSlow = performance.now() - startedAt > SLOW_MS
    const unjudged = isSlow ? ids : await judge(test, ids)
    if (unjudged.length > 0) say({ file: test.file.name, unjudged: [...unjudged] })
  }
}
