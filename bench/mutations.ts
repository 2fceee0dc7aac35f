// Takes every guard away, one at a time, in a copy of the project, and asks the tests, then the matrix: what nobody misses is told.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { root } from '#scripts/root.mjs'
import { filesReaching, type Mutant, mutantsOf, withMutants } from './mutants.ts'
import { printTable } from './table.ts'

type Judged = { id: number; by: string | null }

const TESTS = /^tests\/((domain|http|db|use-cases|routes|system|attacks)\/.*|server|overload)\.test\.tsx?$/
/** Those that ask a process of its own, where no mutant can be woken. */
const ASKS_A_PROCESS = /setup\/(e2e-|browser)/

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** What tells who is there at all. */
const SESSIONS = /^app\/(http|system)\/|\/(session|actor)/

const listFiles = () =>
  String(execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root }))
    .split('\0')
    .filter(Boolean)

/** A copy of the project in a new folder, with the packages of this one, and every mutant asleep in it. */
function copyProject(
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

/** Runs a judge in the copy and hands on what it says of each mutant. Throws with what it wrote when it fails. */
async function judge(copy: string, script: string, env: Record<string, string>, told: (one: Judged) => void) {
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
    const said = JSON.parse(line.slice(2)) as Judged | Record<string, number>
    if ('by' in said) told(said as Judged)
    else console.log(`${script}: ${JSON.stringify(said)}`)
  }
  if ((await exit) !== 0) throw new Error(`${script} failed:\n${last}`)
}

/** Mutants spread evenly over all that there are. */
const sampleOf = (mutants: readonly Mutant[], count: number): Mutant[] =>
  mutants.filter(
    (_, at) => Math.floor((at * count) / mutants.length) !== Math.floor(((at - 1) * count) / mutants.length),
  )

const placeOf = ({ file, line, what }: Mutant) => `${file}:${line} ${what}`
const areaOf = ({ file }: Mutant) => file.split('/').slice(0, 2).join('/')

/**
 * `--sample 15`: so many of them; `--only offer`: those of the files so named; `--near`: the tests alone, not the matrix;
 * `--list`: tells them, runs nothing.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      sample: { type: 'string' },
      only: { type: 'string' },
      near: { type: 'boolean' },
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
  const mutants = values.sample ? sampleOf(all, Number(values.sample)) : all
  if (values.list) return console.log(mutants.map(placeOf).join('\n'))
  const copy = copyProject(files, sources, mutants)
  const caught = new Map<number, string>()
  const note = ({ id, by }: Judged) => {
    if (id === 0) return console.log(`told nothing, as it fails without any mutant: ${by}`)
    if (by) caught.set(id, by)
    const mutant = mutants.find((one) => one.id === id)
    if (mutant) console.log(`${by ? 'caught  ' : 'not yet '}  ${placeOf(mutant)}  ${by ?? ''}`)
  }
  const left = () => mutants.filter(({ id }) => !caught.has(id))
  try {
    const guardedFiles = [...new Set(left().map(({ file }) => file))]
    const tests = [...sources]
      .filter(([file, source]) => TESTS.test(file) && !ASKS_A_PROCESS.test(source))
      .map(([file]) => file)
    const reaching = new Set(guardedFiles.flatMap((file) => filesReaching(sources, tests, file)))
    const env = {
      MUTANTS: JSON.stringify(left().map(({ id }) => id)),
      FILES: JSON.stringify([...reaching]),
      MUTANTS_SAID: path.join(copy, 'said.txt'),
    }
    if (reaching.size > 0) await judge(copy, 'bench/mutations-tests.ts', env, note)
    const asked = left().map(({ id, opens, file }) => ({ id, opens, isOfEverybody: SESSIONS.test(file) }))
    if (!values.near) await judge(copy, 'bench/mutations-walk.ts', { MUTANTS: JSON.stringify(asked) }, note)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  for (const mutant of left()) console.log(`SURVIVED  ${placeOf(mutant)}`)
  printTable(
    [...groupBy(mutants, areaOf)].map(([area, own]) => {
      const survived = own.filter(({ id }) => !caught.has(id)).length
      return { area, mutants: own.length, caught: own.length - survived, survived }
    }),
  )
  const minutes = Math.round((performance.now() - startedAt) / 6000) / 10
  const survived = left().length
  console.log(
    JSON.stringify({ mutants: mutants.length, caught: mutants.length - survived, survived, minutes }),
  )
}
