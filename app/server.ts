import { randomBytes } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import { createPageHandler, keptPagesOf } from '#app/http/page-handler.server.ts'
import { createAdmission, watchLateness } from '#app/system/admission.server.ts'
import { findTwin, listFiles } from '#app/system/compressed-files.server.ts'
import { prepareDrain } from '#app/system/drain.server.ts'
import { type Env, env } from '#app/system/env.server.ts'
import { logger } from '#app/system/logger.server.ts'
import { type HelpLine, type PlainStatus, plainPage } from '#app/system/plain-page.server.ts'
import { isFirstProcess, runProcesses } from '#app/system/processes.server.ts'
import { bodyLimitBytes, refusal } from '#app/system/request-guard.server.ts'
import { securityHeaders } from '#app/system/security-headers.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** The nonce of this response's Content-Security-Policy; every inline script and style carries it. */
    cspNonce: string
    /** The address the request comes from, as the trusted proxies tell it; attempts are counted by it, nothing keeps it. */
    clientAddress: string
    /** Notes whom to call, for the pages that are written while nothing else can be. */
    noteHelpLine?: (line: HelpLine) => void
    /** True once something failed for want of a connection to the database. */
    isOutage?: boolean
  }
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const drainLimitBytes = 16 * bodyLimitBytes
const stopTimeoutMs = 10_000
/** Longer than proxies keep an idle connection to us, 60 s or two minutes as they come: else one may ask as we hang up. */
const keepAliveMs = 125_000
const yearSeconds = 31_536_000

/** When to come back, in seconds, for an answer that does not say it: a quarter of an hour after too many attempts. */
const retryAfterSeconds: Record<number, number> = { 429: 900, 503: 60 }

let helpLine: HelpLine | null = null

type Settings = Pick<Env, 'NODE_ENV' | 'APP_URL' | 'TRUST_PROXY' | 'MAP_STYLE_URL'>

function answer(res: Response, status: PlainStatus) {
  res.status(status).type('html').set('Cache-Control', 'no-store')
  res.send(plainPage(status, res.locals.cspNonce, status === 503 ? helpLine : null))
}

const setHeaders =
  (settings: Settings): RequestHandler =>
  (req, res, next) => {
    const nonce = randomBytes(16).toString('base64')
    res.locals.cspNonce = nonce
    res.set(
      securityHeaders({
        nonce,
        https: req.secure,
        development: settings.NODE_ENV === 'development',
        mapStyleUrl: settings.MAP_STYLE_URL,
      }),
    )
    next()
  }

const sayWhenToComeBack: RequestHandler = (_req, res, next) => {
  const { writeHead } = res
  res.writeHead = ((...args: Parameters<typeof writeHead>) => {
    const seconds = retryAfterSeconds[args[0]]
    if (seconds && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', seconds)
    return writeHead.apply(res, args)
  }) as typeof writeHead
  next()
}

const guard =
  (settings: Settings): RequestHandler =>
  (req, res, next) => {
    const { method, originalUrl: url, headers } = req
    const status = refusal({ method, url, headers, appUrl: settings.APP_URL })
    if (!status) {
      // A page that hides its address sends the origin "null"; the browser has vouched for it, and Remix cannot read it.
      if (headers.origin === 'null') delete headers.origin
      return next()
    }
    // A browser reads the answer only once it has sent its body: take a reasonable part of it, else hang up.
    let received = 0
    res.set('Connection', 'close')
    req.once('end', () => answer(res, status))
    req.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > drainLimitBytes) req.destroy()
    })
  }

function serveClient(folder: string): RequestHandler[] {
  const listed = listFiles(folder)
  const pickTwin: RequestHandler = (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const found = findTwin(listed, { pathname: req.path, accepted: req.headers['accept-encoding'] })
    if (!found) return next()
    res.type(path.extname(req.path))
    res.set('Content-Encoding', found.encoding)
    res.vary('Accept-Encoding')
    req.url = found.file
    next()
  }
  const readFile = express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (res, file) => {
      const immutable = file.startsWith(path.join(folder, 'assets') + path.sep)
      res.setHeader(
        'Cache-Control',
        immutable ? `public, max-age=${yearSeconds}, immutable` : 'public, max-age=3600',
      )
    },
  })
  // The disk is asked for the files that are there, not for pages.
  const files: RequestHandler = (req, res, next) => (listed.has(req.path) ? readFile(req, res, next) : next())
  const missingAsset: RequestHandler = (req, res, next) =>
    req.path.startsWith('/assets/') ? answer(res, 404) : next()
  return [pickTwin, files, missingAsset]
}

