/** The page where somebody shows again who she or he is, and then comes back to this one. */
export function proofPath(request: Request): string {
  const { pathname, search } = new URL(request.url)
  return `/mon-compte/preuve?suite=${encodeURIComponent(pathname + search)}`
}
