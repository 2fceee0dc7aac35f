// Takes every guard away, one at a time, in a copy of the project, and asks the tests, then the matrix: what nobody misses is told.
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { root } from '#scripts/root.mjs'
import { filesReaching, importersIn, type Mutant, mutantsOf } from './mutants.ts'
import { equivalenceOf } from './mutants-equivalent.ts'
import { copyProject, groupBy, listFiles } from './mutations-copy.ts'
import type { Said } from './mutations-said.ts'
import { printTable } from './table.ts'

const TESTS =
  /^tests\/((domain|http|db|use-cases|queries|routes|system|attacks)\/.*|server|overload)\.test\.tsx?$/
/** Those that are asked before the matrix: what they catch is not asked of it. */
const QUICK = /^tests\/(domain|http|db|use-cases|queries|system)\//
/** Those that ask a process of its own, where no mutant can be woken. */
const ASKS_A_PROCESS = /setup\/(e2e-|browser)/

/** What tells who is there at all. */
const SESSIONS = /^app\/(http|system)\/|\/(session|actor)/

/** Runs a judge in the copy and hands on what it says of each mutant. Throws with what it wrote when it fails. */
async function judge(copy: string, script: string, env: Record<string, string>, told: (one: Said) => void) {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: copy,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let last = ''
  child.stderr.on('data', (chunk: Buffer) => {
    last = (last + String(chunk)).slice(-4000)
  })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('@ ')) continue
    told(JSON.parse(line.slice(2)) as Said)
  }
  if ((await exit) !== 0) throw new Error(`${script} failed:\n${last}`)
}

/** Mutants spread evenly over all that there are. */
const sampleOf = (mutants: readonly Mutant[], count: number): Mutant[] =>
  mutants.filter(
    (_, at) => Math.floor((at * count) / mutants.length) !== Math.floor(((at - 1) * count) / mutants.length),
  )

const placeOf = ({ file, line, what }: Mutant) => `${file}:${line} ${what}`
/** Lines move from one run to the next: a mutant is known by its file and by what it takes away. */
const keyOf = ({ file, what }: Mutant) => `${file} ${what}`
const SURVIVED = /^SURVIVED +(\S+?):\d+ (.*)$/gm
const survivorsIn = (told: string) =>
  new Set([...told.matchAll(SURVIVED)].map(([, file, what]) => `${file} ${what}`))
const areaOf = ({ file }: Mutant) => file.split('/').slice(0, 2).join('/')

/**
 * `--sample 15`: so many of them; `--only offer`: those of the files so named; `--again FILE`: those that a run written there
 * told as survived; `--near`: the tests alone, not the matrix; `--far`: the matrix alone; `--list`: tells them, runs nothing.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sample: { type: 'string' },
      only: { type: 'string' },
      again: { type: 'string' },
      near: { type: 'boolean' },
      far: { type: 'boolean' },
      list: { type: 'boolean' },
    },
  })
  const startedAt = performance.now()
  const files = listFiles()
  const sources = new Map(
    files
      .filter((file) => /^(app|search|tests)\/.*\.tsx?$/.test(file))
      .map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  )
  const guarded = [...sources].filter(([file]) => file.includes(values.only ?? ''))
  const all = guarded
    .flatMap(([file, source]) => mutantsOf(file, source))
    .map((one, at) => ({ ...one, id: at + 1 }))
  const again = values.again ? survivorsIn(readFileSync(values.again, 'utf8')) : null
  const wanted = all.filter((one) => !again || again.has(keyOf(one)))
  const mutants = values.sample ? sampleOf(wanted, Number(values.sample)) : wanted
  if (values.list) return console.log(mutants.map(placeOf).join('\n'))
  const importers = importersIn(sources)
  const copy = copyProject(files, sources, mutants)
  const caught = new Map<number, string>()
  const unjudged = new Map<string, Set<number>>()
  const note = (said: Said) => {
    if ('unjudged' in said) {
      unjudged.set(said.file, new Set([...(unjudged.get(said.file) ?? []), ...said.unjudged]))
      return
    }
    const { id, by } = said
    if (id === 0) return console.log(`told nothing, as it fails without any mutant: ${by}`)
    if (by) caught.set(id, by)
    const mutant = mutants.find((one) => one.id === id)
    if (mutant) console.log(`${by ? 'caught  ' : 'not yet '}  ${placeOf(mutant)}  ${by ?? ''}`)
  }
  const left = () => mutants.filter(({ id }) => !caught.has(id))
  const ids = () => left().map(({ id }) => id)
  try {
    const tests = [...sources]
      .filter(([file, source]) => TESTS.test(file) && !ASKS_A_PROCESS.test(source))
      .map(([file]) => file)
    const askTests = async (some: readonly string[], saidFile: string) => {
      const guardedFiles = [...new Set(left().map(({ file }) => file))]
      const reaching = [...new Set(guardedFiles.flatMap((file) => filesReaching(importers, some, file)))]
      if (reaching.length === 0 || values.far) return
      const MUTANTS_SAID = path.join(copy, saidFile)
      const env = { MUTANTS: JSON.stringify(ids()), FILES: JSON.stringify(reaching), MUTANTS_SAID }
      await judge(copy, 'bench/mutations-tests.ts', env, note)
    }
    const quick = tests.filter((file) => QUICK.test(file))
    await askTests(quick, 'said-by-quick.txt')
    const routes = [...sources.keys()].filter((file) => file.startsWith('app/routes/'))
    const asked = left().map(({ id, opens, file }) => ({
      id,
      opens,
      isOfEverybody: SESSIONS.test(file),
      files: filesReaching(importers, routes, file),
    }))
    if (!values.near) await judge(copy, 'bench/mutations-walk.ts', { MUTANTS: JSON.stringify(asked) }, note)
    const slow = tests.filter((file) => !QUICK.test(file))
    await askTests(slow, 'said-by-slow.txt')
    const whole = [...unjudged].map(([file, some]) => [file, ids().filter((id) => some.has(id))])
    if (whole.length > 0)
      await judge(copy, 'bench/mutations-files.ts', { FILES: JSON.stringify(whole) }, note)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  const isEquivalent = (mutant: Mutant) => equivalenceOf(mutant) !== null
  for (const mutant of left())
    console.log(
      isEquivalent(mutant)
        ? `EQUIVALENT  ${placeOf(mutant)}: ${equivalenceOf(mutant)}`
        : `SURVIVED  ${placeOf(mutant)}`,
    )
  for (const mutant of mutants.filter((one) => caught.has(one.id) && isEquivalent(one)))
    console.log(`NOT EQUIVALENT  ${placeOf(mutant)}: ${caught.get(mutant.id)}`)
  const countsOf = (some: readonly Mutant[]) => {
    const missed = some.filter(({ id }) => !caught.has(id))
    const equivalent = missed.filter(isEquivalent).length
    const survived = missed.length - equivalent
    return { mutants: some.length, caught: some.length - missed.length, survived, equivalent }
  }
  printTable([...groupBy(mutants, areaOf)].map(([area, own]) => ({ area, ...countsOf(own) })))
  const minutes = Math.round((performance.now() - startedAt) / 6000) / 10
  console.log(JSON.stringify({ ...countsOf(mutants), minutes }))
}
