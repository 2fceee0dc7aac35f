import type { IncomingHttpHeaders } from 'node:http'

export const bodyLimitBytes = 1024 * 1024

// A file heavier than what is kept is read as far as this, so that the page can say so beside its field.
const uploadLimitBytes = 12 * 1024 * 1024
const uploadPaths = new Set(['/mon-cv/fichier', '/administration/territoire'])
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

// Called by other machines, which send neither Origin nor cookies: each route there checks a secret of its own.
const machinePrefix = '/webhooks/'

// Asked by whatever watches the process, under the address it found it at; nothing of the answer depends on it.
const probes = new Set(['/healthz', '/readyz'])
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

type Incoming = { method: string; url: string; headers: IncomingHttpHeaders; appUrl: string }

const isOurHost = (host: string, appUrl: string) => {
  const { protocol, host: ours } = new URL(appUrl)
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`${protocol}//${host}`)) return false
  const named = new URL(`${protocol}//${host}`)
  return named.host === ours || loopback.has(named.hostname)
}

// Every name a link could be made of: what the client says, and what the proxies say that it said.
function isAskedOfUs({ url, headers, appUrl }: Incoming) {
  if (probes.has(url.split('?', 1)[0] ?? '')) return true
  const forwarded = String(headers['x-forwarded-host'] ?? '').split(',')
  const names = [headers.host ?? '', ...forwarded.map((name) => name.trim()).filter(Boolean)]
  return names.every((name) => isOurHost(name, appUrl))
}

function isReadableUrl(url: string, host: string | undefined) {
  const path = url.split('?', 1)[0] ?? ''
  try {
    return (
      url.startsWith('/') && URL.canParse(`http://${host}${url}`) && !decodeURIComponent(path).includes('\0')
    )
  } catch {
    return false
  }
}

function comesFromUs({ headers, appUrl }: Incoming) {
  const hosts = [headers.host, new URL(appUrl).host]
  const site = headers['sec-fetch-site']
  const { origin } = headers
  if (site !== undefined && site !== 'same-origin') return false
  if (origin === undefined || origin === 'null') return site === 'same-origin'
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}

/**
 * Returns the status with which a request is refused before the application sees it, or null.
 * `appUrl` is the site's public address. 400 an unreadable address or another site's name, 405 unknown method,
 * 403 a change asked from another site, 411 a body without its length, 413 a body over 1 MB, or over 12 MB where a file is added.
 */
export function refusal(request: Incoming): 400 | 403 | 405 | 411 | 413 | null {
  const { method, url, headers } = request
  if (!isReadableUrl(url, headers.host) || !isAskedOfUs(request)) return 400
  if (safe.has(method)) return null
  if (!unsafe.has(method)) return 405
  if (!url.startsWith(machinePrefix) && !comesFromUs(request)) return 403
  if (headers['transfer-encoding'] !== undefined) return 411
  const limit = uploadPaths.has(url.split('?', 1)[0] ?? '') ? uploadLimitBytes : bodyLimitBytes
  return Number(headers['content-length'] ?? 0) > limit ? 413 : null
}
