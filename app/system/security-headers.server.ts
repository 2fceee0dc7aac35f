type Options = { nonce: string; https: boolean; development: boolean; mapStyleUrl?: string | undefined }

// Names that browsers know: they complain of others in their console.
const features = [
  'geolocation=(self)',
  'fullscreen=(self)',
  ...[
    'accelerometer',
    'autoplay',
    'camera',
    'display-capture',
    'encrypted-media',
    'gyroscope',
    'hid',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'picture-in-picture',
    'screen-wake-lock',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((name) => `${name}=()`),
].join(', ')

const tiles = 'https://data.geopf.fr'

/**
 * Returns the security headers of one response. Scripts and styles run from our own files or with the nonce;
 * style attributes do not, so pages draw with classes. Maps may reach the IGN's tiles and the chosen style's host, which
 * need not send CORP: Cross-Origin-Embedder-Policy stays out. The rest is the OWASP Secure Headers Project's list.
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
    "script-src-attr 'none'",
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
    'X-Permitted-Cross-Domain-Policies': 'none',
    'X-DNS-Prefetch-Control': 'off',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': features,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(https && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  }
}
