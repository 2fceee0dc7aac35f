const HERE = 'http://here.invalid'

/** The path to go back to after signing in, when it stays on this site; else null. */
export function localPath(text: string | null | undefined): string | null {
  // Control characters and backslashes are read by browsers in ways that leave the site.
  if (!text?.startsWith('/') || text.startsWith('//') || /[\p{Cc}\\]/u.test(text)) return null
  if (text.length > 2000 || !URL.canParse(text, HERE)) return null
  const url = new URL(text, HERE)
  return url.origin === HERE ? url.pathname + url.search + url.hash : null
}
