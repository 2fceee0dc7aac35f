import type { StyleSpecification } from 'maplibre-gl'
import type { Palette } from './map-images.ts'
import type { Outline } from './map-point.ts'

const STYLE_TIMEOUT_MS = 3_000

const isStyle = (body: unknown): body is StyleSpecification =>
  typeof body === 'object' && body !== null && 'layers' in body && 'sources' in body

/** The style at an address, null when it is not there in time. */
export async function fetchStyle(url: string): Promise<StyleSpecification | null> {
  if (!navigator.onLine) return null
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(STYLE_TIMEOUT_MS) })
    const body: unknown = answer.ok ? await answer.json() : null
    return isStyle(body) ? body : null
  } catch {
    return null
  }
}

/** A style that needs nobody: paper, and the département's limits when they are known. */
export function plainStyle(palette: Palette, outline: Outline | null): StyleSpecification {
  const background: StyleSpecification['layers'] = [
    { id: 'paper', type: 'background', paint: { 'background-color': palette.paper } },
  ]
  if (!outline) return { version: 8, sources: {}, layers: background }
  return {
    version: 8,
    sources: { outline: { type: 'geojson', data: outline, attribution: '© IGN' } },
    layers: [
      ...background,
      {
        id: 'outline',
        type: 'line',
        source: 'outline',
        paint: { 'line-color': palette.line, 'line-width': 1.5 },
      },
    ],
  }
}
