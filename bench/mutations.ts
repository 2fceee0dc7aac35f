// Takes one guard away at a time, in a copy of the project, and asks the tests: what nobody misses is told. Hours, when whole.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '#scripts/root.mjs'
import { filesReaching, type Mutant, mutantsOf } from './mutants.ts'

/** Test files to run, or the rows of the matrix for these routes. */
type Run = { tests: string[] } | { routes: string[] }

const GUARDED = /^app\/(domain|routes|http|db)\/.*\.tsx?$/
const CHEAP = /^tests\/(domain|http|db|use-cases|routes)\/.*\.test\.tsx?$/
const MATRIX = 'tests/matrix/matrix.test.ts'

const listFiles = () =>
  String(execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root }))
    .split('\0')
    .filter(Boolean)

/** A copy of the project in a new folder, with the packages of this one. */
function copyProject(files: readonly string[]): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'actifs-mutations-'))
  for (const file of [...files, 'app/db/generated']) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true })
    cpSync(path.join(root, file), path.join(copy, file), { recursive: true })
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  return copy
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** True when these tests pass in the copy. */
function pass(copy: string, run: Run): Promise<boolean> {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const rows = 'routes' in run ? ['-t', `^(${run.routes.map(escaped).join('|')}) `, MATRIX] : run.tests
  const options = ['--bail', '1', '--maxWorkers', '1', '--reporter', 'dot', '--passWithNoTests']
  const child = spawn(process.execPath, [vitest, 'run', ...options, ...rows], {
    cwd: copy,
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: 'ignore',
  })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** What may notice a mutant: the tests of the noun, then the rows of the matrix whose routes reach the file. */
function runsFor({ file }: Mutant, sources: ReadonlyMap<string, string>): Run[] {
  const routes = [...sources.keys()].filter((one) => one.startsWith('app/routes/'))
  const tests = [...sources.keys()].filter((one) => CHEAP.test(one))
  const ids = filesReaching(sources, routes, file).map((one) => one.replace(/^app\/|\.tsx?$/g, ''))
  const matrix = { routes: ids }
  if (file.startsWith('app/routes/')) return [matrix]
  const noun = path.basename(file).replace(/\..*$/, '').replace(/s$/, '')
  const near = filesReaching(sources, tests, file).filter((one) => path.basename(one).startsWith(noun))
  return [...(near.length > 0 ? [{ tests: near }] : []), ...(ids.length > 0 ? [matrix] : [])]
}

async function judge(copy: string, mutant: Mutant, source: string, runs: Run[]): Promise<boolean> {
  const file = path.join(copy, mutant.file)
  writeFileSync(file, source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end))
  try {
    for (const run of runs) if (!(await pass(copy, run))) return true
    return false
  } finally {
    writeFileSync(file, source)
  }
}

/** Mutants spread evenly over all that there are. */
const sampleOf = (mutants: readonly Mutant[], count: number): Mutant[] =>
  Array.from({ length: Math.min(count, mutants.length) }, (_, at) => {
    const mutant = mutants[Math.floor(((at + 0.5) * mutants.length) / Math.min(count, mutants.length))]
    if (!mutant) throw new Error('there is no mutant there')
    return mutant
  })

const told = ({ file, line, what }: Mutant) => `${file}:${line} ${what}`

/** `--sample 15`: so many of them; `--only offer`: those of the files so named; `--list`: tells them, runs nothing. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { sample: { type: 'string' }, only: { type: 'string' }, list: { type: 'boolean' } },
  })
  const files = listFiles()
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const sources = new Map(
    files.filter((file) => /^(app|search|tests)\/.*\.tsx?$/.test(file)).map((file) => [file, read(file)]),
  )
  const guarded = files.filter((file) => GUARDED.test(file) && file.includes(values.only ?? ''))
  const all = guarded.flatMap((file) => mutantsOf(file, sources.get(file) ?? ''))
  const mutants = values.sample ? sampleOf(all, Number(values.sample)) : all
  if (values.list) return console.log(mutants.map(told).join('\n'))
  const copy = copyProject(files)
  const survivors: string[] = []
  try {
    const plan = mutants.map((mutant) => ({ mutant, runs: runsFor(mutant, sources) }))
    const runs = plan.flatMap((one) => one.runs)
    const tests = [...new Set(runs.flatMap((one) => ('tests' in one ? one.tests : [])))]
    const rows = [...new Set(runs.flatMap((one) => ('routes' in one ? one.routes : [])))]
    for (const one of [...(tests.length > 0 ? [{ tests }] : []), { routes: rows }])
      if (!(await pass(copy, one))) throw new Error(`without any mutant these fail: ${JSON.stringify(one)}`)
    for (const { mutant, runs } of plan) {
      const isCaught = await judge(copy, mutant, sources.get(mutant.file) ?? '', runs)
      if (!isCaught) survivors.push(told(mutant))
      console.log(`${isCaught ? 'caught  ' : 'SURVIVED'}  ${told(mutant)}`)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  const caught = mutants.length - survivors.length
  console.log(JSON.stringify({ known: all.length, mutants: mutants.length, caught, survivors }))
}
