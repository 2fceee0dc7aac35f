type Options = { nonce: string; https: boolean; development: boolean; mapStyleUrl?: string | undefined }

const tiles = 'https://data.geopf.fr'

/**
 * Returns the security headers of one response. Scripts and styles run from our own files or with the nonce;
 * style attributes do not, so pages draw with classes. Maps may reach the IGN's tiles and the chosen style's host.
 */
export function securityHeaders({ nonce, https, development, mapStyleUrl }: Options): Record<string, string> {
  const maps = [tiles, ...(mapStyleUrl ? [new URL(mapStyleUrl).origin] : [])].join(' ')
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob: ${maps}`,
    `connect-src 'self' ${maps}${development ? ' ws:' : ''}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(https && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  }
}
