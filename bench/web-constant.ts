// The same pages from constants: each address is read from the database once, and then always answered with what was read.
import { createServer } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LoaderFunction, ServerBuild } from '@remix-run/node'
import { createPageHandler } from '#app/http/page-handler.server.ts'
import { createApp } from '#app/server.ts'
import { env } from '#app/system/env.server.ts'

type Routes = ServerBuild['routes']

function answerOnce(loader: LoaderFunction): LoaderFunction {
  const known = new Map<string, unknown>()
  return async (args) => {
    const { url } = args.request
    if (!known.has(url)) known.set(url, await loader(args))
    return known.get(url)
  }
}

const withConstants = (routes: Routes): Routes =>
  Object.fromEntries(
    Object.entries(routes).map(([id, route]) => {
      const loader = route?.module.loader
      return [
        id,
        route && loader ? { ...route, module: { ...route.module, loader: answerOnce(loader) } } : route,
      ]
    }),
  )

const settings = env()
const build: ServerBuild = await import(pathToFileURL(path.resolve('build/server/index.js')).href)
const pages = createPageHandler({
  build: { ...build, routes: withConstants(build.routes) },
  getLoadContext: (_req, res) => ({ cspNonce: String(res.locals.cspNonce), clientAddress: '' }),
})
const server = createServer(createApp(settings, { assets: path.resolve('build/client'), pages }))
server.listen(settings.PORT, settings.HOST)
process.once('SIGTERM', () => process.exit(0))
