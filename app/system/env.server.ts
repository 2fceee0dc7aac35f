import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { z } from 'zod'

const unset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(unset, schema.optional())
const flag = z.preprocess(
  (value) => value !== undefined && value !== '' && value !== '0' && value !== 'false',
  z.boolean(),
)
const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `must look like ${example}` })
const http = url(/^https?$/, 'https://example.org')

// Each process holds up to twenty connections to the database, which takes a hundred unless told otherwise.
const MOST_PROCESSES = 3

const usualProcesses = ({ NODE_ENV, DEMO }: { NODE_ENV: string; DEMO: boolean }) =>
  NODE_ENV === 'production' && !DEMO ? Math.min(MOST_PROCESSES, availableParallelism()) : 1

const schema = z
  .object({
    NODE_ENV: z.preprocess(unset, z.enum(['production', 'development', 'test']).default('production')),
    DEMO: flag,
    PORT: z.preprocess(unset, z.coerce.number().int().min(0).max(65535).default(3000)),
    HOST: optional(z.string()),
    WEB_PROCESSES: optional(z.coerce.number().int().min(1).max(64)),
    APP_URL: optional(http),
    TRUST_PROXY: z.preprocess(unset, z.string().default('loopback')),
    SESSION_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
    LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
    DATABASE_URL: z.preprocess(
      unset,
      url(/^postgres(ql)?$/, 'postgresql://user:password@host:5432/database'),
    ),
    REDIS_URL: optional(url(/^rediss?$/, 'redis://host:6379')),
    MEILI_URL: optional(http),
    MEILI_KEY: optional(z.string()),
    SMTP_URL: optional(url(/^smtps?$/, 'smtp://host:587')),
    MAIL_FROM: z.preprocess(unset, z.string().default('Actifs <ne-pas-repondre@example.org>')),
    SMS_PROVIDER: z.preprocess(unset, z.enum(['local', 'brevo']).default('local')),
    SMS_SENDER: z.preprocess(
      unset,
      z
        .string()
        .regex(/^[A-Za-z0-9 ]{3,11}$/, 'must have 3 to 11 letters or digits')
        .default('ACTIFS'),
    ),
    SMS_API_URL: z.preprocess(unset, http.default('https://api.brevo.com')),
    BREVO_API_KEY: optional(z.string()),
    MAP_STYLE_URL: optional(http),
    COMPANY_DIRECTORY: z.preprocess(unset, z.enum(['offline', 'api']).default('offline')),
    COMPANY_DIRECTORY_URL: optional(http),
  })
  .superRefine((env, context) => {
    const need = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    if (env.SMS_PROVIDER === 'brevo' && !env.BREVO_API_KEY)
      need('BREVO_API_KEY', 'is needed by SMS_PROVIDER=brevo')
    if (env.NODE_ENV === 'production' && !env.DEMO && !env.SESSION_SECRET)
      need('SESSION_SECRET', 'is needed in production')
  })
  .transform((env) => ({
    ...env,
    WEB_PROCESSES: env.WEB_PROCESSES ?? usualProcesses(env),
    APP_URL: (env.APP_URL ?? `http://127.0.0.1:${env.PORT}`).replace(/\/+$/, ''),
    HOST: env.HOST ?? (env.NODE_ENV === 'production' && !env.DEMO ? '0.0.0.0' : '127.0.0.1'),
    SESSION_SECRET: env.SESSION_SECRET ?? 'only-for-development-tests-and-demos',
    LOG_LEVEL: env.LOG_LEVEL ?? (env.NODE_ENV === 'test' ? 'silent' : 'info'),
  }))

export type Env = z.output<typeof schema>

/**
 * Returns the checked environment: defaults filled in, empty strings taken as unset, DEMO a boolean, PORT a number,
 * APP_URL without a trailing slash. Throws one Error that names every wrong variable and never shows a value.
 */
export function loadEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => {
    const name = path.join('.')
    return `  ${name} ${source[name] ? message : `is not set: ${message}`}`
  })
  throw new Error(`The environment is not complete (see .env.example):\n${lines.join('\n')}`)
}

let checked: Env | undefined

/** The checked environment of this process, `.env` included. Tests read it afresh: each file has its own database. */
export function env(): Env {
  if (checked && process.env.NODE_ENV !== 'test') return checked
  if (process.env.NODE_ENV !== 'test' && existsSync('.env')) process.loadEnvFile('.env')
  checked = loadEnv()
  return checked
}
