import { env } from './env.server.ts'

/** IGN's map of France, Licence Ouverte (https://geoservices.ign.fr). */
const IGN_STYLE = 'https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/standard.json'
const ANSWER_MS = 3_000
const KEPT_MS = 10 * 60_000

let kept: { until: number; answer: Promise<boolean> } | null = null

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MS) })
    return response.ok
  } catch {
    return false
  }
}

/**
 * The address of the map's background: the one chosen, else IGN's when it answers within 3 s (asked every 10 minutes),
 * else null, which draws the plain style. Browsers are not sent where this machine finds nobody.
 */
export async function findMapStyleUrl(): Promise<string | null> {
  const chosen = env().MAP_STYLE_URL
  if (chosen) return chosen
  const now = Date.now()
  if (!kept || kept.until < now) kept = { until: now + KEPT_MS, answer: answers(IGN_STYLE) }
  return (await kept.answer) ? IGN_STYLE : null
}
