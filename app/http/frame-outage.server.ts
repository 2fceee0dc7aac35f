import type { AppLoadContext } from '@remix-run/node'
import { isDatabaseBusy } from '#app/db/busy.server.ts'
import { logger } from '#app/system/logger.server.ts'
import { getFrame } from './frame.server.ts'

type Frame = Awaited<ReturnType<typeof getFrame>>

let lastKnown: Frame['territory'] | null = null

/** The frame; while the database does not answer, a 503 that still says whom to call. */
export async function getFrameOrOutage(request: Request, context: AppLoadContext): Promise<Frame> {
  try {
    const frame = await getFrame(request, context)
    lastKnown = frame.territory
    const { helpPhone: phone, helpPhoneDisplay: display, helpHours: hours } = frame.territory
    context.noteHelpLine?.({ phone, display, hours })
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
