import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { flatRoutes } from '@remix-run/dev/dist/config/flat-routes.js'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'

const ROOT = path.resolve(import.meta.dirname, '../..')
const APP = path.join(ROOT, 'app')
const { default: remixOptions } = await import(/* @vite-ignore */ path.join(ROOT, 'remix.config.js'))

/** A route as Remix reads it from the files: `path` from the root of the site, with its parameters. */
export type ManifestRoute = { id: `routes/${string}`; file: string; path: string; source: string }

/** The routes as Remix reads them from the files, by id. */
export const MANIFEST = flatRoutes(APP, remixOptions.ignoredRouteFiles)

function fullPath(id: string): string {
  const route = MANIFEST[id]
  if (!route) return ''
  const above = route.parentId && route.parentId !== 'root' ? fullPath(route.parentId) : ''
  return [above, route.path ?? ''].filter(Boolean).join('/')
}

/** Every route of Remix's own manifest. */
export const ROUTES: ManifestRoute[] = Object.values(MANIFEST)
  .filter(({ id }) => id !== 'root')
  .map(({ id, file }) => ({
    id: id as ManifestRoute['id'],
    file,
    path: `/${fullPath(id)}`,
    source: readFileSync(path.join(APP, file), 'utf8'),
  }))

export type RouteModule = {
  default?: unknown
  loader?: unknown
  action?: unknown
  headers?: unknown
  ErrorBoundary?: unknown
}

/** The modules of all routes, by id. */
export async function loadModules(): Promise<Map<string, RouteModule>> {
  const modules = new Map<string, RouteModule>()
  for (const { id, file } of ROUTES)
    modules.set(
      id,
      (await import(/* @vite-ignore */ pathToFileURL(path.join(APP, file)).href)) as RouteModule,
    )
  return modules
}

const Nothing = () => null
const FRAME = { id: 'root', path: '', module: { default: Nothing, ErrorBoundary: Nothing } }

/** Answers below 500 are refusals, whatever way they took. */
const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500

/**
 * Remix's own request handler over these modules: its matching, its methods, its headers. A page answers the data it
 * would be rendered from, or the refusal shown instead of it. The frame around it is left out.
 */
export function createHandler(modules: Map<string, RouteModule>, onError: (error: unknown) => void) {
  const routes = Object.fromEntries(
    ROUTES.map(({ id }) => [id, { ...MANIFEST[id], module: modules.get(id) ?? {} }]),
  )
  const page: ServerBuild['entry']['module']['default'] = (
    _request,
    status,
    headers,
    { staticHandlerContext },
  ) => {
    const { loaderData, actionData, errors } = staticHandlerContext
    return Response.json(errors ? { errors } : { loaderData, actionData }, { status, headers })
  }
  const assets = { routes: {}, entry: { imports: [], module: '' }, url: '', version: '1' }
  const build = {
    mode: 'test',
    entry: {
      module: {
        default: page,
        handleError: (error: unknown) => (isRefusal(error) ? undefined : onError(error)),
      },
    },
    routes: { root: FRAME, ...routes },
    assets,
    publicPath: '/',
    assetsBuildDirectory: '',
    future: remixOptions.future,
    isSpaMode: false,
  }
  const handle = createRequestHandler(build as unknown as ServerBuild, 'test')
  return (request: Request) => handle(request, { cspNonce: 'test', clientAddress: '192.0.2.1' })
}