// Whatever watches the process is told how it is, however much there is to do.
const probes = new Set(['/healthz', '/readyz'])

const admit = (lateMs: () => number, maxAtOnce?: number): RequestHandler => {
  const admission = createAdmission(lateMs, maxAtOnce === undefined ? {} : { maxAtOnce })
  return (req, res, next) => {
    if (probes.has(req.path)) return next()
    const leave = admission.enter()
    if (!leave) {
      logger.warn({ method: req.method }, 'too much to do: request refused')
      return answer(res, 503)
    }
    res.once('close', leave)
    next()
  }
}

const handleError: ErrorRequestHandler = (error, req, res, _next) => {
  const status = error?.status === 400 || error instanceof URIError ? 400 : 500
  if (status === 500) logger.error({ err: error, method: req.method }, 'request failed')
  if (res.headersSent) return void res.destroy()
  answer(res, status)
}

/**
 * The web application around a page handler: security headers, refusals, static files, compression, plain error pages.
 * `assets` serves scripts and styles: the built client's folder, or Vite's own middleware. `lateMs` says how late the process
 * is, `maxAtOnce` how many pages it answers at a time.
 */
export function createApp(
  settings: Settings,
  parts: {
    assets: string | RequestHandler
    pages: RequestHandler
    lateMs?: () => number
    maxAtOnce?: number
  },
) {
  const app = express()
  const hops = Number(settings.TRUST_PROXY)
  app.disable('x-powered-by')
  app.set('trust proxy', Number.isInteger(hops) ? hops : settings.TRUST_PROXY)
  app.use(sayWhenToComeBack, setHeaders(settings), guard(settings))
  app.use(typeof parts.assets === 'string' ? serveClient(parts.assets) : parts.assets)
  app.use(admit(parts.lateMs ?? watchLateness(), parts.maxAtOnce))
  app.use(compression({ threshold: 1024 }), parts.pages)
  app.use(handleError)
  return app
}

const getLoadContext = (req: Request, res: Response) => ({
  cspNonce: String(res.locals.cspNonce),
  clientAddress: req.ip ?? '',
  noteHelpLine: (line: HelpLine) => {
    helpLine = line
  },
})

async function builtParts({ MEILI_URL }: Env) {
  const built = path.join(root, 'build/server/index.js')
  const build: ServerBuild = await import(pathToFileURL(built).href)
  // The index of Meilisearch changes after the stamps that the pages are kept under.
  const kept = MEILI_URL ? {} : { kept: keptPagesOf(build) }
  return {
    assets: path.join(root, 'build/client'),
    pages: createPageHandler({ build, getLoadContext, ...kept }),
  }
}

async function developmentParts(server: Server) {
  const vite = await import('vite')
  const dev = await vite.createServer({
    root,
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  })
  const build = () => dev.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  return { assets: dev.middlewares as RequestHandler, pages: createPageHandler({ build, getLoadContext }) }
}

async function main() {
  const settings = env()
  if (settings.WEB_PROCESSES > 1 && isFirstProcess()) return runProcesses(settings.WEB_PROCESSES)
  const server = createServer({ keepAliveTimeout: keepAliveMs })
  const drain = prepareDrain(server)
  const parts = settings.NODE_ENV === 'development' ? developmentParts(server) : builtParts(settings)
  server.on('request', createApp(settings, await parts))
  server.listen(settings.PORT, settings.HOST, () =>
    logger.info({ port: settings.PORT, pid: process.pid }, 'web listening'),
  )
  server.once('error', (error) => {
    logger.fatal({ err: error }, 'web cannot listen')
    process.exit(1)
  })
  const stop = () => {
    drain(() => process.exit(0))
    setTimeout(() => process.exit(0), stopTimeoutMs).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  main().catch((error: Error) => {
    console.error(error.message)
    process.exit(1)
  })
