import { type DestinationStream, type Logger, pino } from 'pino'

const personal = new Set([
  'name',
  'firstname',
  'lastname',
  'fullname',
  'displayname',
  'email',
  'mail',
  'phone',
  'phonenumber',
  'mobile',
  'to',
  'recipient',
  'address',
  'birthdate',
  'text',
  'html',
  'subject',
  'body',
  'note',
  'code',
  'token',
  'secret',
  'password',
  'cookie',
  'authorization',
])
const email = /[\w.+-]+@[\w-]+\.[\w.-]+/g
const phone = /(?<![\w-])(?:\+|00)?\d(?:[ .]?\d){8,13}(?![\w-])/g
const depthLimit = 8

const scrub = (text: string) => text.replace(email, '[email]').replace(phone, '[phone]')

// Prisma says what it was asked, values and all, before what went wrong.
const saidBy = ({ name, message }: Error) =>
  scrub(name.startsWith('Prisma') ? (message.trim().split('\n\n').at(-1) ?? '') : message)

const framesOf = ({ stack = '' }: Error) =>
  scrub(
    stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n'),
  )

// Database errors quote values in `detail` and `parameters`: only these fields of an error are kept.
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: saidBy(error),
    ...(typeof code === 'string' && { errorCode: code }),
    stack: framesOf(error),
    ...(error.cause !== undefined && { cause: withoutPersonalData(error.cause, depth + 1) }),
  }
}

/** Returns a copy of a value to log: personal and secret fields masked, addresses and numbers in texts too. */
export function withoutPersonalData(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrub(value)
  if (value === null || typeof value !== 'object') return value
  if (depth >= depthLimit) return '[deep]'
  if (value instanceof Error) return describeError(value, depth)
  if (value instanceof Date) return value
  if (Array.isArray(value)) return value.map((item) => withoutPersonalData(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      personal.has(key.toLowerCase().replaceAll('_', '')) && item !== null && item !== undefined
        ? '[hidden]'
        : withoutPersonalData(item, depth + 1),
    ]),
  )
}

/** The same failure without what it says of anybody, for whoever keeps it longer than the log. */
export function impersonalError(thrown: unknown): Error {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const copy = new Error(saidBy(error))
  copy.stack = `${copy.message}\n${framesOf(error)}`
  return copy
}

/** A logger that writes JSON lines without names, addresses or numbers. Levels are words, times ISO dates in UTC. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => error },
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => withoutPersonalData(fields) as Record<string, unknown>,
      },
    },
    destination ?? pino.destination(1),
  )
}

const fallback = process.env.NODE_ENV === 'test' ? 'silent' : 'info'

/** The process's logger. Log ids, never what people typed. */
export const logger: Logger = createLogger(process.env.LOG_LEVEL || fallback)
