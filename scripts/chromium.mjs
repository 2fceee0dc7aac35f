// Finds a Chromium for the browser tests and the pictures, or gets one.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { isRoot } from './account.mjs'
import { isMain } from './root.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const downloadLimitMs = 180_000
const packageLimitMs = 600_000

/** What every start of Chromium here passes: no sandbox of its own, software drawing, no traffic of its own. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

// A file of that name may be a stub, or lack the system's libraries: only one that answers counts.
function works(file) {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    return false
  }
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /chrom/i.test(stdout)
}

/** The path of a Chromium that is already here, or undefined. */
export function findChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
  return [process.env.CHROMIUM_PATH, ...onPath, chromium.executablePath()].find((file) => file && works(file))
}

function downloadFromPlaywright() {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json')
  const cli = path.join(path.dirname(manifest), 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: downloadLimitMs,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  })
}

function installFromDebian() {
  if (!isRoot) return
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: 'ignore',
      timeout: packageLimitMs,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
}

/** The path of a Chromium: one already here, else Playwright's own, else Debian's package; throws one line when none. */
export function ensureChromium() {
  for (const attempt of [() => {}, downloadFromPlaywright, installFromDebian]) {
    attempt()
    const file = findChromium()
    if (file) return file
  }
  throw new Error('No Chromium here: run apt-get install chromium, or set CHROMIUM_PATH to one')
}

if (isMain(import.meta)) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
