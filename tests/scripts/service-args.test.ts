import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { serviceArgs } from '#scripts/service-args.mjs'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

describe('the arguments of a service', () => {
  it.each([
    ['start:web', 'app/server.ts'],
    ['start:worker', 'workers/main.ts'],
  ])('are those of npm run %s', (name, file) => {
    expect(scripts[name]).toBe(['node', ...serviceArgs(file)].join(' '))
  })

  it('are known to Node', () => {
    const options = serviceArgs('file.ts').filter((one) => one.startsWith('--max') || one.startsWith('--no'))
    expect(options).toHaveLength(2)
    expect(String(execFileSync(process.execPath, [...options, '--eval', 'console.log(42)']))).toBe('42\n')
  })
})
