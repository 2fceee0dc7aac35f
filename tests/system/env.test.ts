import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { describe, expect, test } from 'vitest'
import { loadEnv } from '#app/system/env.server.ts'

const database = { DATABASE_URL: 'postgresql://app@127.0.0.1:5432/app' }
const secret = 'x'.repeat(32)

describe('the environment', () => {
  test('has a default for everything but the database', () => {
    const env = loadEnv({ ...database, NODE_ENV: 'development' })
    expect(env).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      APP_URL: 'http://127.0.0.1:3000',
      DEMO: false,
      SMS_PROVIDER: 'local',
      LOG_LEVEL: 'info',
    })
    expect(env.REDIS_URL).toBeUndefined()
  })

  test('takes an empty string as unset', () => {
    const env = loadEnv({
      ...database,
      NODE_ENV: 'test',
      REDIS_URL: '',
      PORT: '',
      SMTP_URL: ' ',
      SMS_SENDER: '',
    })
    expect(env).toMatchObject({ PORT: 3000, SMS_SENDER: 'ACTIFS' })
    expect(env.REDIS_URL).toBeUndefined()
    expect(env.SMTP_URL).toBeUndefined()
  })

  test.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
    ['', false],
  ])('reads DEMO=%s as %s', (value, expected) => {
    expect(loadEnv({ ...database, NODE_ENV: 'test', DEMO: value }).DEMO).toBe(expected)
  })

  test('wants a secret in production, not in a demo', () => {
    expect(() => loadEnv({ ...database, NODE_ENV: 'production' })).toThrow(/SESSION_SECRET/)
    expect(loadEnv({ ...database, NODE_ENV: 'production', DEMO: '1' }).HOST).toBe('127.0.0.1')
    expect(loadEnv({ ...database, NODE_ENV: 'production', SESSION_SECRET: secret }).HOST).toBe('0.0.0.0')
  })

  test('runs one process but in production, where there is one for each core, three at most, or as many as told', () => {
    const production = { ...database, NODE_ENV: 'production', SESSION_SECRET: secret } as const
    expect(loadEnv({ ...database, NODE_ENV: 'development' }).WEB_PROCESSES).toBe(1)
    expect(loadEnv({ ...production, DEMO: '1' }).WEB_PROCESSES).toBe(1)
    expect(loadEnv(production).WEB_PROCESSES).toBe(Math.min(3, availableParallelism()))
    expect(loadEnv({ ...production, DEMO: '1', WEB_PROCESSES: '3' }).WEB_PROCESSES).toBe(3)
    expect(() => loadEnv({ ...production, WEB_PROCESSES: '0' })).toThrow(/WEB_PROCESSES/)
  })

  test('drops the slash at the end of APP_URL', () => {
    const source = { ...database, NODE_ENV: 'test', APP_URL: 'https://actifs.example.org/' } as const
    expect(loadEnv(source).APP_URL).toBe('https://actifs.example.org')
  })

  test('names every wrong variable at once and shows no value', () => {
    const source = {
      NODE_ENV: 'test',
      DATABASE_URL: 'mysql://root:hunter2@host/app',
      PORT: '99999',
      SMS_PROVIDER: 'brevo',
      SMS_SENDER: 'FAR TOO LONG A NAME',
      REDIS_URL: 'host:6379',
    } as const
    expect(() => loadEnv(source)).toThrow(/PORT[\s\S]*DATABASE_URL/)
    try {
      loadEnv(source)
    } catch (error) {
      const { message } = error as Error
      expect(message).toMatch(/REDIS_URL/)
      expect(message).toMatch(/SMS_SENDER/)
      expect(message).not.toContain('hunter2')
    }
    expect(() => loadEnv({ NODE_ENV: 'test' })).toThrow(/DATABASE_URL is not set/)
    expect(() => loadEnv({ ...database, NODE_ENV: 'test', SMS_PROVIDER: 'brevo' })).toThrow(/BREVO_API_KEY/)
  })

  test('is described whole in .env.example, which loads as it is', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n')
    const described = lines.flatMap((line) => /^#? ?([A-Z_]+)=/.exec(line)?.[1] ?? []).sort()
    const known = Object.keys(loadEnv({ ...database, NODE_ENV: 'test' }))
    const all = [...new Set([...known, ...optionalNames])].sort()
    expect(described).toEqual(all)
    const set = lines.flatMap((line) => /^([A-Z_]+)=(.*)$/.exec(line)?.slice(1) ?? [])
    expect(set).toEqual([])
  })
})

const optionalNames = [
  'COMPANY_DIRECTORY_URL',
  'REDIS_URL',
  'MEILI_URL',
  'MEILI_KEY',
  'SMTP_URL',
  'BREVO_API_KEY',
  'MAP_STYLE_URL',
]
