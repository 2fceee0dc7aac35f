import type { LoaderFunction, ServerBuild } from '@remix-run/node'

type RouteModule = { loader: LoaderFunction } | { action: LoaderFunction }

/** A server build of nothing but loaders and actions, each at the address of its name. */
export function loaderBuild(modules: Record<string, RouteModule>): ServerBuild {
  const routes = Object.entries(modules).map(([path, module]) => [
    path,
    { id: path, parentId: 'root', path, module },
  ])
  return {
    mode: 'test',
    entry: { module: { default: () => new Response(null, { status: 404 }) } },
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      ...Object.fromEntries(routes),
    },
    assets: { routes: {}, entry: { imports: [], module: '' }, url: '', version: '1' },
    future: { v3_singleFetch: true },
  } as unknown as ServerBuild
}
