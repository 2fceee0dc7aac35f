import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** The segments of a route's path from the root, its parents' included. */
function segmentsOf(routes: Routes, id: string): string[] {
  const route = routes[id]
  if (!route) return []
  const before = route.parentId ? segmentsOf(routes, route.parentId) : []
  return [...before, ...(route.path ?? '').split('/').filter(Boolean)]
}

/** The route and those it stands in, up to the root. */
function withParents(routes: Routes, id: string): string[] {
  const route = routes[id]
  if (!route) return []
  return [id, ...(route.parentId ? withParents(routes, route.parentId) : [])]
}

const isStatic = (segment: string) => !/[:*?]/.test(segment)

const pick = <T>(all: Record<string, T>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))

/** Requests that name a route, or ask for the manifest, whatever their first segment is. */
const isAboutAll = ({ pathname, searchParams }: URL) =>
  pathname === '/__manifest' || pathname.startsWith('//') || searchParams.has('_data')

/** The first segment of an address as routes are matched: decoded, without case, and without the suffix of a data request. */
function firstSegment(url: URL): string | null {
  if (isAboutAll(url)) return null
  const path = url.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')
  try {
    return decodeURI(path.split('/')[1] ?? '').toLowerCase()
  } catch {
    return null
  }
}

/**
 * Remix matches an address several times a request against every route of the build that it is given. For each address, the
 * build without the routes whose path begins with another word: what matches is the same. The page at the root stays in each,
 * a page with scripts names it to the browser. An address that begins with no known word is given the whole build.
 */
export function splitBuild(build: ServerBuild): (url: URL) => ServerBuild {
  const { routes, assets } = build
  const ids = Object.keys(routes)
  const first = new Map(ids.map((id) => [id, segmentsOf(routes, id)[0]?.toLowerCase() ?? '']))
  const everywhere = ids.filter((id) => first.get(id) === '' || !isStatic(first.get(id) ?? ''))
  const partOf = (word: string): ServerBuild => {
    const own = ids.filter((id) => first.get(id) === word)
    const kept = new Set([...everywhere, ...own].flatMap((id) => withParents(routes, id)))
    return {
      ...build,
      routes: pick(routes, kept),
      assets: { ...assets, routes: pick(assets.routes, kept) },
    }
  }
  const parts = new Map([...new Set(first.values())].filter(isStatic).map((word) => [word, partOf(word)]))
  return (url) => parts.get(firstSegment(url) ?? '//') ?? build
}
