import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { db } from '#app/db/client.server.ts'
import { createSession } from '#app/db/sessions.server.ts'
import type { Role } from '#app/domain/actor.ts'
import type { Hat } from '#app/domain/session.ts'
import { hashToken, newReference } from '#app/system/secrets.server.ts'

const ORIGIN = 'http://127.0.0.1:3000'

type Sent = { cookie?: string; form?: Record<string, string | string[]> }

/** A request as a browser sends it: GET, or POST when a form is given. */
export function requestTo(path: string, { cookie, form }: Sent = {}): Request {
  const headers = new Headers(cookie ? { Cookie: cookie } : {})
  if (!form) return new Request(ORIGIN + path, { headers })
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const item of [value].flat()) body.append(name, item)
  return new Request(ORIGIN + path, { method: 'POST', headers, body })
}

/** The arguments of a loader or an action, as asked from this address. */
export const routeArgs = (
  request: Request,
  params: Record<string, string> = {},
  clientAddress = '192.0.2.1',
): ActionFunctionArgs => ({ request, params, context: { cspNonce: 'test', clientAddress } })

/** A session of this account, started now for a day, its second factor given; returns the browser's cookie. */
export async function signIn(accountId: string, organisationId: string | null = null): Promise<string> {
  const reference = newReference()
  const now = new Date()
  const expiresAt = new Date(now.getTime() + 86_400_000)
  const { role } = await db().account.findUniqueOrThrow({ where: { id: accountId }, select: { role: true } })
  const worn: Hat = { role: organisationId ? 'recruiter' : (role as Role), organisationId }
  const session = { idHash: hashToken(reference), accountId, worn, device: 'Test', confirmedAt: now }
  await createSession(db(), { ...session, now, expiresAt })
  return `session=${reference}`
}

/** An answer of a route, whatever way it took: returned or thrown, `data()` or Response. */
export type Answer = { status: number; headers: Headers; body: unknown }

type WithInit = { type: 'DataWithResponseInit'; data: unknown; init: ResponseInit | null }
const isWithInit = (value: unknown): value is WithInit =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit'

async function read(value: unknown): Promise<Answer> {
  if (value instanceof Response) {
    const isJson = value.headers.get('Content-Type')?.includes('json')
    return { status: value.status, headers: value.headers, body: isJson ? await value.json() : null }
  }
  if (isWithInit(value))
    return { status: value.init?.status ?? 200, headers: new Headers(value.init?.headers), body: value.data }
  return { status: 200, headers: new Headers(), body: value }
}

/** Calls a loader or an action; errors that are no answer are thrown on. */
export async function answerOf(call: () => unknown): Promise<Answer> {
  try {
    return await read(await call())
  } catch (thrown) {
    if (thrown instanceof Response || isWithInit(thrown)) return read(thrown)
    throw thrown
  }
}

/** How many rows each table has but the access log, which is the record of readings: to prove that one changed nothing. */
export async function countRows(): Promise<Record<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_name <> 'access_log' order by 1`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from "${name}"`,
    )
    counts[name] = row?.count ?? 0
  }
  return counts
}

/** An identifier of nothing. */
export const unknownId = (): string => randomUUID()
