import type { AppLoadContext } from '@remix-run/node'
import { logger } from '#app/system/logger.server.ts'
import { getFrame } from './frame.server.ts'

type Frame = Awaited<ReturnType<typeof getFrame>>

let lastKnown: Frame['territory'] | null = null

/** The frame; while the database does not answer, a 503 that still says whom to call. */
export async function getFrameOrOutage(request: Request, context: AppLoadContext): Promise<Frame> {
  try {
    const frame = await getFrame(request, context)
    lastKnown = frame.territory
    return frame
  } catch (error) {
    if (error instanceof Response) throw error
    logger.error({ err: error }, 'frame unavailable')
    throw Response.json({ territory: lastKnown }, { status: 503, headers: { 'Retry-After': '60' } })
  }
}
