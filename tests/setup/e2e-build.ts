import { mkdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { build, isBuildStale } from '#scripts/build.mjs'
import { cache } from '#scripts/root.mjs'

const lock = path.join(cache, 'e2e-build.lock')
const LIMIT_MS = 180_000
const LOOK_MS = 200

function take(): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

/** Builds the pages when they are older than their sources; test files that start together build once. */
export async function ensureBuild(): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const limit = Date.now() + LIMIT_MS
  while (isBuildStale()) {
    if (!take()) {
      // A lock left by a killed run is taken away once nobody can still be building.
      if (Date.now() > limit) rmdirSync(lock)
      await new Promise((next) => setTimeout(next, LOOK_MS))
      continue
    }
    try {
      if (isBuildStale()) await build()
    } finally {
      rmdirSync(lock)
    }
  }
}
