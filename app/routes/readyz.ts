import { getReadiness } from '#app/queries/readiness.server.ts'
import { systemClock } from '#app/system/clock.server.ts'

export async function loader() {
  const { isReady, parts } = await getReadiness(systemClock())
  return Response.json(
    { status: isReady ? 'ready' : 'not_ready', ...parts },
    { status: isReady ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
