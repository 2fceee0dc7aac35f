import { env } from '#app/system/env.server.ts'

const isHttps = () => env().APP_URL.startsWith('https:')
const fullName = (name: string) => (isHttps() ? `__Host-${name}` : name)

/** A cookie sent by the browser under this name, or null. */
export function readCookie(request: Request, name: string): string | null {
  const start = `${fullName(name)}=`
  const parts = (request.headers.get('Cookie') ?? '').split(';').map((part) => part.trim())
  return parts.find((part) => part.startsWith(start))?.slice(start.length) || null
}

/** The Set-Cookie line of a cookie that scripts cannot read. `maxAgeSeconds` 0 takes it back. */
export function cookieLine(name: string, value: string, maxAgeSeconds: number): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax${isHttps() ? '; Secure' : ''}`
  return `${fullName(name)}=${value}; ${flags}; Max-Age=${Math.floor(maxAgeSeconds)}`
}
