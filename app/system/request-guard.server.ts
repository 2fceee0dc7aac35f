import type { IncomingHttpHeaders } from 'node:http'

export const bodyLimitBytes = 1024 * 1024
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

// Called by other machines, which send neither Origin nor cookies: each route there checks a secret of its own.
const machinePrefix = '/webhooks/'

type Incoming = { method: string; url: string; headers: IncomingHttpHeaders; hosts: readonly string[] }

function isReadableUrl(url: string, host: string | undefined) {
  const path = url.split('?', 1)[0] ?? ''
  try {
    return URL.canParse(`http://${host}${url}`) && !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

function comesFromUs({ headers, hosts }: Incoming) {
  const site = headers['sec-fetch-site']
  const { origin } = headers
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined || origin === 'null') return site === 'same-origin'
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}

/**
 * Returns the status with which a request is refused before the application sees it, or null.
 * `hosts` are the names under which the site is reached. 400 unreadable address, 405 unknown method,
 * 403 a change asked from another site, 411 a body without its length, 413 a body over 1 MB.
 */
export function refusal(request: Incoming): 400 | 403 | 405 | 411 | 413 | null {
  const { method, url, headers } = request
  if (!isReadableUrl(url, headers.host)) return 400
  if (safe.has(method)) return null
  if (!unsafe.has(method)) return 405
  if (!url.startsWith(machinePrefix) && !comesFromUs(request)) return 403
  if (headers['transfer-encoding'] !== undefined) return 411
  return Number(headers['content-length'] ?? 0) > bodyLimitBytes ? 413 : null
}
