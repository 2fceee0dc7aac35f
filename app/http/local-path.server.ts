const HERE = 'http://here.invalid'

/** The path to go back to after signing in, when it stays on this site; else null. */
export function localPath(text: string | null | undefined): string | null {
  // Control characters and backslashes are read by browsers in ways that leave the site.
  if (!text?.startsWith('/') || text.startsWith('//') || /[\p{Cc}\\]/u.test(text)) return null
  if (text.length > 2000) return null
  const url = new URL(text, HERE)
  // Once its dots are resolved, a path may begin with two slashes, which name another site.
  return url.origin === HERE && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : null
}
