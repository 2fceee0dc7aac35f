// Lint, types and every test. With arguments, only what they name: npm test -- tests/domain
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isBuildStale } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { writeGenerated } from './generated.mjs'
import { cache, root } from './root.mjs'

const require = createRequire(import.meta.url)
const args = process.argv.slice(2)
const report = path.join(cache, 'test-results.json')
const totals = { passed: 0, failed: 0 }

function run(command, commandArgs, env = process.env) {
  const child = spawn(command, commandArgs, { cwd: root, env, stdio: 'inherit' })
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
const runNode = (...nodeArgs) => run(process.execPath, nodeArgs)

async function check(name, work) {
  let ok = false
  try {
    ok = (await work()) === 0
  } catch (error) {
    console.error(error.message)
  }
  totals[ok ? 'passed' : 'failed'] += 1
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name}`)
  return ok
}

function countReport(exitCode) {
  if (!existsSync(report)) {
    totals.failed += 1
    return
  }
  const results = JSON.parse(readFileSync(report, 'utf8'))
  const brokenFiles = results.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  for (const file of brokenFiles) console.error(`FAILED  ${path.relative(root, file.name)} as a whole`)
  const failed = results.numFailedTests + brokenFiles.length
  totals.passed += results.numPassedTests
  totals.failed += failed
  // An error outside every test fails the run without failing a test.
  if (exitCode !== 0 && failed === 0) totals.failed += 1
  const skipped = results.numPendingTests + results.numTodoTests
  if (skipped > 0) console.log(`${skipped} skipped`)
}

async function runTests() {
  const env = { ...process.env, NODE_ENV: 'test' }
  try {
    env.CHROMIUM_PATH = ensureChromium()
  } catch (error) {
    console.error(error.message)
  }
  mkdirSync(cache, { recursive: true })
  rmSync(report, { force: true })
  const vitest = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  countReport(await run(process.execPath, [vitest, 'run', ...reporters, ...args], env))
}

const biome = () => runNode(require.resolve('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.')
const types = () => runNode(require.resolve('typescript/bin/tsc'), '--noEmit')
const pages = () => (isBuildStale() ? runNode('scripts/build.mjs') : 0)

const ready = await check('generated code', async () => {
  writeGenerated()
  return 0
})
if (ready) {
  if (args.length === 0) await Promise.all([check('lint', biome), check('types', types)])
  await check('build', pages)
  await runTests()
}
console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed === 0 ? 0 : 1
