import { isPosition, type Position } from './geo.ts'

/** Communes asked for by the text of a name or postal code, or by a position in decimal degrees. */
export type AskedCommunes = { text: string } | { position: Position }

const MAX_TEXT = 200
const degrees = (value: string | null): number => (value ? Number(value) : Number.NaN)

/** Reads which communes an address asks for; null when it asks for none that can be read. */
export function parseAskedCommunes(params: URLSearchParams): AskedCommunes | null {
  const text = (params.get('q') ?? '').trim().slice(0, MAX_TEXT)
  if (text) return { text }
  const position = { latitude: degrees(params.get('latitude')), longitude: degrees(params.get('longitude')) }
  return isPosition(position) ? { position } : null
}
