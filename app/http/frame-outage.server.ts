import type { AppLoadContext } from '@remix-run/node'
import { isDatabaseBusy } from '#app/db/busy.server.ts'
import { logger } from '#app/system/logger.server.ts'
import { plainPage } from '#app/system/plain-page.server.ts'
import { getFrame } from './frame.server.ts'

type Frame = Awaited<ReturnType<typeof getFrame>>

let lastKnown: Frame['territory'] | null = null

const helpLine = (territory: Frame['territory']) => ({
  phone: territory.helpPhone,
  display: territory.helpPhoneDisplay,
  hours: territory.helpHours,
})

/** The frame; while the database does not answer, a 503 that still says whom to call. */
export async function getFrameOrOutage(request: Request, context: AppLoadContext): Promise<Frame> {
  try {
    const frame = await getFrame(request, context)
    lastKnown = frame.territory
    context.noteHelpLine?.(helpLine(frame.territory))
    return frame
  } catch (error) {
    if (error instanceof Response) throw error
    logger.error({ err: error }, 'frame unavailable')
    throw Response.json({ territory: lastKnown }, { status: 503, headers: { 'Retry-After': '60' } })
  }
}

type Failed = { errors: Record<string, unknown> | null }

/** Notes that the request fails because every connection to the database is taken, and nothing else is wrong. */
export function noteOutage(error: unknown, context: AppLoadContext): void {
  if (isDatabaseBusy(error)) context.isOutage = true
}

/** Puts an outage, with whom to call, in the place of what failed; the status that the page then has. */
export function tellOutage(state: Failed, status: number, context: AppLoadContext): number {
  if (!context.isOutage || status !== 500 || !state.errors) return status
  const outage = { status: 503, statusText: '', internal: false, data: { territory: lastKnown } }
  for (const id of Object.keys(state.errors)) state.errors[id] = outage
  return 503
}

/**
 * What a route without a page answers: a file, a redirect. While every connection to the database is taken, a 503 that says so,
 * when to come back and whom to call; anything else that fails is thrown on.
 */
export async function answerOrOutage(
  { context }: { context: AppLoadContext },
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!isDatabaseBusy(error)) throw error
    logger.error({ err: error }, 'file unavailable')
    return new Response(plainPage(503, context.cspNonce, lastKnown && helpLine(lastKnown)), {
      status: 503,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Retry-After': '60',
      },
    })
  }
}
